using Reenact.Replaying.Leaks;

namespace Reenact;

/// <summary>
/// Something outside that replayed code touched apart from its recorded calls: what came of it is not the recording's, and what it
/// did really happened. Immutable.
/// </summary>
public sealed record Leak
{
    /// <summary>What the code did.</summary>
    public required LeakKind Kind { get; init; }

    /// <summary>To what: a URL without its query, a host, an endpoint such as <c>10.0.0.7:5432</c>, a command line.</summary>
    public required string Target { get; init; }

    /// <summary>How often the code did it at this place.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The sequence number of the recorded event after which it happened; null before the first.</summary>
    public ulong? Event { get; init; }

    /// <summary>The last recorded call before it, printed; null before the first.</summary>
    public string? After { get; init; }

    /// <summary>The member of a library that the code called, where the stack shows it.</summary>
    public string? Through { get; init; }

    /// <summary>
    /// The frames of the code that did it, innermost first, those of the framework and of Reenact left out; of a process, which is
    /// noticed a little later, those of the recorded call that came next.
    /// </summary>
    public IReadOnlyList<string> Stack { get; init; } = [];

    /// <summary>The leak as text for a person, on several lines.</summary>
    public override string ToString() => LeakText.Print(this);
}
