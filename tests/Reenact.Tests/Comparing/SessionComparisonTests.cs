using System.Text.Json;
using Reenact.Comparing;
using Xunit;

namespace Reenact.Tests.Comparing;

public class SessionComparisonTests
{
    private static readonly BuiltCall[] Some =
    [
        new("Acme.Tools.Search", "JFK to SEA", "three flights"),
        new("Acme.Agent.Handle", "book the first", "booked", new BuiltCall("Acme.Tools.Book", "HAT023", "ok"), new BuiltCall("Acme.Tools.Search", "seats", "12A")),
        new("Acme.Tools.Search", "bags", "two"),
    ];

    [Fact]
    public void A_session_compared_with_itself_is_equal()
    {
        var random = new Random(1);
        for (var round = 0; round < 100; round++)
        {
            var calls = BuiltCall.Random(random, random.Next(20));

            var comparison = Compare(calls, calls);

            Assert.True(comparison.AreEqual);
            Assert.Equal(0, comparison.Counts.Changed + comparison.Counts.Added + comparison.Counts.Removed);
            Assert.Empty(comparison.Limits);
        }
    }

    [Fact]
    public void Values_in_blobs_of_different_ids_are_compared_by_content()
    {
        var text = new string('x', 400) + "end";
        using var before = BuiltCall.Record([new("Acme.Tools.Search", text, text)]);
        using var after = BuiltCall.Record([new("Acme.Tools.Search", text, text)], padding: new string('y', 300));
        using var other = BuiltCall.Record([new("Acme.Tools.Search", text + "s", text)], padding: new string('y', 300));

        Assert.True(SessionComparison.Compare(before, after).AreEqual);
        var difference = Assert.Single(Assert.Single(SessionComparison.Compare(before, other).Calls).Arguments);
        Assert.Equal("query", difference.Path);
        Assert.Contains("ends", difference.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public void Edits_of_a_random_session_are_found_exactly()
    {
        var random = new Random(2);
        for (var round = 0; round < 200; round++)
        {
            var calls = BuiltCall.Random(random, 3 + random.Next(15));
            var place = random.Next(calls.Length);
            var edit = random.Next(4);
            var edited = calls.ToList();
            switch (edit)
            {
                case 0:
                    edited.RemoveAt(place);
                    break;
                case 1:
                    edited.Insert(place, new BuiltCall("Acme.Tools.New", BuiltCall.NewText(random), ""));
                    break;
                case 2:
                    edited[place] = calls[place] with { Argument = BuiltCall.NewText(random) };
                    break;
                default:
                    edited[place] = calls[place] with { Result = BuiltCall.NewText(random) };
                    break;
            }

            var comparison = Compare(calls, [.. edited]);

            var call = Assert.Single(comparison.Calls, call => call.HasDifferences);
            Assert.Equal(edit switch { 0 => Change.Removed, 1 => Change.Added, _ => Change.Changed }, call.Change);
            Assert.Equal((edit == 2, edit == 3), (call.Arguments.Count == 1, call.Results.Count == 1));
            Assert.Equal(place, comparison.Calls.ToList().IndexOf(call));
            Assert.Same(call, comparison.FirstDifference!.Call);
        }
    }

    [Fact]
    public void Exchanged_recordings_give_the_mirrored_comparison()
    {
        var random = new Random(3);
        for (var round = 0; round < 100; round++)
        {
            var (calls, others) = (BuiltCall.Random(random, random.Next(12)), BuiltCall.Random(random, random.Next(12)));
            BuiltCall[] edited = [.. calls.Where(_ => random.Next(4) > 0).Concat(others.Take(3))];

            var (there, back) = (Compare(calls, edited), Compare(edited, calls));

            Assert.Equal(there.AreEqual, back.AreEqual);
            Assert.Equal((there.Counts.Same, there.Counts.Changed, there.Counts.Added, there.Counts.Removed), (back.Counts.Same, back.Counts.Changed, back.Counts.Removed, back.Counts.Added));
            Assert.Equal(
                there.Calls.Where(call => call is { Before: not null, After: not null }).Select(call => (call.Before!.Id, call.After!.Id)),
                back.Calls.Where(call => call is { Before: not null, After: not null }).Select(call => (call.After!.Id, call.Before!.Id)));
        }
    }

    [Fact]
    public void A_difference_deep_inside_is_the_first_one_before_the_result_that_it_leads_to()
    {
        BuiltCall[] changed =
        [
            Some[0],
            Some[1] with { Result = "not booked", Inside = [Some[1].Inside[0] with { Fails = true, Result = "full" }, Some[1].Inside[1]] },
            Some[2],
        ];

        var comparison = Compare(Some, changed);

        Assert.Equal((FirstDifferenceKind.Result, "Acme.Tools.Book"), (comparison.FirstDifference!.Kind, comparison.FirstDifference.What));
        Assert.Equal("ending", comparison.FirstDifference.Difference!.Path);
        Assert.Contains("Acme.FullException", comparison.FirstDifference.Difference.Actual, StringComparison.Ordinal);
        Assert.Equal(new ComparedFailures("Acme.Tools.Book", "Acme.FullException", 0, 1), Assert.Single(comparison.Failures));
        Assert.Equal(new CallCounts(Same: 3, Changed: 2, Removed: 0, Added: 0), comparison.Counts);
    }

    [Fact]
    public void Calls_in_a_call_that_only_one_session_has_are_counted()
    {
        var comparison = Compare(Some, [Some[0], Some[2]]);

        Assert.Equal(new CallCounts(Same: 2, Changed: 0, Removed: 3, Added: 0), comparison.Counts);
        Assert.Equal(FirstDifferenceKind.CallRemoved, comparison.FirstDifference!.Kind);
    }

    [Fact]
    public void The_same_method_with_like_arguments_is_a_changed_call_and_not_another_one()
    {
        BuiltCall[] before = [new("Acme.Tools.Search", "flights from JFK to SEA on May 20", ""), new("Acme.Tools.Search", "hotel near the airport", "")];
        BuiltCall[] after = [new("Acme.Tools.Search", "the hotel near the airport", "")];

        var comparison = Compare(before, after);

        Assert.Equal([Change.Removed, Change.Changed], comparison.Calls.Select(call => call.Change));
    }

    [Fact]
    public void Decisions_are_compared_in_order()
    {
        using var before = BuiltCall.Record(Some, builder =>
        {
            BuiltCall.Decide(builder, "route", "refund");
            BuiltCall.Decide(builder, "tone", "kind");
        });
        using var after = BuiltCall.Record(Some, builder =>
        {
            BuiltCall.Decide(builder, "route", "rebook");
            BuiltCall.Decide(builder, "escalate", "no");
            BuiltCall.Decide(builder, "tone", "kind");
        });

        var comparison = SessionComparison.Compare(before, after);

        Assert.Equal([("route", Change.Changed), ("escalate", Change.Added), ("tone", Change.Same)], comparison.Decisions.Select(decision => (decision.Name, decision.Change)));
        Assert.Equal((FirstDifferenceKind.Decision, "route"), (comparison.FirstDifference!.Kind, comparison.FirstDifference.What));
        Assert.Equal("\"refund\"", comparison.Decisions[0].Differences[0].Expected);
    }

    [Fact]
    public void What_sessions_ran_with_is_compared_by_version_and_content()
    {
        var prompt = string.Concat(Enumerable.Repeat("Be kind and brief.\n", 30));
        using var before = BuiltCall.Record(Some, builder =>
        {
            BuiltCall.Use(builder, EnvironmentKind.Prompt, "system", "7", prompt + "Never refund.");
            BuiltCall.Use(builder, EnvironmentKind.Model, "gpt-4o", null, null);
            BuiltCall.Use(builder, EnvironmentKind.Flag, "fast", "on", null);
        });
        using var after = BuiltCall.Record(
            Some,
            builder =>
            {
                BuiltCall.Use(builder, EnvironmentKind.Prompt, "system", "7", prompt + "Always refund.");
                BuiltCall.Use(builder, EnvironmentKind.Model, "gpt-4o", null, null);
            },
            padding: new string('z', 999));

        var comparison = SessionComparison.Compare(before, after);

        Assert.Equal([("system", Change.Changed), ("fast", Change.Removed)], comparison.Environment.Select(environment => (environment.Name, environment.Change)));
        Assert.Equal(31, comparison.Environment[0].Differences.Single().Line);
        Assert.Equal(FirstDifferenceKind.Environment, comparison.FirstDifference!.Kind);
    }

    [Fact]
    public void Another_outcome_is_a_difference_of_its_own()
    {
        using var before = BuiltCall.Record(Some);
        using var after = BuiltCall.Record(Some, outcome: Outcome.Failure);

        var comparison = SessionComparison.Compare(before, after);

        Assert.False(comparison.AreEqual);
        Assert.Equal(FirstDifferenceKind.End, comparison.FirstDifference!.Kind);
        Assert.Equal(["outcome", "errorCode"], comparison.Outcome.Select(difference => difference.Path));
    }

    [Fact]
    public void Deeply_nested_calls_need_no_stack()
    {
        var call = new BuiltCall("Acme.Agent.Handle", "innermost", "1");
        for (var depth = 0; depth < 2000; depth++)
            call = new BuiltCall("Acme.Agent.Handle", "same", "same", call);
        var other = new BuiltCall("Acme.Agent.Handle", "innermost", "2");
        for (var depth = 0; depth < 2000; depth++)
            other = new BuiltCall("Acme.Agent.Handle", "same", "same", other);

        var comparison = Compare([call], [other]);

        Assert.Equal(new CallCounts(2000, 1, 0, 0), comparison.Counts);
        Assert.Equal("\"1\"", comparison.FirstDifference!.Difference!.Expected);
        Assert.Contains("\"depth\": 2000", comparison.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_much_is_said()
    {
        var random = new Random(4);
        var (before, after) = (BuiltCall.Random(random, 40), BuiltCall.Random(random, 40));
        using var one = BuiltCall.Record(before);
        using var other = BuiltCall.Record(after);

        var comparison = SessionComparison.Compare(one, other, new ComparisonOptions { MaxAlignmentPairs = 10, MaxComparedBytes = 0 });

        Assert.Equal(2, comparison.Limits.Count);
        Assert.False(comparison.AreEqual);
        Assert.All(comparison.Calls.Where(call => call.Change == Change.Changed), call => Assert.NotEmpty(call.Arguments.Concat(call.Results)));
    }

    [Fact]
    public void A_long_document_is_written_piece_by_piece()
    {
        var calls = Enumerable.Range(0, 2000).Select(call => new BuiltCall("Acme.Agent.Handle", $"argument {call}", "result")).ToArray();
        var comparison = Compare(calls, [.. calls, calls[0]]);
        using var output = new PieceWriter();
        comparison.WriteJson(output);

        Assert.Equal(comparison.ToJson(), output.ToString());
        Assert.InRange(output.LongestPiece, 1, output.ToString().Length / 2);
    }

    [Fact]
    public void Json_tells_the_same()
    {
        using var json = JsonDocument.Parse(Compare(Some, [Some[0], Some[1] with { Result = "no" }]).ToJson());

        var root = json.RootElement;
        Assert.False(root.GetProperty("equal").GetBoolean());
        Assert.Equal("result", root.GetProperty("firstDifference").GetProperty("kind").GetString());
        Assert.Equal(["same", "changed", "same", "same", "removed"], root.GetProperty("calls").EnumerateArray().Select(call => call.GetProperty("change").GetString()));
        Assert.Equal([0, 0, 1, 1, 0], root.GetProperty("calls").EnumerateArray().Select(call => call.GetProperty("depth").GetInt32()));
    }

    [Fact]
    public void Tokens_cost_what_prices_say()
    {
        using var before = Model("gpt-4o");
        using var after = Model("unheard-of");

        var comparison = SessionComparison.Compare(
            before, after, new ComparisonOptions { Prices = new Dictionary<string, ModelPrice> { ["gpt-4o"] = new(Input: 2, Output: 10, CachedInput: 1) } });

        Assert.Equal(((800 * 2) + (400 * 1) + (80 * 10)) / 1_000_000m, comparison.CostBefore);
        Assert.Null(comparison.CostAfter);
        Assert.Equal(1200, comparison.Before.Summary.InputTokens);

        static Recording Model(string name) => BuiltCall.Record([], builder => builder
            .Call(1, builder.Method("Acme.Model.CompleteAsync", CallKind.Model, "messages"), "hello")
            .ModelReturned(1, name, 1200, 80, 400));
    }

    private static SessionComparison Compare(BuiltCall[] before, BuiltCall[] after)
    {
        using var one = BuiltCall.Record(before);
        using var other = BuiltCall.Record(after);
        return SessionComparison.Compare(one, other);
    }

    private sealed class PieceWriter : StringWriter
    {
        public int LongestPiece { get; private set; }

        public override void Write(string? value)
        {
            LongestPiece = Math.Max(LongestPiece, value?.Length ?? 0);
            base.Write(value);
        }
    }
}
