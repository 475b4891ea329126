using System.Diagnostics;

namespace Reenact.Cli;

/// <summary>
/// Shows how far a run has come, on the standard error stream: as a bar that is drawn over itself on a terminal, else as a line now and
/// then.
/// </summary>
internal sealed class ProgressLine(ToolConsole console, int total)
{
    private const int BarWidth = 30;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly Stopwatch time = Stopwatch.StartNew();
    private TimeSpan told;
    private int tenth;
    private int last = -1;

    public void Show(int done, int failed)
    {
        var text = $"{Quantities.Count(done)} of {Quantities.Count(total)} recordings, {Quantities.Count(failed)} failed, {Quantities.Duration(time.Elapsed)}";
        if (console.ErrorIsTerminal)
        {
            var filled = total == 0 ? BarWidth : (int)((long)BarWidth * Math.Min(done, total) / total);
            console.Error.Write($"\r[{new string('#', filled)}{new string('-', BarWidth - filled)}] {text}\u001b[K");
        }
        else if (done != last && (time.Elapsed - told > Silence || done * 10L / Math.Max(1, total) > tenth))
        {
            console.Error.WriteLine(text);
            told = time.Elapsed;
            tenth = (int)(done * 10L / Math.Max(1, total));
            last = done;
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void End()
    {
        if (console.ErrorIsTerminal)
        {
            console.Error.Write("\r\u001b[K");
        }
    }
}
