using Reenact.Events;

namespace Reenact.Generators.Tests.Running;

/// <summary>Spans: what callers see, recorded and replayed.</summary>
public sealed class SpanParameterTests : IDisposable
{
    private const string Source = """
        namespace Acme;

        public sealed record Leg(string From, string To);

        public partial class Buffers
        {
            [Recorded(Leaf = true)]
            public partial int Parse(ReadOnlySpan<char> text, scoped ReadOnlySpan<byte> table);

            private int ParseCore(ReadOnlySpan<char> text, scoped ReadOnlySpan<byte> table)
            {
                Agent.Runs++;
                return int.Parse(text) + table[0];
            }

            [Recorded]
            public partial int Read([IgnoreInMatch] Span<byte> buffer, Span<Leg?> legs);

            private int ReadCore(Span<byte> buffer, Span<Leg?> legs)
            {
                Agent.Runs++;
                buffer.Fill(7);
                legs[1] = new Leg(legs[0]!.To, "MUC");
                return legs.Length;
            }

            [Recorded]
            public partial Task<decimal> SumAsync(Span<char> text, params ReadOnlySpan<decimal> prices);

            private Task<decimal> SumCoreAsync(Span<char> text, params ReadOnlySpan<decimal> prices)
            {
                Agent.Runs++;
                text[0] = '\u00DF';
                var sum = 0m;
                foreach (var price in prices)
                    sum += price;

                return Later(sum);

                static async Task<decimal> Later(decimal sum)
                {
                    await Task.Delay(1);
                    return sum;
                }
            }

            [Recorded]
            public partial string Join(string separator, params string[] parts);

            private string JoinCore(string separator, string[] parts) => string.Join(separator, parts) + ++Agent.Runs;

            [Recorded(Leaf = true)]
            public partial void Reverse(Span<int> numbers);

            private void ReverseCore(Span<int> numbers)
            {
                numbers.Reverse();
                if (numbers.Length == 0)
                    throw new ArgumentException("empty");
            }
        }

        public partial class Agent
        {
            public static int Runs;
            public static int Length = 16;
            public static int Filled = 3;

            [Replayed]
            public partial Task FillAsync(Span<int> numbers);

            private Task FillCoreAsync(Span<int> numbers)
            {
                numbers.Fill(Filled);
                return Task.CompletedTask;
            }

            public static async Task<string> RunAsync(string request)
            {
                var tools = new Buffers();
                switch (request)
                {
                    case "parse":
                        return $"{tools.Parse("12", [4, 5])}{tools.Join("-")}{tools.Join("-", "a", "b")}";
                    case "read":
                        var buffer = new byte[Length];
                        var legs = new Leg?[] { new("JFK", "BER"), null };
                        var read = tools.Read(buffer, legs);
                        return $"{read} {string.Join(',', buffer)} {legs[1]}";
                    case "sum":
                        var text = "abc".ToCharArray();
                        var sum = tools.SumAsync(text, 1.5m, 2);
                        return new string(text) + await sum;
                    case "reverse":
                        var numbers = new[] { 1, 2, 3 };
                        tools.Reverse(numbers);
                        try
                        {
                            tools.Reverse(default);
                        }
                        catch (ArgumentException exception)
                        {
                            return string.Join(',', numbers) + exception.Message;
                        }

                        return "";
                    default:
                        var filled = new int[4];
                        await new Agent().FillAsync(filled);
                        return string.Join(',', filled);
                }
            }

            /// <summary>Bytes allocated by calls of a leaf, once it is warm.</summary>
            public static async Task<long> Allocated(string path)
            {
                var tools = new Buffers();
                await using var session = Session.Record(path, new SessionInfo(), new RecordOptions { Replace = true });
                return Measure(tools);

                static long Measure(Buffers tools)
                {
                    Span<int> numbers = stackalloc int[8];
                    var least = long.MaxValue;
                    for (var round = 0; round < 20; round++)
                    {
                        var before = GC.GetAllocatedBytesForCurrentThread();
                        for (var i = 0; i < 50; i++)
                        {
                            tools.Reverse(numbers);
                            tools.Parse("12", "ab"u8);
                        }

                        least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                    }

                    return least;
                }
            }
        }
        """;

    private static readonly AgentRun Shared = new(Source);

    private readonly AgentRun agent = Shared;

    [Theory]
    [InlineData("read", "2 7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7 Leg { From = BER, To = MUC }")]
    [InlineData("sum", "ßbc3.5")]
    [InlineData("reverse", "3,2,1empty")]
    [InlineData("fill", "3,3,3,3")]
    public async Task The_caller_sees_the_same_without_a_session_recorded_and_replayed(string request, string outcome) =>
        Assert.Equal(outcome, await agent.EachWayAsync(request));

    [Fact]
    public async Task Served_calls_do_not_run()
    {
        var recorded = await agent.RecordAsync("parse");
        var runs = agent.Read<int>("Runs");
        Assert.Equal(recorded, await agent.ReplayAsync("parse"));
        Assert.Equal(runs, agent.Read<int>("Runs"));
    }

    [Fact]
    public async Task Characters_are_recorded_as_text_and_bytes_as_bytes()
    {
        await agent.RecordAsync("parse");
        using var recording = Recording.Open(agent.Recording);
        var call = recording.Calls[0];
        Assert.Equal("12", call.Arguments[0].ReadText());
        Assert.Equal([4, 5], call.Arguments[1].Read<byte[], Shims.ByteArrayCodec>());
    }

    [Fact]
    public async Task A_span_of_another_length_diverges_and_says_both_lengths()
    {
        await agent.RecordAsync("read");
        agent.Write("Length", 8);
        try
        {
            var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => agent.ReplayAsync("read"));
            Assert.Equal(DivergenceKind.ArgumentsDiffer, divergence.Divergence.Kind);
            Assert.Equal(("buffer of length 16", "buffer of length 8"), (divergence.Divergence.Expected, divergence.Divergence.Actual));
        }
        finally
        {
            agent.Write("Length", 16);
        }
    }

    [Fact]
    public async Task A_replayed_method_that_fills_a_span_otherwise_diverges()
    {
        await agent.RecordAsync("fill");
        agent.Write("Filled", 4);
        try
        {
            var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => agent.ReplayAsync("fill"));
            Assert.Equal(DivergenceKind.OutputDiffers, divergence.Divergence.Kind);
            Assert.Equal("numbers[0]", divergence.Divergence.Path);
        }
        finally
        {
            agent.Write("Filled", 3);
        }
    }

    [Fact]
    public async Task Leaves_with_spans_allocate_nothing() => Assert.Equal(0, await agent.CallAsync<long>("Allocated"));

    public void Dispose() => File.Delete(agent.Recording);
}
