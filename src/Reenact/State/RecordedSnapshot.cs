using Reenact.Events;
using Reenact.Format;
using Reenact.Shims;
using Reenact.States;
using Reenact.Values;

namespace Reenact;

/// <summary>One snapshot of a recording, put together when it is asked for. Thread-safe.</summary>
public sealed class RecordedSnapshot
{
    private readonly Lazy<(RecordedValue State, long? Version)> content;

    internal RecordedSnapshot(string name, IReadOnlyList<long> chain, string recording, EventSource source)
    {
        Name = name;
        Event = chain[^1];
        content = new Lazy<(RecordedValue State, long? Version)>(() => SnapshotChain.Read(name, chain, recording, source));
    }

    /// <summary>What it is the state of.</summary>
    public string Name { get; }

    /// <summary>The number of its event.</summary>
    public long Event { get; }

    /// <summary>The version of the state's shape; null when none was given.</summary>
    /// <exception cref="RecordingException">The snapshot, or one that it builds on, is damaged, or can't be read.</exception>
    public long? Version => content.Value.Version;

    /// <summary>The whole state, also where the event says only what has changed.</summary>
    /// <exception cref="RecordingException">The snapshot, or one that it builds on, is damaged, or can't be read.</exception>
    public RecordedValue Value => content.Value.State;

    /// <summary>Reads the state.</summary>
    /// <typeparam name="T">The type of the state; the generator makes its codec where it sees the call.</typeparam>
    /// <exception cref="InvalidOperationException">There is no codec for the type.</exception>
    /// <exception cref="ValueFormatException">The state is no value of this type.</exception>
    /// <exception cref="RecordingException">The snapshot, or one that it builds on, is damaged, or can't be read.</exception>
    [RecordedTypeArguments]
    public T Read<T>() => Value.Read<T>();
}
