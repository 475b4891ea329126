namespace Reenact.Tests.Streams;

/// <summary>Ways to read streams.</summary>
internal static class StreamReading
{
    public static async Task<string> JoinAsync(this IAsyncEnumerable<Chunk> stream, bool captures = true)
    {
        var words = new List<string>();
        await foreach (var chunk in stream.ConfigureAwait(captures))
        {
            words.Add(chunk.Text);
        }

        return string.Join(' ', words);
    }

    /// <summary>The stream, enumerated with a token, as an ordinary one.</summary>
    public static IAsyncEnumerable<Chunk> WithCancellationOf(this IAsyncEnumerable<Chunk> stream, CancellationToken cancellationToken) =>
        new Canceled(stream, cancellationToken);

    private sealed class Canceled(IAsyncEnumerable<Chunk> stream, CancellationToken token) : IAsyncEnumerable<Chunk>
    {
        public IAsyncEnumerator<Chunk> GetAsyncEnumerator(CancellationToken cancellationToken = default) => stream.GetAsyncEnumerator(token);
    }
}
