using Reenact.Events;

namespace Reenact.Comparing;

/// <summary>A model, prompt, configuration, flag or piece of code that a session ran with, and the other ran with otherwise or not at all. Immutable.</summary>
public sealed record ComparedEnvironment
{
    internal ComparedEnvironment()
    {
    }

    /// <summary>How it compares; never <see cref="Change.Same"/>.</summary>
    public Change Change { get; internal init; }

    /// <summary>What it is.</summary>
    public EnvironmentKind Kind => (Before ?? After!).Environment;

    /// <summary>Its name.</summary>
    public string Name => (Before ?? After!).Name;

    /// <summary>What the session before ran with: the first version that differs. Null when it had none in its place.</summary>
    public EnvironmentEvent? Before { get; internal init; }

    /// <summary>What the session after ran with: the first version that differs. Null when it had none in its place.</summary>
    public EnvironmentEvent? After { get; internal init; }

    /// <summary>How version and content differ; empty when only one session has it.</summary>
    public IReadOnlyList<ValueDifference> Differences { get; internal init; } = [];
}
