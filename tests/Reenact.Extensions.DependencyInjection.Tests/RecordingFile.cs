namespace Reenact.Extensions.DependencyInjection.Tests;

/// <summary>A recording of one test.</summary>
internal sealed class RecordingFile : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");

    public async Task<string> RecordAsync(Func<Task<string>> code)
    {
        await using var session = Session.Record(path);
        var reply = await session.RunAsync(code);
        session.Complete(Outcome.Success);
        return reply;
    }

    public async Task<string> ReplayAsync(Func<Task<string>> code)
    {
        using var replay = Session.Replay(path);
        var report = await replay.RunAsync(code);
        return report.Output!;
    }

    public void Dispose() => File.Delete(path);
}
