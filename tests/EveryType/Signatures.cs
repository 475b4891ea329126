using System.Runtime.CompilerServices;
using Reenact;

namespace EveryType;

/// <summary>Arguments and results that come in more ways than one.</summary>
internal sealed partial class Signatures(bool live)
{
    [Recorded]
    public partial bool References(in int number, ref string text, out double result);

    private bool ReferencesCore(in int number, ref string text, out double result)
    {
        text += number;
        result = number / 2.0;
        return Live();
    }

    [Recorded]
    public partial int Spans(Span<int> numbers, ReadOnlySpan<char> text);

    private int SpansCore(Span<int> numbers, ReadOnlySpan<char> text)
    {
        numbers.Reverse();
        return Live() ? text.Length : 0;
    }

    [Recorded]
    public partial Task<int> ReportAsync(IProgress<string> progress, CancellationToken cancellationToken = default);

    private async Task<int> ReportCoreAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report("before");
        await Task.Delay(1, cancellationToken);
        progress.Report("after");
        return Live() ? 2 : 0;
    }

    [Recorded]
    public partial IAsyncEnumerable<string> StreamAsync(int count, CancellationToken cancellationToken = default);

    private async IAsyncEnumerable<string> StreamCoreAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < count && Live(); i++)
        {
            await Task.Delay(1, cancellationToken);
            yield return $"item {i}";
        }
    }

    [Recorded]
    public partial IEnumerable<int> Count(int to);

    private IEnumerable<int> CountCore(int to)
    {
        for (var i = 0; i < to && Live(); i++)
            yield return i;
    }

    [Recorded]
    public partial Stream Download(int length);

    private Stream DownloadCore(int length) => Live() ? new MemoryStream(new byte[length]) : Stream.Null;

    [Recorded]
    public partial T Same<T>(T value);

    private T SameCore<T>(T value) => Live() ? value : default!;

    /// <summary>On replay no body may run.</summary>
    private bool Live() => live ? true : throw new InvalidOperationException("A recorded body ran on replay.");
}
