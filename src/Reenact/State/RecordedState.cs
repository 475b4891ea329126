using System.Diagnostics.CodeAnalysis;
using Reenact.Shims;
using Reenact.States;

namespace Reenact;

/// <summary>
/// The agent's state as of one event: of each name the last snapshot until then. Thread-safe. The recording must not be disposed before it
/// has been read.
/// </summary>
public sealed class RecordedState
{
    internal RecordedState(long sequence, IReadOnlyList<RecordedSnapshot> snapshots)
    {
        Event = sequence;
        Snapshots = snapshots;
    }

    /// <summary>The number of the event.</summary>
    public long Event { get; }

    /// <summary>The last snapshot of each name, names in the order of their first snapshots.</summary>
    public IReadOnlyList<RecordedSnapshot> Snapshots { get; }

    /// <summary>The last snapshot of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">There was none until then; the message lists the names that there are.</exception>
    public RecordedSnapshot this[string name] => TryFind(name, out var snapshot)
        ? snapshot
        : throw new KeyNotFoundException(
            $"Until event {Event} the recording has no snapshot of \"{Values.TextEscape.Message(name)}\". It has {NamesText.List(Snapshots.Select(static each => each.Name), "no snapshot at all")}.");

    /// <summary>Finds the last snapshot of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>Whether there was one until then.</returns>
    public bool TryFind(string name, [NotNullWhen(true)] out RecordedSnapshot? snapshot)
    {
        snapshot = Snapshots.FirstOrDefault(each => each.Name == name);
        return snapshot is not null;
    }

    /// <summary>Reads the last snapshot of a name.</summary>
    /// <typeparam name="T">The type of the state; the generator makes its codec where it sees the call.</typeparam>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">There was none until then; the message lists the names that there are.</exception>
    /// <inheritdoc cref="RecordedSnapshot.Read{T}" path="/exception"/>
    [RecordedTypeArguments]
    public T Read<T>(string name) => this[name].Read<T>();

    /// <summary>The state as JSON: an object with a member for each name.</summary>
    /// <exception cref="RecordingException">A snapshot is damaged, or can't be read.</exception>
    public string ToJson() => StateText.ToJson(this);

    /// <summary>The state as text for a person, on several lines. What is damaged says so in its place.</summary>
    public override string ToString() => StateText.Print(this);
}
