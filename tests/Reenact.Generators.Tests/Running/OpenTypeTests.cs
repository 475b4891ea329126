namespace Reenact.Generators.Tests.Running;

/// <summary>Values of type parameters, recorded and replayed.</summary>
public sealed class OpenTypeTests : IDisposable
{
    private const string Agent = """
        [assembly: Recordable<Acme.Captured>]
        namespace Acme;
        public sealed record Page<T>(List<T> Items, T? Next);
        public sealed record Flight(string Number);
        public sealed record Hotel(string Name);
        public sealed record Captured(int Number);
        public sealed record Unseen(int Number);

        public partial class Cache<TKey> where TKey : notnull
        {
            [Recorded] public partial Task<Page<T>> ReadAsync<T>(TKey key, T item);
            private async Task<Page<T>> ReadCoreAsync<T>(TKey key, T item) { await Task.Yield(); Program.Runs++; return new Page<T>([item, item], item); }

            [Recorded] public partial Dictionary<TKey, T[]> Many<T>(T?[] items) where T : struct;
            private Dictionary<TKey, T[]> ManyCore<T>(T?[] items) where T : struct { Program.Runs++; return new() { [default(TKey) ?? (TKey)(object)"k"] = [.. items.OfType<T>()] }; }
        }

        public partial class Agent
        {
            [Replayed] public partial Task<string> HandleAsync(string request);
            private async Task<string> HandleCoreAsync(string request)
            {
                var cache = new Cache<Hotel>();
                var page = await cache.ReadAsync(new Hotel("Ritz"), new Flight(request));
                var many = new Cache<string>().Many<int>([1, null, 3]);
                var captured = Deterministic.Capture("number", () => new Captured(Program.Runs + 40));
                return $"{string.Join(',', page.Items)} {page.Next} {string.Join(',', many["k"])} {captured}";
            }
        }

        public static class Program
        {
            public static int Runs;
            public static async Task<string> Record(string path)
            {
                await using var session = Session.Record(path);
                var reply = await new Agent().HandleAsync("LH 7");
                session.Complete(Outcome.Success);
                return reply;
            }

            public static async Task<string> Replay(string path)
            {
                Runs = 0;
                using var replay = Session.Replay(path);
                var report = await replay.RunAsync(() => new Agent().HandleAsync("LH 7"));
                return $"{report.Output}, {Runs} run";
            }

            public static async Task<string> RecordUnseen(string path)
            {
                await using var session = Session.Record(path);
                await Hide(new Unseen(1));
                return "";
            }

            private static Task Hide<T>(T value) => new Cache<string>().ReadAsync("k", value);
        }
        """;

    private static readonly LoadedCode Code = LoadedCode.Of(Agent);

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");

    [Fact]
    public async Task Closed_types_that_the_code_names_are_found()
    {
        var recorded = await Run("Record");
        Assert.Equal("Flight { Number = LH 7 },Flight { Number = LH 7 } Flight { Number = LH 7 } 1,3 Captured { Number = 42 }", recorded);
        Assert.Equal($"{recorded}, 0 run", await Run("Replay"));
    }

    [Fact]
    public async Task A_type_that_was_never_seen_says_what_to_add()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Run("RecordUnseen"));
        Assert.Contains("There is no codec for Acme.Unseen", error.Message, StringComparison.Ordinal);
        Assert.Contains("Add [assembly: Recordable<Unseen>]", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(path);

    private async Task<string> Run(string method)
    {
        var task = (Task<string>)Code.Type("Acme.Program").GetMethod(method)!.Invoke(null, [path])!;
        return await task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
