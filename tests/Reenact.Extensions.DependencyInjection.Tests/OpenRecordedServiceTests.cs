using Microsoft.Extensions.DependencyInjection;

namespace Reenact.Extensions.DependencyInjection.Tests;

public sealed class OpenRecordedServiceTests
{
    [Fact]
    public async Task Open_generic_services_are_recorded_and_replayed_for_each_type()
    {
        using var file = new RecordingFile();
        await using var real = RecordedServiceTests.Container(static services => services.AddRecorded(typeof(IStore<>), typeof(Store<>)));
        var recorded = await file.RecordAsync(() => Use(real));
        Assert.Equal("Int32 3, String 3", recorded);
        await using var unmakeable = RecordedServiceTests.Container(static services => services.AddRecorded(typeof(IStore<>), typeof(UnmakeableStore<>)));
        Assert.Equal(recorded, await file.ReplayAsync(() => Use(unmakeable)));
    }

    [Fact]
    public void A_scope_disposes_of_what_was_made()
    {
        using var container = RecordedServiceTests.Container(static services => services.AddRecorded(typeof(IStore<>), typeof(Store<>), ServiceLifetime.Scoped));
        using (var scope = container.CreateScope())
        {
            var store = scope.ServiceProvider.GetRequiredService<IStore<int>>();
            Assert.Equal(0, RecordedServiceTests.Life(container).Made);
            Assert.Same(store, scope.ServiceProvider.GetRequiredService<IStore<int>>());
            Assert.Equal(3, store.Count());
        }

        Assert.Equal((1, 1), (RecordedServiceTests.Life(container).Made, RecordedServiceTests.Life(container).Disposed));
    }

    [Fact]
    public void What_cannot_be_registered_says_why()
    {
        var services = new ServiceCollection().AddRecorded(typeof(IStore<>), typeof(Store<>));
        Assert.Throws<ArgumentException>(() => services.AddRecorded(typeof(IClock), typeof(Clock)));
        Assert.Contains("once", Assert.Throws<InvalidOperationException>(() => services.AddRecorded(typeof(IStore<>), typeof(Store<>))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "[assembly: RecordInterface(typeof(IEnumerable<>))]",
            Assert.Throws<InvalidOperationException>(() => services.AddRecorded(typeof(IEnumerable<>), typeof(List<>))).Message,
            StringComparison.Ordinal);
    }

    private static Task<string> Use(IServiceProvider container)
    {
        var numbers = container.GetRequiredService<IStore<int>>();
        var names = container.GetRequiredService<IStore<string>>();
        return Task.FromResult($"{numbers.Name} {numbers.Count()}, {names.Name} {names.Count()}");
    }
}
