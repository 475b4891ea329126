using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>
/// Hands updates one by one from the code that reads the inner stream, which runs inside the recorded call, to the code that
/// reads the recorded stream.
/// </summary>
/// <param name="whenEnded">Whether the reader gets all updates when the call has ended, as on replay. Otherwise it gets them in
/// lockstep: the inner stream advances when its reader asks, as it would without a recording.</param>
internal sealed class StreamHandover(bool whenEnded)
{
    private static readonly Task<bool> Wanted = Task.FromResult(true);

    private readonly List<ChatResponseUpdate> held = [];
    private TaskCompletionSource<bool> demand = new();
    private TaskCompletionSource<bool> supply = new();
    private ChatResponseUpdate? offered;

    /// <summary>For the reader of the inner stream, before its first update: whether that one is wanted.</summary>
    public Task<bool> FirstDemand => whenEnded ? Wanted : demand.Task;

    /// <summary>For the reader of the inner stream: hands an update over.</summary>
    /// <returns>Whether another one is wanted. False when the reader stopped.</returns>
    public Task<bool> OfferAsync(ChatResponseUpdate update)
    {
        if (whenEnded)
        {
            held.Add(update);
            return Wanted;
        }

        // Taken before the other side knows of the update: it may ask for the next one at once, on another thread.
        var next = demand.Task;
        offered = update;
        supply.SetResult(true);
        return next;
    }

    /// <summary>For the reader of the recorded stream.</summary>
    /// <param name="recorded">Ends when the call has ended and is recorded.</param>
    public IAsyncEnumerable<ChatResponseUpdate> UpdatesAsync<T>(Task<T> recorded) => whenEnded ? HeldAsync(recorded) : LockstepAsync(recorded);

    private async IAsyncEnumerable<ChatResponseUpdate> HeldAsync(Task recorded)
    {
        await recorded.ConfigureAwait(false);
        foreach (var update in held)
        {
            yield return update;
        }
    }

    private async IAsyncEnumerable<ChatResponseUpdate> LockstepAsync(Task recorded)
    {
        _ = EndAsync(recorded);
        try
        {
            while (await Ask(wanted: true).ConfigureAwait(false))
            {
                yield return offered!;
            }
        }
        finally
        {
            // A reader that stopped early waits for the inner stream to be disposed of; any reader gets its failure.
            if (!recorded.IsCompleted)
            {
                _ = Ask(wanted: false);
            }

            await recorded.ConfigureAwait(false);
        }
    }

    private Task<bool> Ask(bool wanted)
    {
        // Both are replaced before the other side runs, which it may do inside SetResult.
        var answer = supply = new TaskCompletionSource<bool>();
        var asked = demand;
        demand = new TaskCompletionSource<bool>();
        asked.SetResult(wanted);
        return answer.Task;
    }

    private async Task EndAsync(Task recorded)
    {
        await recorded.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        supply.TrySetResult(false);
    }
}
