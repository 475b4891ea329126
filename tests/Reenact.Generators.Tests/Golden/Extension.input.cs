namespace Acme;

public sealed record Order(string Id, decimal Total);

public static partial class OrderExtensions
{
    [Recorded]
    public static partial bool IsLate(this Order order, DateOnly today);

    private static bool IsLateCore(Order order, DateOnly today) => order.Total > today.Day;
}
