namespace Reenact.Tests.Replaying.Messages;

/// <summary>Waits for what no recording brings back. The expected messages name the lines of this file.</summary>
internal static class Waits
{
    public static async Task ForTimerAsync()
    {
        await Task.Delay(TimeSpan.FromMinutes(1));
    }

    public static async Task ForThreadPoolAsync()
    {
        await Task.Run(Sleep);
    }

    public static void Blocking()
    {
        Task.Delay(TimeSpan.FromMinutes(1)).Wait();
    }

    private static void Sleep() => Thread.Sleep(TimeSpan.FromSeconds(5));
}
