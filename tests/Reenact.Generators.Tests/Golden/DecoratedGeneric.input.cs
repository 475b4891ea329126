using Acme;

[assembly: RecordInterface(typeof(IRepository<,>))]
[assembly: RecordInterface<IRepository<string, Order[]>>]
[assembly: RecordInterface<Shop.ICart>]
[assembly: RecordInterface<ICart>]
[assembly: RecordInterface<Cart>]

namespace Acme;

public sealed record Order(int Number);

public interface IRepository<in TKey, out TValue>
    where TKey : notnull
    where TValue : class?
{
    Task<int> CountAsync(CancellationToken cancellationToken);

    int Remove<T>(int place, [IgnoreRecorded] T hint)
        where T : struct, IComparable<T>;
}

public static class Shop
{
    internal interface ICart
    {
        int this[int place] { get; }
    }
}

public interface ICart
{
    string Id();
}

public interface Cart
{
    string Id();
}

public class RecordedCart2;
