using CsCheck;

namespace Reenact.FuzzTests;

/// <summary>Recordings that were changed: no crash, no hang, no memory beyond the caps, no wrong value.</summary>
public sealed class RecordingFuzzTests : IDisposable
{
    private static readonly Gen<(int File, Step[] Steps, int Command)> Cases = Gen.Select(Gen.Int[0, 1_000_000], Step.Some, Gen.Int[0, 1_000_000]);
    private readonly ToolTarget tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Changed_bytes_are_never_read_as_what_was_not_written() => Fuzz.Run(
        cases: 1500, Cases.Select(@case => (Original: Original(@case.File), Changed: WithChangedBytes(@case.File, @case.Steps))),
        @case =>
        {
            var written = Observed.Of(@case.Original)!.Events;
            Memory.Check(() =>
            {
                if (Observed.Of(@case.Changed) is not { } seen)
                    return;
                seen.CheckAgainst(written);
                if (seen is { IsIntact: true, IsSealed: true } && seen.Events.Count != written.Count)
                    throw new FuzzFailure($"it verifies as intact with {seen.Events.Count} of its {written.Count} events");
            });
        },
        (@case, path) => @case.Changed.WriteTo(path));

    [Fact]
    public void Changed_bytes_are_read_or_refused_in_the_ordinary_way() => Fuzz.Run(
        cases: 400, Cases.Select(@case => WithChangedBytes(@case.File, @case.Steps)), file => Memory.Check(() => ReadingTarget.Run(file)), (file, path) => file.WriteTo(path));

    [Fact]
    public void Changed_contents_with_checksums_and_seal_that_fit_are_read_as_they_stand() => Fuzz.Run(
        cases: 1200, Cases.Select(@case => Repaired(@case.File, @case.Steps)),
        @case => Memory.Check(() =>
        {
            if (@case.Events is null || Observed.Of(@case.File) is not { } seen)
                return;
            seen.CheckAgainst(@case.Events.Index().ToDictionary(found => (long)found.Index, found => found.Item));
            if (seen.IsIntact && seen.Events.Count != @case.Events.Count)
                throw new FuzzFailure($"it verifies as intact with {seen.Events.Count} of its {@case.Events.Count} events");
            seen.CheckReadable(@case.File);
        }),
        (@case, path) => @case.File.WriteTo(path));

    [Fact]
    public void Changed_contents_are_read_or_refused_in_the_ordinary_way() => Fuzz.Run(
        cases: 1000, Cases.Select(@case => Repaired(@case.File, @case.Steps).File), file => Memory.Check(() => ReadingTarget.Run(file)), (file, path) => file.WriteTo(path));

    [Fact]
    public void The_tool_ends_with_an_exit_code_and_prints_text() => Fuzz.Run(
        cases: 600, Cases.Select(@case => (Repaired(@case.File, @case.Steps).File, Command: @case.Command % ToolTarget.Commands)),
        @case => Memory.Check(() => tool.Run(@case.File, @case.Command)),
        (@case, path) => @case.File.WriteTo(path));

    [Fact]
    public void A_replay_departs_from_it_or_refuses_it() => Fuzz.Run(
        cases: 150, Cases.Select(@case => RepairedOf(RecordedCorpus.Desk, @case.Steps).File),
        file => ReplayTarget.RunAsync(file).GetAwaiter().GetResult(),
        (file, path) => file.WriteTo(path));

    [Fact]
    public void Changed_events_of_a_tail_with_checksums_that_fit_are_read_or_left_out() => Fuzz.Run(
        cases: 300, Cases.Select(@case => WithForgedTail(@case.Steps)), file => Memory.Check(() => ReadingTarget.Run(file)), (file, path) => file.WriteTo(path));

    private static CorpusFile WithForgedTail(Step[] steps)
    {
        var live = RecordedCorpus.Files.First(file => file.Tail is not null);
        using var recording = live.Open(OnDamage.Throw);
        var first = (ulong)(recording.EventCount - recording.EventsInTail);
        var events = Observed.Of(live)!.Events.Where(found => found.Key >= (long)first).OrderBy(found => found.Key).Select(found => found.Value).ToList();
        var chunks = new List<(ulong, IReadOnlyList<byte[]>)> { (first, events) };
        foreach (var step in steps)
        {
            var place = step.At(events.Count);
            switch (step.Kind / 16 % 4)
            {
                case 0:
                    chunks.Add((step.Pick([first + step.Other % 5, 0UL, ulong.MaxValue, ulong.MaxValue - 1, first - 1]), [.. events]));
                    break;
                case 1:
                    events.Insert(place, step.Pick(HostileElements.All));
                    break;
                default:
                    events[place] = ElementChanges.Apply(events[place], step with { Place = step.Value }).Bytes;
                    break;
            }
        }

        return live with { Tail = TailForge.Write(live.Tail!, chunks) };
    }

    private static CorpusFile Original(int file) => RecordedCorpus.Files[file % RecordedCorpus.Files.Count];

    private static CorpusFile WithChangedBytes(int file, Step[] steps)
    {
        var original = Original(file);
        var others = RecordedCorpus.Files.Select(other => other.Bytes).ToArray();
        return original.Tail is { } tail && file / 1000 % 2 == 0
            ? original with { Tail = ByteChanges.Apply(tail, steps, others) }
            : original with { Bytes = ByteChanges.Apply(original.Bytes, steps, others) };
    }

    private static (CorpusFile File, IReadOnlyList<byte[]>? Events) Repaired(int file, Step[] steps) => RepairedOf(Original(file) with { Tail = null }, steps);

    private static (CorpusFile File, IReadOnlyList<byte[]>? Events) RepairedOf(CorpusFile original, Step[] steps)
    {
        var recording = TakenApart.Of(original);
        foreach (var step in steps)
            RecordingChanges.Apply(recording, step);
        var bytes = recording.Build(out var events);
        return (original with { Bytes = bytes }, events);
    }
}
