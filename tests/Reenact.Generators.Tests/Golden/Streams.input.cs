using System.IO;

namespace Acme.Chat;

public sealed record Chunk(string Text);

public partial struct Chat(int model)
{
    [Recorded(CallKind.Model)]
    public partial IAsyncEnumerable<Chunk> AskAsync(string prompt, CancellationToken cancellationToken = default);

    private readonly IAsyncEnumerable<Chunk> AskCoreAsync(string prompt, CancellationToken cancellationToken) => throw new NotSupportedException(prompt + model);

    [Replayed]
    public partial IAsyncEnumerable<string?> Answer(string stream);

    private readonly async IAsyncEnumerable<string?> AnswerCore(string stream)
    {
        await Task.Yield();
        yield return stream;
    }

    [Recorded]
    public static partial IEnumerable<Chunk> Split(string text);

    private static IEnumerable<Chunk> SplitCore(string text)
    {
        yield return new Chunk(text);
    }

    [Replayed]
    public static partial Task<IEnumerable<int>> CountAsync();

    private static Task<IEnumerable<int>> CountCoreAsync() => Task.FromResult(Enumerable.Range(0, 3));

    [Recorded]
    public static partial Stream? Open(string path);

    private static Stream? OpenCore(string path) => null;

    [Recorded]
    public static partial ValueTask<MemoryStream> DownloadAsync(string url, CancellationToken cancellationToken);

    private static ValueTask<MemoryStream> DownloadCoreAsync(string url, CancellationToken cancellationToken) => new(new MemoryStream());
}
