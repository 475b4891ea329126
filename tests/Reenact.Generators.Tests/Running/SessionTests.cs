namespace Reenact.Generators.Tests.Running;

/// <summary>Emitted shims, compiled and run: recorded to a file, and replayed from it.</summary>
public sealed class SessionTests : IDisposable
{
    private const string Agent = """
        namespace Acme;

        public sealed record Flight(string Number, decimal Price);

        public sealed class SoldOutException(string message) : Exception(message);

        public partial class Tools
        {
            public static int Runs;

            [Recorded]
            public partial Task<IReadOnlyList<Flight>> SearchAsync(string city, CancellationToken cancellationToken);

            private async Task<IReadOnlyList<Flight>> SearchCoreAsync(string city, CancellationToken cancellationToken)
            {
                Runs++;
                await Task.Delay(1, cancellationToken);
                return [new Flight(city + " 1", 10.50m), new Flight(city + " 2", 20)];
            }

            [Recorded]
            public partial ValueTask<int> CountAsync();

            private ValueTask<int> CountCoreAsync() => new(++Runs);

            [Recorded(CallKind.MemoryWrite)]
            public partial void Remember(string note, [IgnoreInMatch] Guid trace);

            private void RememberCore(string note, Guid trace) => Runs++;

            [Recorded]
            public partial Task BookAsync(Flight flight);

            private Task BookCoreAsync(Flight flight)
            {
                Runs++;
                throw new SoldOutException(flight.Number);
            }
        }

        public partial struct Clerk(int desk)
        {
            [Replayed]
            public partial Task<string> AskAsync(string question);

            private async Task<string> AskCoreAsync(string question)
            {
                await new Tools().CountAsync();
                return $"{desk}: {question}";
            }
        }

        public static partial class Rates
        {
            [Recorded(Leaf = true)]
            public static partial double Of(this Flight flight, string currency);

            private static double OfCore(Flight flight, string currency)
            {
                Tools.Runs++;
                return (double)flight.Price * currency.Length;
            }
        }

        public partial class Cache<T>
        {
            [Recorded(Name = "cache.size")]
            public partial int Size();

            private int SizeCore()
            {
                Tools.Runs++;
                return typeof(T).Name.Length;
            }
        }

        public partial class Agent
        {
            [Replayed]
            public partial Task<string> HandleAsync(string request, CancellationToken cancellationToken = default);

            private async Task<string> HandleCoreAsync(string request, CancellationToken cancellationToken)
            {
                var tools = new Tools();
                var flights = await tools.SearchAsync(request, cancellationToken);
                tools.Remember("found", Guid.NewGuid());
                var sold = Deterministic.Capture("spare", () => new Flight("LX 9", Tools.Runs++)).Number;
                try
                {
                    await tools.BookAsync(flights[0]);
                }
                catch (SoldOutException exception)
                {
                    sold += exception.GetType().Name + " " + exception.Message;
                }

                return string.Join('|', flights) + sold + await new Clerk(3).AskAsync("why?") + flights[1].Of("EUR") + new Cache<string>().Size();
            }
        }

        public static class Program
        {
            public static Task<string> Plain() => new Agent().HandleAsync("BER");

            public static async Task<string> Record(string path)
            {
                await using var session = Session.Record(path);
                var reply = await new Agent().HandleAsync("BER");
                session.Complete(Outcome.Success);
                return reply;
            }

            public static async Task<string> Replay(string path, string request)
            {
                Tools.Runs = 0;
                using var replay = Session.Replay(path);
                var report = await replay.RunAsync(() => new Agent().HandleAsync(request));
                return $"{report.Output} {report.MatchedCalls} of {report.RecordedCalls}, {Tools.Runs} run";
            }
        }
        """;

    private static readonly LoadedCode Code = LoadedCode.Of(Agent);

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");

    [Fact]
    public async Task What_was_recorded_is_served_and_nothing_runs()
    {
        var plain = await Run("Plain");
        Assert.Contains("SoldOutException BER 1", plain, StringComparison.Ordinal);
        var recorded = await Run("Record", path);
        Assert.Equal(plain, recorded);
        Assert.Equal($"{recorded} 6 of 6, 0 run", await Run("Replay", path, "BER"));
    }

    [Fact]
    public async Task Another_argument_is_a_divergence()
    {
        await Run("Record", path);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => Run("Replay", path, "MUC"));
        Assert.Contains("HandleAsync", divergence.Message, StringComparison.Ordinal);
        Assert.Contains("request", divergence.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(path);

    private static async Task<string> Run(string method, params string[] arguments)
    {
        var task = (Task<string>)Code.Type("Acme.Program").GetMethod(method)!.Invoke(null, arguments)!;
        return await task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
