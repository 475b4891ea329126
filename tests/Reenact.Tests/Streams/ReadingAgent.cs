namespace Reenact.Tests.Streams;

/// <summary>Results that are made while they are read: iterators, and streams of bytes.</summary>
internal sealed partial class ReadingAgent
{
    public int Runs;

    public Func<Stream?> Source { get; set; } = static () => null;

    [Recorded]
    public partial IEnumerable<int> Numbers(int count);

    [Recorded]
    public partial Task<IEnumerable<int>> NumbersAsync(int count);

    [Recorded]
    public partial ValueTask<IEnumerable<int>> NumbersLaterAsync(int count);

    [Replayed]
    public partial IEnumerable<int> OwnNumbers(int count);

    [Replayed]
    public partial Task<IEnumerable<int>> OwnNumbersAsync(int count);

    [Recorded]
    public partial IEnumerable<int> Same(List<int> list);

    [Recorded]
    public partial Stream? Open(string path);

    [Recorded]
    public partial Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken = default);

    [Recorded]
    public partial ValueTask<MemoryStream> OpenInMemoryAsync(string path);

    [Replayed]
    public partial Task<Stream> MakeAsync(string text);

    private IEnumerable<int> NumbersCore(int count) => Make(count);

    private IEnumerable<int> Make(int count)
    {
        Runs++;
        for (var i = 0; i < count; i++)
        {
            yield return Random.Shared.Next();
        }

        if (count == 0)
        {
            throw new InvalidOperationException("none");
        }
    }

    private Task<IEnumerable<int>> NumbersCoreAsync(int count) => Task.FromResult(Make(count));

    private async ValueTask<IEnumerable<int>> NumbersLaterCoreAsync(int count)
    {
        await Task.Delay(1).ConfigureAwait(false);
        return Make(count).Where(number => number >= 0);
    }

    private IEnumerable<int> OwnNumbersCore(int count) => Ask(count);

    private IEnumerable<int> Ask(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Numbers(i + 1).First();
        }
    }

    private async Task<IEnumerable<int>> OwnNumbersCoreAsync(int count)
    {
        await NumbersAsync(1);
        return Ask(count);
    }

    private IEnumerable<int> SameCore(List<int> list) => list;

    private Stream? OpenCore(string path)
    {
        Runs++;
        return Source();
    }

    private async Task<Stream?> OpenCoreAsync(string path, CancellationToken cancellationToken)
    {
        Runs++;
        await Task.Delay(1, cancellationToken).ConfigureAwait(false);
        return Source();
    }

    private ValueTask<MemoryStream> OpenInMemoryCoreAsync(string path)
    {
        Runs++;
        return new ValueTask<MemoryStream>((MemoryStream)Source()!);
    }

    private async Task<Stream> MakeCoreAsync(string text)
    {
        await Deterministic.Delay(TimeSpan.FromMilliseconds(1));
        return new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
