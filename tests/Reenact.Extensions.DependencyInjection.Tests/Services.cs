using Reenact;
using Microsoft.Extensions.DependencyInjection;
using Reenact.Extensions.DependencyInjection.Tests;

[assembly: RecordInterface<IClock>]
[assembly: RecordInterface<IAccount>(Kind = CallKind.Tool)]
[assembly: RecordInterface(typeof(IStore<>))]
[assembly: RecordInterface<IStore<Guid>>]

namespace Reenact.Extensions.DependencyInjection.Tests;

public interface IClock
{
    string Now(string zone);
}

public interface IAccount : IDisposable
{
    Task<int> BalanceAsync(string owner, CancellationToken cancellationToken = default);
}

public interface IStore<T>
    where T : notnull
{
    string Name { get; }

    int Count();
}

public interface IUnknown;

/// <summary>What happened to the implementations of one container.</summary>
public sealed class Life
{
    public int Made { get; set; }

    public int Disposed { get; set; }
}

/// <summary>Disposable although its interface isn't.</summary>
public class Clock : IClock, IDisposable
{
    private readonly Life life;
    private readonly string place;
    private int calls;

    public Clock(Life life, string place = "here")
    {
        this.life = life;
        this.place = place;
        life.Made++;
    }

    public string Now(string zone) => $"{place} {zone} {++calls}";

    public void Dispose()
    {
        life.Disposed++;
        GC.SuppressFinalize(this);
    }
}

/// <summary>Knows what it is registered as.</summary>
public sealed class KeyedClock(Life life, [ServiceKey] string place) : Clock(life, place);

public sealed class Account : IAccount
{
    private readonly Life life;

    public Account(Life life)
    {
        this.life = life;
        life.Made++;
    }

    public async Task<int> BalanceAsync(string owner, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return owner.Length;
    }

    public void Dispose() => life.Disposed++;
}

/// <summary>Stands where nothing may be made.</summary>
public sealed class Unmakeable : IClock, IAccount
{
    public Unmakeable() => throw new InvalidOperationException("the implementation was made");

    public string Now(string zone) => "";

    public Task<int> BalanceAsync(string owner, CancellationToken cancellationToken) => Task.FromResult(0);

    public void Dispose()
    {
    }
}

public sealed class Store<T> : IStore<T>, IDisposable
    where T : notnull
{
    private readonly Life life;

    public Store(Life life)
    {
        this.life = life;
        life.Made++;
    }

    public string Name => typeof(T).Name;

    public int Count() => 3;

    public void Dispose() => life.Disposed++;
}

public sealed class UnmakeableStore<T> : IStore<T>
    where T : notnull
{
    public UnmakeableStore() => throw new InvalidOperationException("the implementation was made");

    public string Name => "";

    public int Count() => 0;
}
