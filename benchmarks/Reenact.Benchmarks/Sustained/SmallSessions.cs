using Reenact.Benchmarks.Calls;
using Reenact.Keys;

namespace Reenact.Benchmarks.Sustained;

/// <summary>Sessions in files that call a small tool as fast as they can: two events a call, of about 20 bytes.</summary>
internal sealed class SmallSessions(string folder, bool isEncrypted)
{
    private const string City = "Lisbon";

    private readonly QuoteTools tools = new();
    private readonly OwnKeys keys = new();

    /// <summary>Records sessions at once, each on a task of its own.</summary>
    /// <returns>The bytes of their files.</returns>
    public long Record(int sessions, int callsEach)
    {
        Task.WhenAll(Enumerable.Range(0, sessions).Select(number => Task.Run(() => RecordAsync(PathOf(number), callsEach)))).Wait();
        return Enumerable.Range(0, sessions).Sum(number => new FileInfo(PathOf(number)).Length);
    }

    private async Task RecordAsync(string path, int calls)
    {
        await using var session = await Session.RecordAsync(
            path, new SessionInfo { Agent = "benchmark" }, new RecordOptions { Replace = true, KeyStore = isEncrypted ? keys : null, Tenant = isEncrypted ? "benchmark" : null });
        await session.RunAsync(() =>
        {
            Call(calls);
            return Task.CompletedTask;
        });
        session.Complete(Outcome.Success);
    }

    private string PathOf(int number) => Path.Combine(folder, $"small-{number}.reenact");

    private void Call(int calls)
    {
        for (var call = 0; call < calls; call++)
            tools.QuoteLeaf(City, call);
    }

    private sealed class OwnKeys : IKeyStore
    {
        public ValueTask<SessionKey> CreateAsync(string tenant, CancellationToken cancellationToken) => new(SessionKey.Generate());

        public ValueTask<SessionKey> FindAsync(Guid keyId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask DestroyAsync(Guid keyId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
