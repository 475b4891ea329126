using Reenact.Integrity;

namespace Reenact.Cli.Tests;

/// <summary>A recording in a folder of its own, which is deleted with it.</summary>
internal sealed class SampleRecording : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-").FullName;

    public string File => Beside("case-17.reenact");

    public string Beside(string name) => Path.Combine(folder, name);

    /// <summary>A folder without a recording yet.</summary>
    public static SampleRecording Empty() => new();

    /// <summary>Records a session of the support agent.</summary>
    public static async Task<SampleRecording> CreateAsync(
        string request = "SEA", RecordingSigner? signer = null, Action<SessionRecorder>? more = null, SessionInfo? info = null)
    {
        var sample = new SampleRecording();
        info ??= new SessionInfo { Agent = "support", AgentVersion = "1.4.0", Tenant = "acme", User = "u-81" };
        await using var session = Session.Record(sample.File, info, new RecordOptions { Signer = signer });
        session.RecordEnvironment(EnvironmentKind.Prompt, "system", "7", "You book flights.");
        more?.Invoke(session);
        var answer = await new SupportAgent(new FlightTools()).HandleAsync(request);
        session.Note("checked by hand", "ops");
        session.Complete(Outcome.Failure, "E-FULL", "nothing booked", answer);
        return sample;
    }

    /// <summary>Changes the file's bytes.</summary>
    public void Change(Func<byte[], byte[]> change) => System.IO.File.WriteAllBytes(File, change(System.IO.File.ReadAllBytes(File)));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
