using Reenact.Events;

namespace Reenact.Generators.Tests.Running;

/// <summary><c>in</c>, <c>ref</c> and <c>out</c>: what callers see, recorded and replayed.</summary>
public sealed class ReferenceParameterTests : IDisposable
{
    private const string Source = """
        namespace Acme;

        public readonly record struct Seat(int Row, string Letter);

        public partial class SeatMap
        {
            [Recorded]
            public partial bool TryTake(in Seat wanted, ref int left, out Seat? taken);

            private bool TryTakeCore(in Seat wanted, ref int left, out Seat? taken)
            {
                Agent.Runs++;
                left--;
                taken = wanted with { Letter = "B" };
                return true;
            }

            [Recorded]
            public partial void Fail(ref int left, out string log, out int never);

            private void FailCore(ref int left, out string log, out int never)
            {
                Agent.Runs++;
                left = 42;
                log = "set before";
                throw new InvalidOperationException("full");
            }

            [Recorded]
            public partial Task<int> LaterAsync(ref int left, out string log, bool fails);

            private Task<int> LaterCoreAsync(ref int left, out string log, bool fails)
            {
                Agent.Runs++;
                left += 10;
                log = "started";
                return Finish(left, fails);

                static async Task<int> Finish(int left, bool fails)
                {
                    await Task.Delay(5);
                    return fails ? throw new TimeoutException("late") : left;
                }
            }

            [Recorded]
            public partial int Skip([IgnoreRecorded] ref int kept, [IgnoreRecorded] out string dropped, [IgnoreInMatch] ref Guid trace, ref readonly Seat seat);

            private int SkipCore(ref int kept, out string dropped, ref Guid trace, ref readonly Seat seat)
            {
                dropped = "from the core";
                kept++;
                trace = Guid.Empty;
                return seat.Row;
            }

            [Recorded]
            public partial int Fill(out int[] many);

            private int FillCore(out int[] many)
            {
                Agent.Runs++;
                many = new int[1_200_000];
                Array.Fill(many, int.MaxValue);
                return many.Length;
            }

            [Recorded]
            public partial bool TryFind(int key, out Box box);

            private bool TryFindCore(int key, out Box box)
            {
                box = new Box { Next = new Box() };
                box.Next.Next = box;
                return true;
            }
        }

        public sealed class Box
        {
            public Box? Next { get; set; }
        }

        public static partial class Seats
        {
            [Recorded(Leaf = true)]
            public static partial int Distance(this in Seat from, in Seat to = default);

            private static int DistanceCore(in Seat from, in Seat to)
            {
                Agent.Runs++;
                return from.Row - to.Row;
            }

            [Recorded(Leaf = true)]
            public static partial void Advance(this ref Seat seat, int rows = 1);

            private static void AdvanceCore(ref Seat seat, int rows)
            {
                Agent.Runs++;
                seat = seat with { Row = seat.Row + rows };
            }
        }

        public partial class Agent
        {
            public static int Runs;
            public static int Planned = 7;
            public static string? Shared;

            [Replayed]
            public partial int Plan(ref int left, out string plan);

            private int PlanCore(ref int left, out string plan)
            {
                left *= 2;
                plan = $"plan {Planned}";
                return 1;
            }

            [Replayed]
            public partial void PlanAnyhow([IgnoreInMatch] out int planned, [IgnoreInMatch] ref int left);

            private void PlanAnyhowCore(out int planned, ref int left) => planned = left = Planned;

            [Replayed]
            public partial ValueTask<int> PlanLaterAsync(in int left, out int planned);

            private ValueTask<int> PlanLaterCoreAsync(in int left, out int planned)
            {
                planned = Planned;
                return new(Wait(left));

                static async Task<int> Wait(int left)
                {
                    await Task.Yield();
                    return left;
                }
            }

            public static async Task<string> RunAsync(string request)
            {
                var map = new SeatMap();
                var left = 5;
                var said = new List<object?>();
                switch (request)
                {
                    case "take":
                        said.Add(map.TryTake(new Seat(3, "A"), ref left, out var taken));
                        said.Add(taken);
                        break;
                    case "fail":
                        Shared = "before";
                        var never = -1;
                        try
                        {
                            map.Fail(ref left, out Shared, out never);
                        }
                        catch (InvalidOperationException exception)
                        {
                            said.Add(exception.Message);
                        }

                        said.Add(Shared);
                        said.Add(never);
                        break;
                    case "later" or "fail later":
                        var task = map.LaterAsync(ref left, out var log, request == "fail later");
                        said.Add(log);
                        said.Add(left);
                        try
                        {
                            said.Add(await task);
                        }
                        catch (TimeoutException exception)
                        {
                            said.Add(exception.Message);
                        }

                        break;
                    case "skip":
                        var trace = Guid.NewGuid();
                        var ninth = new Seat(9, "C");
                        said.Add(map.Skip(ref left, out var dropped, ref trace, in ninth));
                        said.Add(trace);
                        said.Add(dropped is null ? "" : dropped.Length);
                        left = 0;
                        break;
                    case "extend":
                        var seat = new Seat(4, "D");
                        seat.Advance();
                        seat.Advance(3);
                        said.Add(seat.Distance() + seat.Distance(seat));
                        said.Add(seat);
                        break;
                    case "plan":
                        said.Add(new Agent().Plan(ref left, out var plan));
                        said.Add(plan);
                        break;
                    case "plan anyhow":
                        new Agent().PlanAnyhow(out _, ref left);
                        left = 0;
                        break;
                    case "many":
                        said.Add(map.Fill(out var many));
                        said.Add(many.Sum(value => (long)value));
                        break;
                    case "plan later":
                        said.Add(await new Agent().PlanLaterAsync(left, out var planned));
                        said.Add(planned);
                        break;
                    case "cycle":
                        try
                        {
                            said.Add(map.TryFind(1, out _));
                        }
                        catch (InvalidOperationException exception)
                        {
                            said.Add(exception.Message);
                        }

                        break;
                }

                said.Add(left);
                return string.Join("; ", said);
            }
        }
        """;

