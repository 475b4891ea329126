namespace Reenact.Tests.Stepping;

/// <summary>An agent whose turns each make calls, read captured values, and leave a snapshot.</summary>
internal sealed partial class LongAgent
{
    public int LiveCalls;

    public int Late { get; set; }

    [Replayed]
    public partial Task<string> RunAsync(int turns);

    [Replayed]
    public partial Task<int> TurnAsync(int turn, [IgnoreInMatch] string note);

    [Recorded]
    public partial Task<int> PriceAsync(string item);

    [Recorded(CallKind.Service)]
    public partial Task<int> OuterAsync(int value);

    public async Task<string> ContinueAsync(Progress progress, int turns)
    {
        for (var turn = progress.Turn; turn < turns; turn++)
        {
            progress = new Progress(turn + 1, [.. progress.Prices, await TurnAsync(turn, "now")]);
            Session.Snapshot("progress", progress);
        }

        return $"{string.Join(',', progress.Prices)} {Deterministic.UtcNow.Ticks % 7 >= 0}";
    }

    private Task<string> RunCoreAsync(int turns) => ContinueAsync(new Progress(0, []), turns);

    private async Task<int> TurnCoreAsync(int turn, string note)
    {
        var price = await PriceAsync($"item {turn}");
        var id = Deterministic.NewGuid();
        return price + await OuterAsync(turn) + (id == Guid.Empty ? 1 : 0) + (turn == Late ? LateBy : 0);
    }

    public int LateBy { get; set; }

    private async Task<int> PriceCoreAsync(string item)
    {
        LiveCalls++;
        await Task.Yield();
        return item.Length;
    }

    private async Task<int> OuterCoreAsync(int value)
    {
        LiveCalls++;
        Session.Snapshot("inside", value);
        return value + await PriceAsync("inside");
    }
}

internal sealed record Progress(int Turn, int[] Prices);
