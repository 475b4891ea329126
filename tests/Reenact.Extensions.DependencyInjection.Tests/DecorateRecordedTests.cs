using Microsoft.Extensions.DependencyInjection;

namespace Reenact.Extensions.DependencyInjection.Tests;

public sealed class DecorateRecordedTests
{
    [Fact]
    public void Every_registration_becomes_a_recorded_one()
    {
        var life = new Life();
        using var given = new Clock(life, "given");
        using var container = RecordedServiceTests.Container(services => services
            .AddSingleton<IClock>(given)
            .AddScoped<IClock, Clock>()
            .AddTransient<IClock>(static services => new Clock(RecordedServiceTests.Life(services), "made"))
            .AddKeyedSingleton<IClock, KeyedClock>("Rome")
            .AddKeyedSingleton<IClock>("Oslo", given)
            .DecorateRecorded<IClock>());

        using (var scope = container.CreateScope())
        {
            var clocks = scope.ServiceProvider.GetServices<IClock>().ToList();
            Assert.All(clocks, static clock => Assert.IsType<RecordedClock>(clock));
            Assert.Equal(["given UTC 1", "here UTC 1", "made UTC 1"], clocks.Select(static clock => clock.Now("UTC")));
            Assert.Equal("Rome UTC 1", Assert.IsType<RecordedClock>(scope.ServiceProvider.GetRequiredKeyedService<IClock>("Rome")).Now("UTC"));
            Assert.Equal("given UTC 2", Assert.IsType<RecordedClock>(scope.ServiceProvider.GetRequiredKeyedService<IClock>("Oslo")).Now("UTC"));
        }

        Assert.Equal((3, 2), (RecordedServiceTests.Life(container).Made, RecordedServiceTests.Life(container).Disposed));
    }

    [Fact]
    public void An_instance_that_the_container_did_not_make_is_not_disposed_of()
    {
        var life = new Life();
        using var given = new Account(life);
        using (var container = new ServiceCollection().AddSingleton<IAccount>(given).DecorateRecorded<IAccount>().BuildServiceProvider())
            container.GetRequiredService<IAccount>();

        Assert.Equal(0, life.Disposed);
    }

    [Fact]
    public void Nothing_to_record_is_an_error()
    {
        var refused = Assert.Throws<InvalidOperationException>(static () => new ServiceCollection().DecorateRecorded<IClock>());
        Assert.Contains("IClock is not registered", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_key_needs_an_implementation_type()
    {
        using var container = RecordedServiceTests.Container(static services => services.AddKeyedSingleton<IClock, KeyedClock>(KeyedService.AnyKey).DecorateRecorded<IClock>());
        Assert.Equal("Bern UTC 1", container.GetRequiredKeyedService<IClock>("Bern").Now("UTC"));
        Assert.Throws<InvalidOperationException>(static () =>
            new ServiceCollection().AddKeyedSingleton<IClock>(KeyedService.AnyKey, static (_, _) => new Unmakeable()).DecorateRecorded<IClock>());
    }
}
