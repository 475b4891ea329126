namespace Reenact.Testing.Tests.Agents;

/// <summary>Sends mail, which can't be called back.</summary>
public sealed partial class Mailbox
{
    public int Sent { get; private set; }

    [Recorded(SideEffects = true)]
    public partial Task<int> SendAsync(string to);

    [Recorded(SideEffects = true)]
    public partial int Delete(string id);

    [Recorded(SideEffects = true)]
    public partial IAsyncEnumerable<string> TakeOutAsync();

    private async Task<int> SendCoreAsync(string to)
    {
        await Task.Yield();
        return ++Sent;
    }

    private int DeleteCore(string id) => ++Sent;

    private async IAsyncEnumerable<string> TakeOutCoreAsync()
    {
        for (var number = 1; number <= 3; number++)
        {
            await Task.Yield();
            yield return $"mail {number}";
        }
    }
}

/// <summary>Another thing that sends.</summary>
public sealed partial class Fax
{
    [Recorded(SideEffects = true)]
    public partial Task<int> SendAsync(string to);

    private Task<int> SendCoreAsync(string to) => Task.FromResult(1);
}
