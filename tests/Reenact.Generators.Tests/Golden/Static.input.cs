public static partial class Weather
{
    [Recorded]
    public static partial Task<double> TemperatureAsync(string city);

    private static Task<double> TemperatureCoreAsync(string city) => Task.FromResult(21.5);

    [Replayed]
    internal static partial Task ReportAsync(string city);

    private static Task ReportCoreAsync(string city) => Task.CompletedTask;
}
