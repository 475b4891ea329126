using System.Text.Json;
using Reenact.Comparing;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Comparing;

public class DriftTests
{
    [Fact]
    public void The_same_sets_show_no_difference()
    {
        var sessions = Sessions(40, success: 0.5);

        var drift = Drift.Between(sessions, sessions);

        Assert.False(drift.IsBeyondChance);
        Assert.All(drift.Measures, measure => Assert.Equal(0, measure.Difference));
    }

    [Fact]
    public void A_large_difference_is_beyond_chance_and_a_small_one_is_not()
    {
        var before = Sessions(200, success: 0.4, id: 1);

        var better = Drift.Between(before, Sessions(200, success: 0.7, id: 2));
        var alike = Drift.Between(before, Sessions(200, success: 0.45, id: 3));

        var success = better.Measures.Single(measure => measure.Name == "success");
        Assert.Equal((DriftVerdict.BeyondChance, IntervalMethod.Newcombe), (success.Verdict, success.Method));
        Assert.Equal((0.4, 0.7), (success.Before, success.After));
        Assert.Null(success.SessionsNeeded);
        success = alike.Measures.Single(measure => measure.Name == "success");
        Assert.Equal(DriftVerdict.WithinChance, success.Verdict);
        // (1.96 + 0.84)² · (0.4 · 0.6 + 0.45 · 0.55) ÷ 0.05²
        Assert.InRange(success.SessionsNeeded!.Value, 1520, 1540);
    }

    [Fact]
    public void Sessions_of_one_task_are_paired()
    {
        // Tasks differ far more than the change does: only in pairs can it be seen.
        var before = Enumerable.Range(0, 20).Select(task => Session(TimeSpan.FromSeconds(1), calls: 10 * task, task: task)).ToList();
        var after = Enumerable.Range(0, 20).Select(task => Session(TimeSpan.FromSeconds(1), calls: (10 * task) + 2 + (task % 2), task: task)).ToList();

        var paired = Drift.Between(before, after);
        var independent = Drift.Between([.. before.Select(WithoutTask)], [.. after.Select(WithoutTask)]);

        Assert.Equal((DriftPairing.Task, 20), (paired.Pairing, paired.Pairs));
        Assert.Equal((DriftVerdict.BeyondChance, IntervalMethod.PairedT), Calls(paired));
        Assert.Equal((DriftPairing.None, 0), (independent.Pairing, independent.Pairs));
        Assert.Equal((DriftVerdict.WithinChance, IntervalMethod.Welch), Calls(independent));

        static (DriftVerdict, IntervalMethod) Calls(Drift drift)
        {
            var calls = drift.Measures.Single(measure => measure.Name == "calls");
            return (calls.Verdict, calls.Method);
        }

        static SessionMeasures WithoutTask(SessionMeasures session) => session with { Info = new SessionInfo() };
    }

    [Fact]
    public void Of_pairs_the_values_before_and_after_are_those_whose_difference_is_told()
    {
        // The first task, with many sessions, would outweigh the others if sessions were counted.
        List<SessionMeasures> before = [.. Tasks(5, Outcome.Failure), .. Enumerable.Range(0, 40).Select(_ => Session(TimeSpan.FromSeconds(1), Outcome.Success, calls: 9, task: 0))];
        List<SessionMeasures> after = [.. Tasks(5, Outcome.Success), .. Enumerable.Range(0, 40).Select(_ => Session(TimeSpan.FromSeconds(1), Outcome.Failure, calls: 1, task: 0))];

        var measures = Drift.Between(before, after).Measures.Where(measure => measure.Statistic is DriftStatistic.Share or DriftStatistic.Mean).ToList();

        Assert.All(measures, measure => Assert.Equal(measure.After - measure.Before, measure.Difference, 1e-9));
        Assert.Equal(40 / 41.0 / 5, measures.Single(measure => measure.Name == "success").Before, 1e-9);

        static IEnumerable<SessionMeasures> Tasks(int count, Outcome outcome) => Enumerable.Range(0, count).Select(task => Session(TimeSpan.FromSeconds(1), outcome, task: task));
    }

    [Fact]
    public void Forks_are_paired_with_the_sessions_they_come_from()
    {
        var before = Sessions(10, success: 0.5);
        var after = before.Select(session => Session(TimeSpan.FromSeconds(1)) with { ParentSession = session.SessionId.ToString() }).ToList();

        var drift = Drift.Between(before, after);

        Assert.Equal((DriftPairing.Parent, 10), (drift.Pairing, drift.Pairs));
        Assert.Equal(IntervalMethod.NewcombePaired, drift.Measures.Single(measure => measure.Name == "success").Method);
        Assert.DoesNotContain(drift.Measures, measure => measure.Name == "session duration");
    }

