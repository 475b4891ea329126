namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>What is known about the framework's APIs. Everything else in it counts as deterministic.</summary>
internal static class FrameworkApis
{
    private static readonly ApiGroup Fine = new(
        rule: null,
        remedy: "",
        [.. ClockApis.Fine, .. RandomApis.Fine, .. EnvironmentApis.Fine, .. FileApis.Fine, .. DatabaseApis.Fine, .. SchedulingApis.Fine]);

    public static ApiTable Table { get; } = ApiTable.Of(
        ClockApis.Table,
        RandomApis.Table,
        EnvironmentApis.Table,
        FileApis.Table,
        NetworkApis.Table,
        DatabaseApis.Table,
        SchedulingApis.Table,
        BlockingApis.Table,
        [Fine]);
}
