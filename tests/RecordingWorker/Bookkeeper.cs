using Reenact;

namespace RecordingWorker;

/// <summary>Adds up what the ledger says.</summary>
public sealed partial class Bookkeeper(Ledger ledger)
{
    [Replayed]
    public partial Task<int> AddAsync(int lines);

    private async Task<int> AddCoreAsync(int lines)
    {
        var sum = 0;
        for (var line = 1; line <= lines; line++)
        {
            sum += await ledger.ReadAsync(line);
        }

        return sum;
    }
}