    [Fact]
    public void Sessions_without_a_counterpart_are_counted_and_left_out()
    {
        var before = Enumerable.Range(0, 10).Select(task => Session(TimeSpan.FromSeconds(1), task: task)).ToList();
        var after = Enumerable.Range(1, 10).Select(task => Session(TimeSpan.FromSeconds(1), task: task)).ToList();

        var drift = Drift.Between(before, after);

        Assert.Equal((10, 9), (drift.Before.Sessions, drift.Before.Compared));
        Assert.Equal(9, drift.Pairs);
    }

    [Fact]
    public void Of_few_sessions_nothing_is_said()
    {
        var drift = Drift.Between(Sessions(4, success: 0), Sessions(4, success: 1));

        Assert.All(drift.Measures, measure => Assert.Equal(DriftVerdict.TooFew, measure.Verdict));
        Assert.False(drift.IsBeyondChance);
        Assert.Empty(Drift.Between([], Sessions(4, success: 1)).Measures);
    }

    [Fact]
    public void Among_sets_that_do_not_differ_few_are_called_different()
    {
        var random = new Random(5);
        var alarms = 0;
        const int Rounds = 150;
        for (var round = 0; round < Rounds; round++)
            alarms += Drift.Between(Some(), Some(), new DriftOptions { Resamples = 200 }).IsBeyondChance ? 1 : 0;

        Assert.InRange(alarms / (double)Rounds, 0, 0.09);

        List<SessionMeasures> Some() =>
        [
            .. Enumerable.Range(0, 60).Select(_ => Session(
                TimeSpan.FromSeconds(random.NextDouble()), random.Next(2) == 0 ? Outcome.Success : Outcome.Failure, calls: random.Next(20))),
        ];
    }

    [Fact]
    public void The_same_sets_give_the_same_result()
    {
        var (before, after) = (Sessions(30, success: 0.5, id: 1), Sessions(30, success: 0.6, id: 2));

        Assert.Equal(Drift.Between(before, after).ToJson(), Drift.Between(before, after).ToJson());
    }

    [Fact]
    public void A_recording_is_measured_in_one_pass()
    {
        using var recording = Recording.Open(RecordingBuilder.Sample().Seal().Store);

        var measures = SessionMeasures.Of(recording, new Dictionary<string, ModelPrice> { ["gpt-4o"] = new(1, 1), ["gpt-4o-mini"] = new(1, 1) });

        Assert.Equal(2, measures.CallsByMethod["Acme.Model.CompleteAsync"]);
        Assert.Equal(2, measures.Latencies["Acme.Model.CompleteAsync"].Total);
        Assert.Equal((1200 + 80 + 1300 + 20) / 1_000_000m, measures.Cost);
        Assert.Equal(1, measures.Summary.FailedCalls);
    }

    [Fact]
    public void Recordings_that_can_not_be_read_are_named_and_left_out()
    {
        var folder = Directory.CreateTempSubdirectory("reenact-drift-").FullName;
        try
        {
            var good = Path.Combine(folder, "good.reenact");
            var bad = Path.Combine(folder, "bad.reenact");
            var bytes = RecordingBuilder.Sample().Seal().Bytes;
            File.WriteAllBytes(good, bytes);
            bytes[bytes.Length / 2] ^= 0xFF;
            File.WriteAllBytes(bad, bytes);

            var drift = Drift.Between([good, bad, Path.Combine(folder, "absent.reenact")], [good]);

            Assert.Equal(1, drift.Before.Sessions);
            Assert.Equal([bad, Path.Combine(folder, "absent.reenact")], drift.Before.Unread.Select(unread => unread.Path));
            Assert.Empty(drift.After.Unread);
            using var json = JsonDocument.Parse(drift.ToJson());
            Assert.Equal(2, json.RootElement.GetProperty("before").GetProperty("unread").GetArrayLength());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static SessionMeasures Session(TimeSpan duration, Outcome outcome = Outcome.Success, int calls = 1, int? task = null) => Empty with
    {
        SessionId = Guid.NewGuid(),
        Path = Guid.NewGuid().ToString(),
        Info = task is null ? new SessionInfo() : new SessionInfo { Tags = new Dictionary<string, string> { ["task"] = $"{task}" } },
        CallsByMethod = new Dictionary<string, long> { ["Acme.Tools.Search"] = calls },
        Summary = new RecordingSummary { Outcome = outcome, Duration = duration, Calls = new Dictionary<CallKind, long> { [CallKind.Tool] = calls } },
    };

    private static readonly SessionMeasures Empty = Measured();

    private static SessionMeasures Measured()
    {
        using var recording = Recording.Open(new RecordingBuilder().Started().Ended().Seal().Store);
        return SessionMeasures.Of(recording);
    }

    private static List<SessionMeasures> Sessions(int count, double success, int id = 0) =>
    [
        .. Enumerable.Range(0, count).Select(index => Session(
            TimeSpan.FromSeconds(1 + (index * (id + 1) % 7)), index < success * count ? Outcome.Success : Outcome.Failure, calls: 1 + (index % 5))),
    ];
}
