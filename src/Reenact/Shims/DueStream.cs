namespace Reenact.Shims;

/// <summary>What the code gets of a stream whose turn in the recorded order has not come: it waits for that at its first item.</summary>
internal sealed class DueStream<T>(Task<IAsyncEnumerable<T>> due) : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var stream = await due.ConfigureAwait(false);
        await foreach (var item in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }
}
