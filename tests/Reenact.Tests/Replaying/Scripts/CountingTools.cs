namespace Reenact.Tests.Replaying.Scripts;

/// <summary>Small calls, many of them.</summary>
public sealed partial class CountingTools
{
    [Recorded]
    public partial int Double(int value);

    [Recorded]
    public partial Task<int> DoubleLaterAsync(int value);

    [Recorded]
    public partial IAsyncEnumerable<int> CountTo(int last);

    [Replayed]
    public partial Task<int> QuadrupleAsync(int value);

    private static int DoubleCore(int value) => 2 * value;

    private static async Task<int> DoubleLaterCoreAsync(int value)
    {
        await Task.Yield();
        return 2 * value;
    }

    private static async IAsyncEnumerable<int> CountToCore(int last)
    {
        for (var i = 1; i <= last; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private async Task<int> QuadrupleCoreAsync(int value) => Double(await DoubleLaterAsync(value));
}
