using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MessagePack;

[assembly: ValueCodec(typeof(Acme.Opaque), typeof(Acme.OpaqueCodec))]
[assembly: ValueCodec(typeof(Acme.Page<>), typeof(Acme.PageCodec<>))]
[assembly: JsonCodec<Acme.Message>(typeof(Acme.Contracts))]
[assembly: RecordAs<Acme.Money, (decimal, string), Acme.MoneyConversion>]

namespace Acme;

public abstract class Opaque;

public struct OpaqueCodec : IValueCodec<Opaque>
{
    public static void Write(ref MessagePackWriter writer, Opaque value, ValueWriteContext context) => writer.WriteNil();

    public static Opaque Read(ref MessagePackReader reader, ValueReadContext context)
    {
        reader.ReadNil();
        return null!;
    }
}

public abstract class Page<T>;

public struct PageCodec<T> : IValueCodec<Page<T>>
{
    public static void Write(ref MessagePackWriter writer, Page<T> value, ValueWriteContext context) => writer.WriteNil();

    public static Page<T> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        reader.ReadNil();
        return null!;
    }
}

public abstract class Message;

public sealed class Contracts() : JsonSerializerContext(null)
{
    public static Contracts Default { get; } = new();

    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    public override JsonTypeInfo? GetTypeInfo(Type type) => null;
}

public sealed class Money
{
    private Money(decimal amount, string currency) => (Amount, Currency) = (amount, currency);

    public decimal Amount { get; }

    public string Currency { get; }

    public static Money Of(decimal amount, string currency) => new(amount, currency);
}

public abstract class MoneyConversion : IRecordedAs<Money, (decimal, string)>
{
    public static (decimal, string) ToRecorded(Money value) => (value.Amount, value.Currency);

    public static Money FromRecorded((decimal, string) recorded) => Money.Of(recorded.Item1, recorded.Item2);
}

public partial class Tools
{
    [Recorded]
    public partial List<Money> Pay(Opaque opaque, Page<int> page, Message message, [ValueCodec(typeof(OpaqueCodec))] Opaque other);

    private List<Money> PayCore(Opaque opaque, Page<int> page, Message message, Opaque other) => [];
}
