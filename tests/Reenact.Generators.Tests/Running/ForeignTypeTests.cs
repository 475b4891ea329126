using MessagePack;

namespace Reenact.Generators.Tests.Running;

/// <summary>Types that the assembly says how to record.</summary>
public class ForeignTypeTests
{
    private static readonly LoadedCode Code = LoadedCode.Of(
        """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        using MessagePack;
        [assembly: ValueCodec(typeof(Acme.Page<>), typeof(Acme.PageCodec<>))]
        [assembly: JsonCodec<Acme.Message>(typeof(Acme.Contracts))]
        [assembly: RecordAs<Acme.Money, Acme.MoneyRecord, Acme.MoneyRecord>]
        [assembly: RecordAs<Acme.Ticker, string, Acme.TickerText>]
        namespace Acme;

        public sealed class Page<T> { private readonly T item; public Page(T it) => item = it; public T Get() => item; public override string ToString() => $"Page {item}"; }
        public struct PageCodec<T> : IValueCodec<Page<T>>
        {
            public static void Write(ref MessagePackWriter writer, Page<T> value, ValueWriteContext context) => writer.Write($"page {value.Get()}");
            public static Page<T> Read(ref MessagePackReader reader, ValueReadContext context) => new((T)(object)reader.ReadString()!.Substring(5));
        }

        public sealed class Message { public string? Text { get; set; } public List<int>? Numbers { get; set; } public override string ToString() => $"{Text} {string.Join(',', Numbers!)}"; }
        public sealed class Contracts() : JsonSerializerContext(null)
        {
            public static Contracts Default { get; } = new();
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => JsonSerializerOptions.Web.GetTypeInfo(type);
        }

        public sealed class Money
        {
            private readonly long cents;
            private Money(long cents) => this.cents = cents;
            public static Money OfCents(long cents) => new(cents);
            public long ToCents() => cents;
            public override string ToString() => $"{cents} cents";
        }
        public sealed record MoneyRecord(long Cents) : IRecordedAs<Money, MoneyRecord>
        {
            public static MoneyRecord ToRecorded(Money value) => new(value.ToCents());
            public static Money FromRecorded(MoneyRecord recorded) => Money.OfCents(recorded.Cents);
        }

        public readonly struct Ticker(string name) { public override string ToString() => name; }
        public abstract class TickerText : IRecordedAs<Ticker, string>
        {
            public static string ToRecorded(Ticker value) => value.ToString();
            public static Ticker FromRecorded(string recorded) => new(recorded);
        }

        public sealed record Order(Page<string> Page, Message? Message, Money? Money, List<Ticker?> Tickers, [ValueCodec(typeof(Hex))] int Number)
        {
            public override string ToString() => $"{Page} / {Message} / {Money} / {string.Join(' ', Tickers)} / {Number}";
        }
        public struct Hex : IValueCodec<int>
        {
            public static void Write(ref MessagePackWriter writer, int value, ValueWriteContext context) => writer.Write(value.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
            public static int Read(ref MessagePackReader reader, ValueReadContext context) => Convert.ToInt32(reader.ReadString(), 16);
        }

        public partial class Tools
        {
            [Recorded] public partial Order Pay([ValueCodec(typeof(Hex))] int number);
            private Order PayCore(int number) => Sample.Make();
        }
        public static class Sample
        {
            public static Order Make() => new(new Page<string>("one"), new Message { Text = "hi", Numbers = [1, 2] }, Money.OfCents(250), [new Ticker("MSFT"), null], 255);
            public static Order Empty() => new(new Page<string>("one"), null, null, [], 0);
        }
        """);

    [Fact]
    public void Each_is_recorded_as_it_was_said()
    {
        var codec = Code.Codec("Acme.Order", "Acme_OrderCodec");
        var order = Code.Call("Acme.Sample", "Make")!;
        Assert.Equal(
            """{"Page":"page one","Message":{"text":"hi","numbers":[1,2]},"Money":{"Cents":250},"Tickers":["MSFT",null],"Number":"ff"}""",
            MessagePackSerializer.ConvertToJson(codec.Write(order), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(order.ToString(), codec.RoundTrip(order)!.ToString());
    }

    [Fact]
    public void Null_needs_no_conversion()
    {
        var codec = Code.Codec("Acme.Order", "Acme_OrderCodec");
        Assert.Contains("\"Message\":null,\"Money\":null", MessagePackSerializer.ConvertToJson(codec.Write(Code.Call("Acme.Sample", "Empty")), cancellationToken: TestContext.Current.CancellationToken), StringComparison.Ordinal);
        codec.RoundTrip(Code.Call("Acme.Sample", "Empty"));
    }
}
