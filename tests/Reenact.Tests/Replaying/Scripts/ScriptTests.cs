using Reenact.Events;
using Reenact.Replaying;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Scripts;

/// <summary>A script that is read as it is used says of each call what the whole recording says.</summary>
public sealed class ScriptTests
{
    private readonly Dictionary<RecordedSpan, List<RecordedSpan>> left = [];
    private readonly List<(ScriptCall Call, RecordedSpan? Recorded)> bodies = [];
    private readonly List<(ScriptCall Call, RecordedSpan Recorded)> unread = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Calls_are_those_of_the_recording_in_whatever_order_they_are_used(int seed)
    {
        var bytes = RandomScript.Make(seed);
        using var whole = Recorded.Open(bytes);
        using var recording = Recorded.Open(bytes);
        var script = Script.Open(recording);
        var random = new Random(seed);
        var topLeft = whole.Calls.ToList();
        var used = 0;

        Assert.Equal(CountServed(whole.Calls), script.Calls);
        bodies.Add((script.Root, null));
        while (bodies.Count > 0)
        {
            var place = random.Next(bodies.Count);
            var (body, recorded) = bodies[place];
            var expected = recorded is null ? topLeft : LeftOf(recorded);
            var skipped = random.Next(3);
            var next = body.Unused.Skip(skipped).FirstOrDefault();
            if (next is null)
            {
                Assert.True(expected.Count <= skipped);
                if (skipped == 0)
                {
                    bodies.RemoveAt(place);
                    Check(body, recorded);
                }

                continue;
            }

            var same = expected[skipped];
            expected.RemoveAt(skipped);
            next.Use();
            used += next.IsReplayed ? 0 : 1;
            Assert.Equal((same.Id, same.Start.Sequence, same.Method.Name), (next.Id, next.Sequence, next.Method.Name));
            Assert.Equal(same.Arguments.Select(value => value.ReadText()), next.Arguments.Select(value => value.ReadText()));
            if (next.IsReplayed)
            {
                bodies.Add((next, same));
            }
            else if (random.Next(3) == 0)
            {
                unread.Add((next, same));
            }
            else
            {
                Check(next, same);
            }
        }

        foreach (var (call, recorded) in unread)
        {
            Check(call, recorded);
        }

        Assert.Equal(script.Calls, used);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_replay_that_begins_in_the_middle_sees_what_starts_from_there_on(int seed)
    {
        var bytes = RandomScript.Make(seed);
        using var whole = Recorded.Open(bytes);
        using var recording = Recorded.Open(bytes);
        var script = Script.Open(recording);
        var at = new Random(seed).Next(300);

        script.SkipTo(at);

        var inFlight = AllAgents(whole.Calls)
            .Where(call => call.Start.Sequence < at && ((call.End ?? call.StreamEnd) is not { } end || end.Sequence >= at))
            .Select(call => (Recorded: call, Found: script.FindOpen(call.Id)))
            .ToList();
        Assert.Equal(whole.Calls.Where(call => call.Start.Sequence >= at).Select(call => call.Id), script.Root.Unused.Select(call => call.Id));
        Assert.All(inFlight, call => Assert.Equal(
            call.Recorded.Children.Where(child => child.Start.Sequence >= at).Select(child => child.Id),
            call.Found!.Unused.Select(child => child.Id)));
    }

    private static IEnumerable<RecordedSpan> AllAgents(IEnumerable<RecordedSpan> calls) =>
        calls.Where(call => call.Method.Kind == CallKind.Agent).SelectMany(call => AllAgents(call.Children).Prepend(call));

    private static int CountServed(IEnumerable<RecordedSpan> calls) =>
        calls.Sum(call => call.Method.Kind == CallKind.Agent ? CountServed(call.Children) : 1);

    private static void Check(ScriptCall call, RecordedSpan? recorded)
    {
        if (recorded is null)
        {
            return;
        }

        Assert.Equal(recorded.StreamEnd?.Sequence, call.StreamEnd?.Sequence);
        Assert.Equal(recorded.End?.Sequence, call.End?.Sequence);
        var items = recorded.Events.OfType<StreamItemEvent>().Where(item => recorded.StreamEnd is not { } end || item.Sequence < end.Sequence).Select(item => item.Sequence);
        Assert.Equal(items, Items(call.Stream));
        Assert.Equal(recorded.StreamEnd?.Sequence, call.Stream.Next?.Sequence);
        Assert.Equal(
            recorded.Events.OfType<ProgressEvent>().Where(report => recorded.End is not { } end || report.Sequence < end.Sequence).Select(report => report.Sequence),
            call.Reports.Select(report => report.Sequence));
        if (call.IsReplayed)
        {
            foreach (var captures in recorded.Events.OfType<ValueCapturedEvent>().GroupBy(capture => capture.Source))
            {
                Assert.All(captures, capture => Assert.Equal(capture.Sequence, call.TakeCapture(captures.Key, null)?.Sequence));
                Assert.Null(call.TakeCapture(captures.Key, null));
            }
        }
    }

    private static IEnumerable<long> Items(ScriptStream stream)
    {
        while (stream.Take() is { } item)
        {
            yield return item.Sequence;
        }
    }

    private List<RecordedSpan> LeftOf(RecordedSpan call)
    {
        if (!left.TryGetValue(call, out var children))
        {
            left.Add(call, children = [.. call.Children]);
        }

        return children;
    }
}
