using MessagePack;

namespace Acme;

[ValueCodec(typeof(MoneyCodec))]
public abstract class Money
{
    public abstract decimal Amount { get; }
}

public sealed class Euro(decimal amount) : Money
{
    public override decimal Amount { get; } = amount;
}

public struct MoneyCodec : IValueCodec<Money>
{
    public static void Write(ref MessagePackWriter writer, Money value, ValueWriteContext context) => writer.Write((double)value.Amount);

    public static Money Read(ref MessagePackReader reader, ValueReadContext context) => new Euro((decimal)reader.ReadDouble());
}

[ValueCodec(typeof(BoxCodec<>))]
public class Box<T>(T? content)
{
    public T? Content { get; } = content;
}

public struct BoxCodec<T> : IValueCodec<Box<T>>
{
    public static void Write(ref MessagePackWriter writer, Box<T> value, ValueWriteContext context) => writer.WriteNil();

    public static Box<T> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        reader.ReadNil();
        return new Box<T>(default);
    }
}

public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

public partial class Tools
{
    [Recorded]
    public partial Page<Money> Pay(Money money, Page<int> numbers, Box<string> box);

    private Page<Money> PayCore(Money money, Page<int> numbers, Box<string> box) => new([money], 1);
}
