using System.Collections.Concurrent;

namespace Reenact.Testing.Recordings;

/// <summary>Lets tests that record the same file do so one after the other, so that the second finds what the first recorded.</summary>
internal static class RecordingTurns
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    /// <summary>The recordings that the running code is recording.</summary>
    private static readonly AsyncLocal<string[]?> Held = new();

    /// <exception cref="ReenactTestException">The running code is recording that very file.</exception>
    public static async Task<T> RunAsync<T>(string path, Func<Task<T>> run)
    {
        var held = Held.Value ?? [];
        if (held.Contains(path, StringComparer.Ordinal))
        {
            throw new ReenactTestException($"The code that is being recorded into {path} starts another run with the same recording. Give that one a recording of its own.");
        }

        var turn = Turns.GetOrAdd(path, static _ => new SemaphoreSlim(1));
        await turn.WaitAsync().ConfigureAwait(false);
        Held.Value = [.. held, path];
        try
        {
            return await run().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
