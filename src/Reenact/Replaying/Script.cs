using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>A recording, read whole and laid out for one replay.</summary>
internal sealed class Script
{
    private readonly HashSet<(string Name, ulong Signature)> methods;

    private Script(Recording recording, ScriptCall root, ReplayBlobs blobs, HashSet<(string Name, ulong Signature)> methods, SessionEndedEvent? end)
    {
        this.methods = methods;
        Recording = recording;
        Root = root;
        Blobs = blobs;
        IsWhole = end is not null;
        Exactness = end?.Exactness ?? Exactness.Free;
        Calls = CountServed(root);
        HasBranches = Branches(root);
    }

    public Recording Recording { get; }

    /// <summary>The session itself.</summary>
    public ScriptCall Root { get; }

    public ReplayBlobs Blobs { get; }

    /// <summary>Whether the recording has its session's end; if not, it was cut off.</summary>
    public bool IsWhole { get; }

    /// <summary>How sure the recorder was; a recording without an end can't say.</summary>
    public Exactness Exactness { get; }

    /// <summary>How many calls a replay serves: those that replayed code makes.</summary>
    public int Calls { get; }

    /// <summary>Whether replayed code made calls while others that it made were in flight.</summary>
    public bool HasBranches { get; }

    /// <summary>Whether the recording has calls of a method with this very signature.</summary>
    public bool Has(string method, ulong signature) => methods.Contains((method, signature));

    /// <exception cref="RecordingException">The recording is damaged.</exception>
    public static Script Read(Recording recording)
    {
        var blobs = new Dictionary<uint, ReadOnlyMemory<byte>>();
        var methods = new HashSet<(string Name, ulong Signature)>();
        var root = new ScriptCall();
        SessionEndedEvent? end = null;

        IEnumerable<RecordedEvent> Events()
        {
            foreach (var happened in recording.ReadEvents())
            {
                switch (happened)
                {
                    case BlobEvent blob:
                        blobs.TryAdd((uint)blob.Id, blob.Content);
                        break;
                    case DefinitionEvent { Method: { } method }:
                        methods.Add((method.Name, method.Signature));
                        break;
                    case ValueCapturedEvent { Span: 0 } capture:
                        root.Add(capture);
                        break;
                    case SessionEndedEvent ended:
                        end = ended;
                        break;
                }

                yield return happened;
            }
        }

        root.Add(CallTree.Build(Events()).Roots);
        return new Script(recording, root, new ReplayBlobs(blobs), methods, end);
    }

    private static bool Branches(ScriptCall parent)
    {
        var ended = 0L;
        foreach (var child in parent.Children)
        {
            if (child.Start.Sequence < ended || (child.IsReplayed && Branches(child)))
            {
                return true;
            }

            ended = Math.Max(ended, child.LastEvent?.Sequence ?? long.MaxValue);
        }

        return false;
    }

    private static int CountServed(ScriptCall parent)
    {
        var count = 0;
        foreach (var child in parent.Children)
        {
            count += child.IsReplayed ? CountServed(child) : 1;
        }

        return count;
    }
}
