namespace AirlineAgent.Tests;

/// <summary>The 200 conversations of the public data, recorded once for all tests that replay them.</summary>
public sealed class RecordedTranscripts : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("airline-agent-tests-").FullName;

    /// <summary>The recordings.</summary>
    public string Folder => folder;

    /// <summary>What the sample printed; null where the data is absent.</summary>
    internal SampleRun? Run { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (PublicData.IsThere)
            Run = await Sample.RunAsync("record", "--transcripts", PublicData.Transcripts, "--database", PublicData.TauBench, "--out", folder);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
