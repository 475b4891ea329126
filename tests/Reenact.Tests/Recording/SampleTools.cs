namespace Reenact.Tests.Recorders;

/// <summary>Recorded calls of every shape.</summary>
public partial class SampleTools
{
    public static readonly AsyncLocal<string?> Flowing = new();

    private int calls;

    public int Calls => calls;

    /// <summary>Delays of <see cref="WaitAsync"/> by its argument; 2 ms where there is none.</summary>
    public Func<string, Task> Work { get; init; } = static _ => Task.Delay(2);

    [Recorded]
    public static partial int Twice(int value);

    [Recorded(SideEffects = true)]
    public static partial void Pay([IgnoreRecorded] Action pay);

    [Recorded]
    public partial int Count(List<int> values);

    [Recorded]
    public partial Task<string> WaitAsync(string question, CancellationToken cancellationToken = default);

    [Recorded]
    public partial Task<string> OuterAsync(string question);

    [Recorded]
    public virtual partial string Describe(string text);

    [Recorded]
    public partial int ThrowAtOnce(string message);

    [Recorded]
    public partial Task<int> ThrowAtCallAsync(string message);

    [Recorded]
    public partial Task<int> FailedTaskAsync(string message);

    [Recorded]
    public partial Task FailAllAsync();

    [Recorded]
    public partial ValueTask<int> ValueAsync(int value, bool later);

    [Recorded]
    public partial void SetFlowing(string value);

    [Recorded(Leaf = true)]
    public partial int Leaf(int value);

    [Recorded(Leaf = true)]
    public partial int LeafThatCalls(int value);

    [Recorded(Leaf = true)]
    public partial Task<int> LeafThatCallsElsewhereAsync(int value);

    [Recorded]
    public partial int Size(byte[] content);

    [Recorded]
    public partial int Accept(Node node);

    private static void PayCore(Action pay) => pay();

    private static int TwiceCore(int value) => 2 * value;

    private int CountCore(List<int> values)
    {
        values.Add(-1);
        return values.Count;
    }

    private async Task<string> WaitCoreAsync(string question, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        await Work(question).WaitAsync(cancellationToken).ConfigureAwait(false);
        return $"{question}!";
    }

    private async Task<string> OuterCoreAsync(string question)
    {
        var both = await Task.WhenAll(WaitAsync(question + "1"), Task.Run(() => WaitAsync(question + "2")));
        return string.Concat(both);
    }

    protected virtual string DescribeCore(string text) => "base " + text;

    private int ThrowAtOnceCore(string message) => throw new InvalidOperationException(message);

    private Task<int> ThrowAtCallCoreAsync(string message) => throw new ArgumentException(message);

    private Task<int> FailedTaskCoreAsync(string message) => Task.FromException<int>(new TimeoutException(message));

    private Task FailAllCoreAsync() => Task.WhenAll(Fail("one"), Fail("two"));

    private async ValueTask<int> ValueCoreAsync(int value, bool later)
    {
        if (later)
        {
            await Task.Delay(1);
        }

        return value;
    }

    private void SetFlowingCore(string value) => Flowing.Value = value;

    private int LeafCore(int value) => value + 1;

    private int LeafThatCallsCore(int value) => Twice(value);

    private Task<int> LeafThatCallsElsewhereCoreAsync(int value) => Task.Run(() => Twice(value));

    private int SizeCore(byte[] content) => content.Length;

    private int AcceptCore(Node node) => 1;

    private static async Task Fail(string message)
    {
        await Task.Delay(1);
        throw new InvalidOperationException(message);
    }

    /// <summary>A value that can refer to itself.</summary>
    public sealed class Node
    {
        public Node? Next { get; set; }
    }
}

public sealed class OtherTools : SampleTools
{
    protected override string DescribeCore(string text) => "other " + text;
}

/// <summary>An interface whose implementation is recorded.</summary>
public interface IQuotes
{
    int Quote(string text);
}

public sealed partial class Quotes : IQuotes
{
    [Recorded]
    public partial int Quote(string text);

    private int QuoteCore(string text) => text.Length;
}
