namespace Clocks;

public static class Clock
{
    public static DateTimeOffset Now => Inner.Read();

    public static Guid NewId() => Guid.NewGuid();

    public static DateTimeOffset Epoch => DateTimeOffset.UnixEpoch;
}

internal static class Inner
{
    public static DateTimeOffset Read() => DateTimeOffset.UtcNow;
}