    private static readonly AgentRun Shared = new(Source);

    private readonly AgentRun agent = Shared;

    [Theory]
    [InlineData("take", "True; Seat { Row = 3, Letter = B }; 4")]
    [InlineData("fail", "full; set before; -1; 42")]
    [InlineData("later", "started; 15; 15; 15")]
    [InlineData("fail later", "started; 15; late; 15")]
    [InlineData("extend", "8; Seat { Row = 8, Letter = D }; 8")]
    [InlineData("plan", "1; plan 7; 10")]
    [InlineData("many", "1200000; 2576980376400000; 5")]
    [InlineData("plan later", "5; 7; 5")]
    public async Task The_caller_sees_the_same_without_a_session_recorded_and_replayed(string request, string outcome)
    {
        var expected = request == "extend" ? outcome[..^1] + "5" : outcome;
        Assert.Equal(expected, await agent.PlainAsync(request));
        Assert.Equal(expected, await agent.RecordAsync(request));
        agent.Write("Runs", 0);
        Assert.Equal(expected, await agent.ReplayAsync(request));
        Assert.Equal(0, agent.Read<int>("Runs"));
    }

    [Fact]
    public async Task Values_stand_in_the_recording_in_order_of_the_parameters()
    {
        await agent.RecordAsync("take");
        using var recording = Recording.Open(agent.Recording);
        var call = Assert.Single(recording.Calls);
        Assert.Equal(["wanted", "left"], call.Method.ParameterNames);
        Assert.Equal(["left", "taken"], call.Method.OutNames);
        var returned = Assert.IsType<CallReturnedEvent>(call.End);
        Assert.Equal(4, returned.Outs[0].Read<int, Shims.Int32Codec>());
        Assert.Equal(2, returned.Outs.Count);
    }

    [Fact]
    public async Task What_was_set_before_a_failure_is_recorded()
    {
        await agent.RecordAsync("fail");
        using var recording = Recording.Open(agent.Recording);
        var failed = Assert.IsType<CallFailedEvent>(Assert.Single(recording.Calls).End);
        Assert.Equal("full", failed.Failure.Message);
        Assert.Equal(42, failed.Outs[0].Read<int, Shims.Int32Codec>());
        Assert.Equal("set before", failed.Outs[1].ReadText());
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public async Task A_call_that_goes_on_keeps_its_values_until_it_ends()
    {
        await agent.RecordAsync("fail later");
        using var recording = Recording.Open(agent.Recording);
        var failed = Assert.IsType<CallFailedEvent>(Assert.Single(recording.Calls).End);
        Assert.Equal(FailureCompletion.Later, failed.Completion);
        Assert.Equal(["15", "started"], [failed.Outs[0].Read<int, Shims.Int32Codec>().ToString(), failed.Outs[1].ReadText()]);
    }

    [Fact]
    public async Task Parameters_that_are_not_recorded_stay_or_become_the_default_when_a_call_is_served()
    {
        Assert.Equal($"9; {Guid.Empty}; 13; 0", await agent.RecordAsync("skip"));
        Assert.Equal($"9; {Guid.Empty}; ; 0", await agent.ReplayAsync("skip"));
    }

    [Theory]
    [InlineData("plan", "plan")]
    [InlineData("plan later", "planned")]
    public async Task A_replayed_method_that_gives_out_something_else_diverges(string request, string path)
    {
        await agent.RecordAsync(request);
        agent.Write("Planned", 8);
        try
        {
            var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => agent.ReplayAsync(request));
            Assert.Equal(DivergenceKind.OutputDiffers, divergence.Divergence.Kind);
            Assert.Equal(path, divergence.Divergence.Path);
        }
        finally
        {
            agent.Write("Planned", 7);
        }
    }

    [Fact]
    public async Task Values_that_are_ignored_in_matches_may_differ()
    {
        await agent.RecordAsync("plan anyhow");
        agent.Write("Planned", 8);
        try
        {
            await agent.ReplayAsync("plan anyhow");
        }
        finally
        {
            agent.Write("Planned", 7);
        }
    }

    [Fact]
    public async Task A_value_that_can_not_be_recorded_fails_the_call_and_says_so()
    {
        Assert.StartsWith("True", await agent.PlainAsync("cycle"), StringComparison.Ordinal);
        Assert.Contains("refers to itself", await agent.RecordAsync("cycle"), StringComparison.Ordinal);
        using var recording = Recording.Open(agent.Recording);
        Assert.Empty(Assert.IsType<CallFailedEvent>(Assert.Single(recording.Calls).End).Outs);
    }

    public void Dispose() => File.Delete(agent.Recording);
}
