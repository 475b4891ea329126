namespace Reenact.Generators.Models;

/// <summary>A member of a decorator.</summary>
internal abstract record DecoratorMemberModel;

/// <summary>A method or an accessor whose calls are recorded.</summary>
/// <param name="Method">What to emit.</param>
/// <param name="Descriptor">The wanted name of the field that describes it.</param>
internal sealed record DecoratedMethodModel(RecordedMethodModel Method, string Descriptor) : DecoratorMemberModel;

/// <summary>A method or an accessor with a body of its own: nothing of it is recorded.</summary>
/// <param name="Declaration">In code, without a body: <c>public void Dispose()</c>, <c>add</c>.</param>
/// <param name="Statement">The body.</param>
internal sealed record PlainMemberModel(string Declaration, string Statement) : DecoratorMemberModel;

/// <summary>A property, an indexer or an event.</summary>
/// <param name="Declaration">In code: <c>public int Seats</c>.</param>
/// <param name="Accessors">Its accessors.</param>
internal sealed record AccessedMemberModel(string Declaration, EquatableArray<DecoratorMemberModel> Accessors) : DecoratorMemberModel;
