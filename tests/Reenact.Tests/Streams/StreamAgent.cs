namespace Reenact.Tests.Streams;

/// <summary>Streams, recorded and replayed, whose bodies a test gives.</summary>
internal sealed partial class StreamAgent
{
    /// <summary>How often the body of a recorded method ran.</summary>
    public int Runs;

    /// <summary>Streams of the outside world.</summary>
    public Func<string, CancellationToken, IAsyncEnumerable<Chunk>> Source { get; set; } = static (prompt, _) => Words(prompt);

    /// <summary>A stream of the agent's own.</summary>
    public Func<string, CancellationToken, IAsyncEnumerable<Chunk>> Body { get; set; } = static (prompt, _) => OwnWords(prompt);

    [Recorded(CallKind.Model)]
    public partial IAsyncEnumerable<Chunk> Ask(string prompt, CancellationToken cancellationToken = default);

    [Replayed]
    public partial IAsyncEnumerable<Chunk> Answer(string prompt, CancellationToken cancellationToken = default);

    [Recorded]
    public partial Task<int> CountAsync(string what);

    /// <summary>The words of a prompt; each that begins with a dash comes later.</summary>
    public static async IAsyncEnumerable<Chunk> Words(string prompt)
    {
        var place = 0;
        foreach (var word in prompt.Split(' '))
        {
            if (word.StartsWith('-'))
            {
                await Task.Delay(1).ConfigureAwait(false);
            }

            yield return new Chunk(word, place++);
        }
    }

    /// <summary>The same, for code that is replayed.</summary>
    private static async IAsyncEnumerable<Chunk> OwnWords(string prompt)
    {
        var place = 0;
        foreach (var word in prompt.Split(' '))
        {
            if (word.StartsWith('-'))
            {
                await Deterministic.Delay(TimeSpan.FromMilliseconds(1));
            }

            yield return new Chunk(word, place++);
        }
    }

    private IAsyncEnumerable<Chunk> AskCore(string prompt, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref Runs);
        return Source(prompt, cancellationToken);
    }

    private IAsyncEnumerable<Chunk> AnswerCore(string prompt, CancellationToken cancellationToken) => Body(prompt, cancellationToken);

    private async Task<int> CountCoreAsync(string what)
    {
        Interlocked.Increment(ref Runs);
        await Task.Delay(1).ConfigureAwait(false);
        return what.Length;
    }
}

internal sealed record Chunk(string Text, int Place);
