namespace Reenact.Testing.Tests.Agents;

/// <summary>The world of the tests' agent. Counts what really runs.</summary>
public sealed partial class Bank
{
    private int liveCalls;

    public int LiveCalls => Volatile.Read(ref liveCalls);

    public decimal Balance { get; init; } = 100;

    public TimeSpan Pace { get; init; }

    [Recorded]
    public partial Task<decimal> BalanceAsync(string account);

    [Recorded]
    public partial Task<string> PayAsync(string account, decimal amount);

    private async Task<decimal> BalanceCoreAsync(string account)
    {
        Interlocked.Increment(ref liveCalls);
        await Task.Delay(Pace);
        return Balance;
    }

    private Task<string> PayCoreAsync(string account, decimal amount)
    {
        Interlocked.Increment(ref liveCalls);
        return amount > Balance
            ? throw new PaymentDeclinedException($"{account} has {Balance}, not {amount}")
            : Task.FromResult($"receipt-{account}-{amount}");
    }
}
