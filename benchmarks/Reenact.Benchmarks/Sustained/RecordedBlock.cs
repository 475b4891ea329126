using Reenact.Format;

namespace Reenact.Benchmarks.Sustained;

/// <summary>The events of one block of a recording, as the recorder hands them to its writer.</summary>
/// <param name="Recording">The number of the recording.</param>
/// <param name="First">The number of the first event in it.</param>
/// <param name="Body">The events, one after the other.</param>
/// <param name="Count">How many there are.</param>
internal sealed record RecordedBlock(int Recording, ulong First, ReadOnlyMemory<byte> Body, int Count)
{
    /// <summary>All blocks of events of some recordings.</summary>
    public static IReadOnlyList<RecordedBlock> Of(IEnumerable<string> paths) => [.. paths.SelectMany(Read)];

    private static IEnumerable<RecordedBlock> Read(string path, int recording)
    {
        using var store = FileBlockStore.OpenRead(path);
        var layout = RecordingLayout.Open(store);
        var events = new EventSource(store, layout.SessionBytes, layout.Index, layout.Key);
        for (var number = 0; number < events.BlockCount; number++)
        {
            if (events.ReadBlock(number, onProblem: null) is { Starts.Length: > 0 } block)
                yield return new RecordedBlock(recording, (ulong)block.FirstSequence, block.Body, block.Starts.Length);
        }
    }
}
