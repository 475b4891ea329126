using Reenact.Testing.Running;

namespace Reenact.Testing.Tests.Bench;

/// <summary>A test of somebody's, with an environment and a folder of its own: it refunds 40 to account a-1.</summary>
internal sealed class RefundTest : IDisposable
{
    public const string Name = "RefundTests.Refund_is_paid";

    private readonly Dictionary<string, string> variables = [];

    public TestFolder Folder { get; } = new();

    public ReenactTestOptions Options { get; init; } = new();

    public Bank Bank { get; set; } = new();

    public string Account { get; set; } = "a-1";

    public decimal Amount { get; set; } = 40;

    public string Recording { get; init; } = "refund.reenact";

    public string RecordingPath => Folder[Recording];

    public string? this[string variable]
    {
        set
        {
            if (value is null)
            {
                variables.Remove(variable);
            }
            else
            {
                variables[variable] = value;
            }
        }
    }

    public Task<ReenactResult<Refund>> RunAsync() => RunAsync(() => new RefundAgent(Bank).HandleAsync(Account, Amount));

    public Task<ReenactResult<T>> RunAsync<T>(Func<Task<T>> code) => Create().RunAsync(code);

    /// <summary>Replays, with the inputs of the recording.</summary>
    public Task<ReenactResult<Refund>> ReplayAsync(decimal more = 0) => Create().ReplayAsync(replay => new RefundAgent(Bank).HandleAsync(replay.Input<string>("account"), replay.Input<decimal>("amount") + more));

    public Task<ReenactResult> RunWithoutResultAsync() => Create().RunAsync((Func<Task>)(() => new RefundAgent(Bank).HandleAsync(Account, Amount)));

    public Task<ReenactResult<TException>> ThrowsAsync<TException>()
        where TException : Exception =>
        ThrowsAsync<TException>(() => new RefundAgent(Bank).HandleAsync(Account, Amount));

    public Task<ReenactResult<TException>> ThrowsAsync<TException>(Func<Task> code)
        where TException : Exception =>
        Create().ThrowsAsync<TException>(code);

    /// <summary>Makes the recording with another bank, and leaves the environment as it is.</summary>
    public async Task RecordAsync()
    {
        using var recorder = new RefundTest { Recording = Recording };
        recorder["REENACT_MODE"] = "Record";
        await recorder.RunAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(RecordingPath)!);
        File.Copy(recorder.RecordingPath, RecordingPath, overwrite: true);
    }

    public void Dispose() => Folder.Dispose();

    private TestRun Create() =>
        TestRun.Create(new TestHost(variables.GetValueOrDefault, Folder.FullName), Recording, Options, "/_/no/such/RefundTests.cs", "Refund_is_paid");
}
