namespace Reenact.Testing.Tests.Agents;

/// <summary>Pays back what is asked for.</summary>
public sealed partial class RefundAgent(Bank bank)
{
    [Replayed]
    public partial Task<Refund> HandleAsync(string account, decimal amount);

    private async Task<Refund> HandleCoreAsync(string account, decimal amount)
    {
        await bank.BalanceAsync(account);
        return new Refund("refunded", await bank.PayAsync(account, amount));
    }
}
