namespace Acme.Flights;

public sealed record Step(string Name, int Of);

/// <summary>Calls that report how far they are.</summary>
public partial class Importer
{
    [Recorded]
    public partial int Import(string file, IProgress<int> progress);

    private int ImportCore(string file, IProgress<int> progress)
    {
        progress.Report(100);
        return 1;
    }

    [Recorded]
    public partial Task<int> ImportAsync(string file, IProgress<Step?>? steps = null, [IgnoreInMatch] IProgress<double>? share = null, CancellationToken cancellationToken = default);

    private Task<int> ImportCoreAsync(string file, IProgress<Step?>? steps, IProgress<double>? share, CancellationToken cancellationToken) => Task.FromResult(1);

    [Replayed]
    public partial Task HandleAsync(IProgress<string>? progress, out int seen);

    private Task HandleCoreAsync(IProgress<string>? progress, out int seen)
    {
        seen = 0;
        return Task.CompletedTask;
    }

    [Replayed]
    public partial Task<int> PlanAsync([IgnoreInMatch] IProgress<string>? call, [IgnoreRecorded] IProgress<object>? raw);

    private Task<int> PlanCoreAsync(IProgress<string>? call, IProgress<object>? raw) => Task.FromResult(1);
}
