using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

/// <summary>A recording made by a test, in a folder that is deleted with it.</summary>
internal sealed class Recorded : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-").FullName;

    public string Path => System.IO.Path.Combine(folder, "test.reenact");

    /// <summary>Records what code does with a client.</summary>
    public static async Task<Recorded> FromAsync(IChatClient model, Func<IChatClient, Task> code, Func<ChatClientBuilder, ChatClientBuilder>? outside = null)
    {
        var recorded = new Recorded();
        await using (var session = Session.Record(recorded.Path, new SessionInfo { Agent = "test" }))
        {
            await code(Pipeline(model, outside));
            session.Complete(Outcome.Success);
        }

        return recorded;
    }

    /// <summary>Runs code again, with no model.</summary>
    public async Task ReplayAsync(Func<IChatClient, Task> code, Func<ChatClientBuilder, ChatClientBuilder>? outside = null)
    {
        using var replay = Session.Replay(Path);
        await replay.RunAsync(() => code(Pipeline(new OfflineChatClient(), outside)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IChatClient Pipeline(IChatClient model, Func<ChatClientBuilder, ChatClientBuilder>? outside) =>
        (outside ?? (builder => builder))(model.AsBuilder()).UseReenact().Build();
}
