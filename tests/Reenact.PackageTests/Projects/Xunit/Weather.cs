using Reenact;

namespace Weather;

public sealed record Forecast(string City, int Degrees, IReadOnlyList<string> Warnings);

public partial class WeatherTools(bool online)
{
    [Recorded]
    public partial Task<Forecast> ForecastAsync(string city, CancellationToken cancellationToken = default);

    private async Task<Forecast> ForecastCoreAsync(string city, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return online ? new Forecast(city, -4, ["ice"]) : throw new InvalidOperationException("The weather service is not reachable.");
    }
}

public partial class WeatherAgent(WeatherTools tools)
{
    [Replayed]
    public partial Task<string> AdviseAsync(string city);

    private async Task<string> AdviseCoreAsync(string city)
    {
        var forecast = await tools.ForecastAsync(city);
        return $"{forecast.City}: {forecast.Degrees} degrees, {string.Join(", ", forecast.Warnings)}";
    }
}
