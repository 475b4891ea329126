using Reenact;

namespace RecordingWorker;

/// <summary>Where numbers come from.</summary>
public sealed partial class Ledger
{
    [Recorded]
    public partial Task<int> ReadAsync(int line);

    private async Task<int> ReadCoreAsync(int line)
    {
        await Task.Yield();
        return line * 10;
    }
}
