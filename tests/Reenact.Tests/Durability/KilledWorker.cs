using System.Diagnostics;
using RecordingWorker;
using Xunit;

namespace Reenact.Tests.Durabilities;

/// <summary>A process that is killed (SIGKILL) while it records.</summary>
internal static class KilledWorker
{
    /// <summary>Starts it, and kills it when it is time, from when it said something for the first time.</summary>
    /// <param name="arguments">What it does.</param>
    /// <param name="until">Waits until it is killed.</param>
    /// <returns>What it said: a byte for each call that had returned.</returns>
    public static async Task<List<byte>> RunAsync(string[] arguments, Func<Task> until)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Survivor).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;
        try
        {
            var said = new List<byte>();
            var buffer = new byte[64 * 1024];
            Task? killing = null;
            int count;
            while ((count = await process.StandardOutput.BaseStream.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0)
            {
                killing ??= KillAsync();
                said.AddRange(buffer.AsSpan(0, count));
            }

            Assert.NotNull(killing); // Else it ended by itself.
            await killing;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return said;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }

        async Task KillAsync()
        {
            try
            {
                await until();
            }
            finally
            {
                process.Kill();
            }
        }
    }
}
