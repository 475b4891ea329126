namespace Reenact.Generators.Tests.Running;

/// <summary>
/// An agent whose shims were emitted: run plainly, recorded to a file, and replayed from it. Its source declares
/// <c>Acme.Agent</c> with <c>static Task&lt;string&gt; RunAsync(string request)</c>.
/// </summary>
internal sealed class AgentRun(string source) : IDisposable
{
    private const string Program = """
        namespace Acme;

        public static class Program
        {
            public static Task<string> Plain(string request) => Agent.RunAsync(request);

            public static async Task<string> Record(string path, string request, bool exact)
            {
                var options = new RecordOptions { Scheduling = exact ? Scheduling.Exact : Scheduling.Free, Replace = true };
                await using var session = Session.Record(path, new SessionInfo(), options);
                return await session.RunAsync(() => Agent.RunAsync(request));
            }

            public static async Task<string> Replay(string path, string request)
            {
                using var replay = Session.Replay(path);
                return (await replay.RunAsync(() => Agent.RunAsync(request))).Output;
            }
        }
        """;

    private readonly LoadedCode code = LoadedCode.Of(source, Program);
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");

    /// <summary>The recording.</summary>
    public string Recording => path;

    public Task<string> PlainAsync(string request = "") => Run("Plain", request);

    public Task<string> RecordAsync(string request = "", bool exact = false) => Run("Record", path, request, exact);

    public Task<string> ReplayAsync(string request = "") => Run("Replay", path, request);

    /// <summary>Runs the agent without a session, records it and replays it: each must come to the same.</summary>
    public async Task<string> EachWayAsync(string request = "")
    {
        var plain = await PlainAsync(request);
        Assert.Equal(plain, await RecordAsync(request));
        Assert.Equal(plain, await ReplayAsync(request));
        return plain;
    }

    /// <summary>Calls a static method of the agent, which is given the recording's path.</summary>
    public Task<T> CallAsync<T>(string method) => (Task<T>)code.Type("Acme.Agent").GetMethod(method)!.Invoke(null, [path])!;

    /// <summary>A static field of the agent.</summary>
    public T Read<T>(string field) => (T)code.Type("Acme.Agent").GetField(field)!.GetValue(null)!;

    /// <summary>Sets a static field of the agent.</summary>
    public void Write(string field, object? value) => code.Type("Acme.Agent").GetField(field)!.SetValue(null, value);

    public void Dispose() => File.Delete(path);

    private async Task<string> Run(string method, params object[] arguments)
    {
        var task = (Task<string>)code.Type("Acme.Program").GetMethod(method)!.Invoke(null, arguments)!;
        return await task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }
}
