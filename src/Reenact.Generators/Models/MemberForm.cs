namespace Reenact.Generators.Models;

/// <summary>What an emitted shim is, and so how it calls its core.</summary>
internal enum MemberForm
{
    /// <summary>The other part of a method that its author declared.</summary>
    PartialMethod,

    /// <summary>A method of a decorator.</summary>
    Method,

    /// <summary>The getter of a decorator's property.</summary>
    Getter,

    /// <summary>The setter of a decorator's property.</summary>
    Setter,

    /// <summary>The getter of a decorator's indexer.</summary>
    IndexerGetter,

    /// <summary>The setter of a decorator's indexer.</summary>
    IndexerSetter,
}
