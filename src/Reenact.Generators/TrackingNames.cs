namespace Reenact.Generators;

/// <summary>Names of the pipeline's steps, for tests of what an edit runs again.</summary>
internal static class TrackingNames
{
    /// <summary>One for each marked method, whether it can be recorded or not.</summary>
    public const string MarkedMethods = nameof(MarkedMethods);

    /// <summary>One for each method marked <c>[Recorded]</c>.</summary>
    public const string RecordedMethods = nameof(RecordedMethods);

    /// <summary>One for each method marked <c>[Replayed]</c>.</summary>
    public const string ReplayedMethods = nameof(ReplayedMethods);

    /// <summary>All marked methods that can't be recorded, together.</summary>
    public const string RejectedMethods = nameof(RejectedMethods);

    /// <summary>What goes into which file, for all methods that can be recorded.</summary>
    public const string Files = nameof(Files);

    /// <summary>The places that emitted files are found at.</summary>
    public const string Slots = nameof(Slots);

    /// <summary>All types that code knows only as type arguments, together.</summary>
    public const string Recordables = nameof(Recordables);

    /// <summary>One for each type that declares such methods.</summary>
    public const string Types = nameof(Types);

    /// <summary>One for each <c>[assembly: RecordInterface]</c>.</summary>
    public const string RecordedInterfaces = nameof(RecordedInterfaces);

    /// <summary>One for each decorator.</summary>
    public const string Decorators = nameof(Decorators);

    /// <summary>All decorators together.</summary>
    public const string DecoratorRegistrations = nameof(DecoratorRegistrations);

    /// <summary>One for each codec.</summary>
    public const string Codecs = nameof(Codecs);

    /// <summary>All types and their codecs together.</summary>
    public const string Registrations = nameof(Registrations);

    /// <summary>All exception types together.</summary>
    public const string Exceptions = nameof(Exceptions);
}
