using Reenact.Testing;
using Reenact.Testing.Xunit;
using Xunit;

namespace Weather;

public class WeatherTests
{
    private static readonly bool Online = Environment.GetEnvironmentVariable("WEATHER_ONLINE") == "1";

    private static Task<string> Advise() => new WeatherAgent(new WeatherTools(Online)).AdviseAsync("Oslo");

    [Fact]
    public async Task Records_once_and_replays_from_then_on()
    {
        var result = await ReenactTest.RunAsync("recordings/oslo.reenact", Advise);

        Assert.Equal("Oslo: -4 degrees, ice", result.Output);
    }
}

public class EveryRecordingTests
{
    [Theory, RecordingData("recordings/*.reenact")]
    public async Task Every_recording_replays(string recording)
    {
        var result = await ReenactTest.RunAsync(
            recording, () => new WeatherAgent(new WeatherTools(online: false)).AdviseAsync("Oslo"), new ReenactTestOptions { Mode = ReenactMode.Replay });

        Assert.Equal("Oslo: -4 degrees, ice", result.Output);
    }
}
