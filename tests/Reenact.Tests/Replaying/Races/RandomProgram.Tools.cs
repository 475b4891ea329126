namespace Reenact.Tests.Replaying.Races;

/// <content>What the programs call: recorded, so that it runs only once. It works on threads of the pool, and takes its time, or none.</content>
public sealed partial class RandomProgram
{
    private sealed partial class Tools
    {
        private int calls;

        public int Calls => calls;

        [Recorded]
        public partial Task<int> AskAsync(string question);

        [Recorded]
        public partial int Quote(string question);

        [Recorded]
        public partial ValueTask<int> FailAsync(string question);

        [Recorded]
        public partial Task<int> TryAsync(string question, int time);

        [Recorded]
        public partial Task<int> WaitAsync(string question, CancellationToken cancellationToken);

        [Recorded]
        public partial IAsyncEnumerable<int> Items(string question);

        private async IAsyncEnumerable<int> ItemsCore(string question)
        {
            Interlocked.Increment(ref calls);
            for (var left = Random.Shared.Next(5); left > 0; left--)
            {
                await WorkAsync();
                yield return Random.Shared.Next(1000);
            }

            if (Random.Shared.Next(8) == 0)
            {
                throw new InvalidOperationException($"{question} broke");
            }
        }

        private async Task<int> AskCoreAsync(string question)
        {
            Interlocked.Increment(ref calls);
            await WorkAsync();
            return Random.Shared.Next(1000);
        }

        private int QuoteCore(string question)
        {
            Interlocked.Increment(ref calls);
            return Random.Shared.Next(1000);
        }

        private async ValueTask<int> FailCoreAsync(string question)
        {
            Interlocked.Increment(ref calls);
            await WorkAsync();
            throw new InvalidOperationException($"failed {Random.Shared.Next(1000)}");
        }

        private async Task<int> TryCoreAsync(string question, int time)
        {
            Interlocked.Increment(ref calls);
            await WorkAsync();
            return Random.Shared.Next(2) == 0 ? throw new TimeoutException($"{question} took too long") : Random.Shared.Next(1000);
        }

        private async Task<int> WaitCoreAsync(string question, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref calls);
            await Task.Delay(Random.Shared.Next(5), cancellationToken).ConfigureAwait(false);
            return Random.Shared.Next(1000);
        }

        private static async Task WorkAsync()
        {
            switch (Random.Shared.Next(6))
            {
                case 0:
                    break;
                case 1:
                    await Task.Yield();
                    break;
                case 2:
                    await Task.Run(static () => Thread.SpinWait(Random.Shared.Next(2000))).ConfigureAwait(false);
                    break;
                default:
                    await Task.Delay(Random.Shared.Next(4)).ConfigureAwait(false);
                    break;
            }
        }
    }
}
