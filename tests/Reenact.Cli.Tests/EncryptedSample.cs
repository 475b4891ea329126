using Reenact.Keys;

namespace Reenact.Cli.Tests;

/// <summary>A key ring with the tenant acme, and an encrypted recording of the support agent beside it.</summary>
internal sealed class EncryptedSample : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-keys-").FullName;

    public string Ring => Beside("ring");

    public string File => Beside("case-17.reenact");

    public string Beside(string name) => Path.Combine(folder, name);

    public static async Task<EncryptedSample> CreateAsync()
    {
        var sample = new EncryptedSample();
        Assert.Equal(0, ToolRun.Of("keys", "create", "--keys", sample.Ring).ExitCode);
        Assert.Equal(0, ToolRun.Of("keys", "add", "acme", "--keys", sample.Ring).ExitCode);
        await sample.RecordAsync(sample.File);
        return sample;
    }

    public async Task RecordAsync(string path, string request = "SEA")
    {
        var info = new SessionInfo { Agent = "support", Tenant = "acme" };
        await using var session = Session.Record(path, info, new RecordOptions { KeyStore = FileKeyRing.Open(Ring) });
        session.Complete(Outcome.Success, output: await new SupportAgent(new FlightTools()).HandleAsync(request));
    }

    public Guid KeyId()
    {
        using var recording = Recording.Open(File);
        return recording.KeyId!.Value;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
