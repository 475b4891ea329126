namespace Acme.Agents;

public partial class SupportAgent
{
    [Replayed]
    public partial Task<string> HandleAsync(string request, CancellationToken cancellationToken = default);

    private Task<string> HandleCoreAsync(string request, CancellationToken cancellationToken) => Task.FromResult(request);

    [Replayed(Name = "plan")]
    public partial int Plan(int depth);

    private int PlanCore(int depth) => depth;

    [Replayed]
    private partial void Note(string text);

    private void NoteCore(string text) => _ = text;

    [Replayed]
    public partial ValueTask StepAsync();

    private ValueTask StepCoreAsync() => default;

    public Task RunAsync()
    {
        Note("x");
        return Task.CompletedTask;
    }
}
