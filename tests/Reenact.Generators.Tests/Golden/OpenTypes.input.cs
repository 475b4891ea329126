[assembly: Recordable<Acme.Page<System.Guid>>]

namespace Acme;

public sealed record Page<T>(List<T> Items, T? Next);

public sealed record Flight(string Number);

public sealed record Hotel(string Name);

public partial class Cache<TKey>
    where TKey : notnull
{
    [Recorded(CallKind.MemoryRead)]
    public partial Task<Page<T>> ReadAsync<T>(TKey key, Dictionary<TKey, T[]> more);

    private Task<Page<T>> ReadCoreAsync<T>(TKey key, Dictionary<TKey, T[]> more) => Task.FromResult(new Page<T>([], default));
}

public static class Agent
{
    public static readonly Task<Page<Flight>> First = new Cache<Hotel>().ReadAsync<Flight>(new Hotel("Ritz"), []);
}
