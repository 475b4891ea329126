using Microsoft.Extensions.DependencyInjection;

namespace Reenact.Extensions.DependencyInjection.Tests;

public sealed class RecordedServiceTests : IDisposable
{
    private readonly RecordingFile file = new();

    [Fact]
    public async Task What_a_container_recorded_a_container_replays_without_making_implementations()
    {
        await using var real = Container(services => services.AddRecorded<IClock, Clock>().AddRecorded<IAccount, Account>(ServiceLifetime.Scoped));
        var recorded = await file.RecordAsync(() => UseAsync(real));
        Assert.Equal("here UTC 1 3 here UTC 2", recorded);

        await using var unmakeable = Container(services => services.AddRecorded<IClock, Unmakeable>().AddRecorded<IAccount, Unmakeable>(ServiceLifetime.Scoped));
        Assert.Equal(recorded, await file.ReplayAsync(() => UseAsync(unmakeable)));
    }

    [Fact]
    public async Task A_call_on_replay_that_was_not_recorded_makes_no_implementation_either()
    {
        await using var unmakeable = Container(static services => services.AddRecorded<IClock, Unmakeable>());
        await file.RecordAsync(static () => Task.FromResult(""));
        await Assert.ThrowsAsync<ReplayDivergenceException>(() => file.ReplayAsync(() => Task.FromResult(unmakeable.GetRequiredService<IClock>().Now("UTC"))));
    }

    [Fact]
    public void Outside_of_sessions_calls_go_to_the_implementation()
    {
        using var container = Container(static services => services.AddRecorded<IClock, Clock>());
        var clock = container.GetRequiredService<IClock>();
        Assert.IsType<RecordedClock>(clock);
        Assert.Equal(0, Life(container).Made);
        Assert.Equal("here UTC 1", clock.Now("UTC"));
        Assert.Equal(1, Life(container).Made);
    }

    [Fact]
    public void A_singleton_is_one_and_a_transient_each_time_another()
    {
        using var container = Container(static services => services.AddRecorded<IClock, Clock>().AddRecorded<IAccount, Account>(ServiceLifetime.Transient));
        Assert.Same(container.GetRequiredService<IClock>(), container.GetRequiredService<IClock>());
        Assert.NotSame(container.GetRequiredService<IAccount>(), container.GetRequiredService<IAccount>());
    }

    [Fact]
    public async Task A_scope_has_its_own_and_disposes_of_what_was_made_once()
    {
        await using var container = Container(static services => services.AddRecorded<IAccount, Account>(ServiceLifetime.Scoped));
        await using (var scope = container.CreateAsyncScope())
        {
            var account = scope.ServiceProvider.GetRequiredService<IAccount>();
            Assert.Same(account, scope.ServiceProvider.GetRequiredService<IAccount>());
            Assert.Equal(3, await account.BalanceAsync("Ann", TestContext.Current.CancellationToken));
            await using var other = container.CreateAsyncScope();
            Assert.NotSame(account, other.ServiceProvider.GetRequiredService<IAccount>());
        }

        Assert.Equal((1, 1), (Life(container).Made, Life(container).Disposed));
    }

    [Fact]
    public void What_was_never_called_is_neither_made_nor_disposed_of()
    {
        using var container = Container(static services => services.AddRecorded<IClock, Clock>(ServiceLifetime.Scoped).AddRecorded<IAccount, Account>(ServiceLifetime.Transient));
        using (var scope = container.CreateScope())
        {
            scope.ServiceProvider.GetRequiredService<IClock>();
            scope.ServiceProvider.GetRequiredService<IAccount>();
        }

        Assert.Equal((0, 0), (Life(container).Made, Life(container).Disposed));
    }

    [Fact]
    public void An_implementation_whose_interface_is_not_disposable_is_disposed_of_by_the_container()
    {
        var life = new Life();
        using (var container = new ServiceCollection().AddSingleton(life).AddSingleton("there").AddRecorded<IClock>(static services => new Clock(services.GetRequiredService<Life>(), services.GetRequiredService<string>())).BuildServiceProvider())
            Assert.Equal("there UTC 1", container.GetRequiredService<IClock>().Now("UTC"));

        Assert.Equal((1, 1), (life.Made, life.Disposed));
    }

    [Fact]
    public async Task Keyed_services_are_told_apart_and_know_their_key()
    {
        static IServiceCollection Add<T>(IServiceCollection services)
            where T : class, IClock => services.AddKeyedRecorded<IClock, T>("Rome").AddKeyedRecorded<IClock, T>("Oslo", ServiceLifetime.Transient);
        static Task<string> Use(IServiceProvider container) => Task.FromResult(
            container.GetRequiredKeyedService<IClock>("Rome").Now("CET") + ", " + container.GetRequiredKeyedService<IClock>("Oslo").Now("CET"));

        await using var real = Container(static services => Add<KeyedClock>(services));
        var recorded = await file.RecordAsync(() => Use(real));
        Assert.Equal("Rome CET 1, Oslo CET 1", recorded);
        await using var unmakeable = Container(static services => Add<Unmakeable>(services));
        Assert.Equal(recorded, await file.ReplayAsync(() => Use(unmakeable)));
    }

    [Fact]
    public void A_keyed_function_gets_the_key()
    {
        using var container = Container(static services => services.AddKeyedRecorded<IClock>("Rome", static (services, key) => new Clock(services.GetRequiredService<Life>(), (string)key!)));
        Assert.Equal("Rome CET 1", container.GetRequiredKeyedService<IClock>("Rome").Now("CET"));
        Assert.Null(container.GetKeyedService<IClock>("Oslo"));
    }

    [Fact]
    public void An_interface_without_a_decorator_is_refused_when_it_is_registered()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddRecorded<IUnknown>(static _ => null!));
        Assert.Contains("[assembly: RecordInterface<IUnknown>]", refused.Message, StringComparison.Ordinal);
        refused = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddRecorded<IStore<int>, Store<int>>());
        Assert.Contains("[assembly: RecordInterface<IStore<Int32>>]", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_container_that_checks_itself_accepts_recorded_services()
    {
        using var container = new ServiceCollection().AddSingleton<Life>().AddRecorded<IClock>(static services => new Clock(services.GetRequiredService<Life>())).AddRecorded<IAccount, Account>(ServiceLifetime.Scoped)
            .AddRecorded(typeof(IStore<>), typeof(Store<>))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Assert.Throws<InvalidOperationException>(() => container.GetRequiredService<IAccount>());
    }

    public void Dispose() => file.Dispose();

    internal static ServiceProvider Container(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection().AddSingleton<Life>();
        register(services);
        return services.BuildServiceProvider();
    }

    internal static Life Life(IServiceProvider container) => container.GetRequiredService<Life>();

    private static async Task<string> UseAsync(IServiceProvider container)
    {
        await using var scope = container.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<IClock>();
        return $"{clock.Now("UTC")} {await scope.ServiceProvider.GetRequiredService<IAccount>().BalanceAsync("Ann")} {clock.Now("UTC")}";
    }
}
