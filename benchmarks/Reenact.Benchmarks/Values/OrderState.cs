namespace Reenact.Benchmarks.Values;

public enum OrderState
{
    Open,
    Paid,
    Packed,
    Shipped,
    Returned,
}
