using System.Text;

namespace Reenact.Cli;

/// <summary>What a worker writes: all of it in a file, the end of it in memory. Thread-safe.</summary>
internal sealed class WorkerLog(string path) : IDisposable
{
    private const int Kept = 8000;

    private readonly Lock gate = new();
    private readonly StreamWriter file = new(path) { AutoFlush = true };
    private readonly StringBuilder end = new();
    private bool closed;

    public string End
    {
        get
        {
            lock (gate)
            {
                return end.ToString();
            }
        }
    }

    /// <summary>Copies in blocks: a line may have no end.</summary>
    public async Task CopyAsync(StreamReader source)
    {
        var block = new char[4096];
        try
        {
            while (await source.ReadAsync(block).ConfigureAwait(false) is > 0 and var length)
            {
                Append(block.AsSpan(0, length));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process is gone, or its worker is: nothing more is asked for.
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            file.Dispose();
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            file.Write(text);
            end.Append(text);
            if (end.Length > 2 * Kept)
            {
                end.Remove(0, end.Length - Kept);
            }
        }
    }
}
