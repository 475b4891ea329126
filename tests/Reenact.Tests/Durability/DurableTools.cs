namespace Reenact.Tests.Durabilities;

/// <summary>Calls that say how durable they are.</summary>
public static partial class DurableTools
{
    [Recorded(Durability = Durability.Durable)]
    public static partial void Sign([IgnoreRecorded] Action sign);

    [Recorded(Durability = Durability.EveryEvent)]
    public static partial void Book([IgnoreRecorded] Action book);

    [Recorded(Durability = Durability.EveryEvent)]
    public static partial Task<int> BookLaterAsync([IgnoreRecorded] Task<int> booked);

    [Recorded(SideEffects = true, Durability = Durability.Buffered)]
    public static partial void Log([IgnoreRecorded] Action log);

    private static void SignCore(Action sign) => sign();

    private static void BookCore(Action book) => book();

    private static Task<int> BookLaterCoreAsync(Task<int> booked) => booked;

    private static void LogCore(Action log) => log();
}
