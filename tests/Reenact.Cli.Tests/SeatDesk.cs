namespace Reenact.Cli.Tests;

/// <summary>A tool that gives out values by its parameters, and reports.</summary>
public sealed partial class SeatDesk
{
    [Recorded]
    public partial bool TryTake(string wanted, ref int left, out string seat, IProgress<int>? share, IProgress<string> steps);

    private bool TryTakeCore(string wanted, ref int left, out string seat, IProgress<int>? share, IProgress<string> steps)
    {
        seat = wanted.Length > 0 ? wanted + "!" : "";
        if (wanted.Length == 0)
        {
            throw new InvalidOperationException("no wish");
        }

        share?.Report(50);
        left--;
        steps.Report("taken");
        return true;
    }
}

/// <summary>Someone who is told of progress.</summary>
public sealed class Listener<T> : IProgress<T>
{
    public void Report(T value)
    {
    }
}
