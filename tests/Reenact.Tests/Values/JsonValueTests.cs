using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using MessagePack;
using Reenact.Shims;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

public sealed class JsonValueTests
{
    private static readonly string[] Atoms =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "1.0", "0.1", "-0.0", "1e5", "1E+16", "1e400", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "0.30000000000000004", "3.14159265358979323846",
        "\"\"", "\"a\"", "\"é字🛫\"", "\"\\\"\\\\\\n\\u0001\"", "\"\\uD83D\"", "\"x\\uDEEBy\"", "\"" + new string('x', 300) + "\"",
    ];

    private static readonly Gen<string> AnyJson = Gen.Recursive<string>((depth, json) => depth > 3
        ? Atom
        : Gen.OneOf(
            Atom,
            json.Array[0, 8].Select(items => "[" + string.Join(",", items) + "]"),
            Gen.Select(Gen.Int[0, 9], json).Array[0, 8].Select(members => "{" + string.Join(",", members.Select(member => $"\"m{member.Item1}\":{member.Item2}")) + "}")));

    private static Gen<string> Atom => Gen.Int[0, Atoms.Length - 1].Select(index => Atoms[index]);

    [Fact]
    public void JSON_comes_back_to_the_digit() => AnyJson.Sample(json =>
    {
        var blobs = new MemoryBlobs();
        var bytes = Write(json, blobs);
        var read = Read(bytes, blobs);
        Assert.Equal(Normal(json), Normal(read));
        Assert.Equal(bytes, Write(read, blobs));
    });

    [Fact]
    public void JSON_that_was_parsed_already_is_written_as_its_text() => AnyJson.Sample(json => Assert.Equal(Write(json, new MemoryBlobs()), WriteParsed(json)));

    [Theory]
    [InlineData("{\"a\":[1,2.5,\"x\"],\"b\":null,\"a\":true}")]
    [InlineData("{\"\\ud83d\":1,\"\\n\":\"\\\"\",\"é\":{\"\":[[],{}]}}")]
    [InlineData(" [ 1 , /* two */ \"2\" , ] ")]
    public void JSON_that_was_parsed_already_has_the_same_names_and_order(string json) => Assert.Equal(Write(json, new MemoryBlobs()), WriteParsed(json));

    [Theory]
    [InlineData("\"a\u0001b\"")]
    [InlineData("\"a\"b\"")]
    [InlineData("\"")]
    public void Text_that_is_not_JSON_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Write(json, new MemoryBlobs()));

    [Theory]
    [InlineData("{\"a\":[1,2.5,\"x\"],\"b\":null,\"a\":true}")]
    [InlineData("[1.0,1e5,-0,0.1,1E+16]")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("{\"\\ud83d\":1}")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void JSON_without_white_space_comes_back_as_the_same_text(string json)
    {
        var blobs = new MemoryBlobs();
        Assert.Equal(json, Read(Write(json, blobs), blobs));
    }

    [Theory]
    [InlineData("7", MessagePackType.Integer)]
    [InlineData("18446744073709551615", MessagePackType.Integer)]
    [InlineData("0.7", MessagePackType.Float)]
    [InlineData("-0", MessagePackType.Float)]
    [InlineData("1.0", MessagePackType.Extension)]
    [InlineData("18446744073709551616", MessagePackType.Extension)]
    [InlineData("1e400", MessagePackType.Extension)]
    public void A_number_is_the_MessagePack_number_that_says_the_same(string json, MessagePackType type) =>
        Assert.Equal(type, new MessagePackReader(Write(json, new MemoryBlobs())).NextMessagePackType);

    [Fact]
    public void Objects_are_maps_as_generated_codecs_write_them()
    {
        var expected = Encoded.Raw((ref MessagePackWriter writer) =>
        {
            writer.WriteMapHeader(2);
            writer.Write("origin");
            writer.Write("JFK");
            writer.Write("nights");
            writer.Write(3);
        });
        Assert.Equal(expected, Write(" { \"origin\" : \"JFK\", /* three */ \"nights\":3, } ", new MemoryBlobs()));
    }

    [Fact]
    public void Long_text_is_stored_once_whether_escaped_or_not()
    {
        var blobs = new MemoryBlobs();
        var text = "line\nline" + new string('x', 300);
        Write($"[{JsonSerializer.Serialize(text)},{JsonSerializer.Serialize(text)}]", blobs);
        Encoded.Write<string, StringCodec>(text, blobs);
        Assert.Equal(1, blobs.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]2")]
    [InlineData("{\"a\"}")]
    [InlineData("nul")]
    [InlineData("01")]
    public void What_is_not_JSON_is_refused_and_nothing_is_written(string json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        try
        {
            JsonValue.Write(ref writer, Encoding.UTF8.GetBytes(json), new ValueWriteContext(new MemoryBlobs()));
            Assert.Fail("It was accepted.");
        }
        catch (JsonException)
        {
            writer.Flush();
            Assert.Equal(0, buffer.WrittenCount);
        }
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_refused()
    {
        byte[] json = [(byte)'"', 0xc3, 0x28, (byte)'"'];
        var context = new ValueWriteContext(new MemoryBlobs());
        Assert.Throws<JsonException>(() => Encoded.Raw((ref MessagePackWriter writer) => JsonValue.Write(ref writer, json, context)));
    }

    [Fact]
    public void JSON_is_nested_60_levels_at_most()
    {
        var deepest = new string('[', 60) + new string(']', 60);
        var blobs = new MemoryBlobs();
        Assert.Equal(deepest, Read(Write(deepest, blobs), blobs));
        Assert.Throws<InvalidOperationException>(() => Write("[" + deepest + "]", blobs));
        Assert.Throws<InvalidOperationException>(() => Write(new string('[', 100_000), blobs));
    }

    [Theory]
    [InlineData("1.")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("")]
    [InlineData("1,\"x\":2")]
    [InlineData("NaN")]
    public void A_forged_number_is_refused(string text)
    {
        var bytes = Encoded.Raw((ref MessagePackWriter writer) =>
            writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.JsonNumber, Encoding.UTF8.GetBytes(text))));
        Assert.Throws<ValueFormatException>(() => Read(bytes, new MemoryBlobs()));
    }

    [Fact]
    public void What_JSON_has_no_word_for_is_refused()
    {
        Encoded.Writing[] values =
        [
            (ref MessagePackWriter writer) => writer.Write(double.NaN),
            (ref MessagePackWriter writer) => writer.Write(new byte[3]),
            (ref MessagePackWriter writer) =>
            {
                writer.WriteMapHeader(1);
                writer.Write(1);
                writer.Write(1);
            },
        ];
        Assert.All(values, value => Assert.Throws<ValueFormatException>(() => Read(Encoded.Raw(value), new MemoryBlobs())));
    }

    [Fact]
    public void Elements_come_back_and_null_is_not_no_value()
    {
        AnyJson.Where(json => !json.Contains("\\u", StringComparison.Ordinal)).Sample(json =>
        {
            var element = JsonElement.Parse(json);
            return JsonElement.DeepEquals(element, Encoded.RoundTrip<JsonElement, JsonElementCodec>(element));
        });
        Assert.Equal(JsonValueKind.Undefined, Encoded.RoundTrip<JsonElement, JsonElementCodec>(default).ValueKind);
        Assert.Equal(JsonValueKind.Null, Encoded.RoundTrip<JsonElement, JsonElementCodec>(JsonElement.Parse("null")).ValueKind);
        Assert.Equal(JsonValueKind.Null, Encoded.RoundTrip<JsonElement?, NullableCodec<JsonElement, JsonElementCodec>>(JsonElement.Parse("null"))!.Value.ValueKind);
        Assert.Null(Encoded.RoundTrip<JsonElement?, NullableCodec<JsonElement, JsonElementCodec>>(null));
    }

    [Fact]
    public void A_foreign_type_travels_as_its_library_serializes_it()
    {
        var message = new JsonMessage("user", "line\nline " + new string('x', 300), [1.5, 2]);
        var read = Encoded.RoundTrip<JsonMessage, JsonCodec<JsonMessage, JsonMessages>>(message);
        Assert.Equal(message.Role, read.Role);
        Assert.Equal(message.Text, read.Text);
        Assert.Equal(message.Scores, read.Scores);
        Assert.Null(Encoded.RoundTrip<JsonMessage, JsonCodec<JsonMessage, JsonMessages>>(null!));
    }

    [Fact]
    public void A_value_of_another_shape_is_reported()
    {
        var bytes = Write("[1]", new MemoryBlobs());
        Assert.Throws<ValueFormatException>(() => Encoded.Read<JsonMessage, JsonCodec<JsonMessage, JsonMessages>>(bytes, new MemoryBlobs()));
    }

    [Fact]
    public void A_message_is_written_without_garbage()
    {
        var message = new JsonMessage("user", new string('x', 5000), [1.5, 2]);
        var blobs = new ConstantBlobs();
        var context = new ValueWriteContext(blobs);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        for (var i = 0; i < 10; i++)
            WriteOne();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            WriteOne();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 200);

        void WriteOne()
        {
            buffer.ResetWrittenCount();
            var writer = new MessagePackWriter(buffer);
            JsonCodec<JsonMessage, JsonMessages>.Write(ref writer, message, context);
            writer.Flush();
        }
    }

    private static byte[] Write(string json, IBlobSink blobs)
    {
        var context = new ValueWriteContext(blobs);
        return Encoded.Raw((ref MessagePackWriter writer) => JsonValue.Write(ref writer, Encoding.UTF8.GetBytes(json), context));
    }

    private static byte[] WriteParsed(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var (element, context) = (document.RootElement, new ValueWriteContext(new MemoryBlobs()));
        return Encoded.Raw((ref MessagePackWriter writer) => JsonElementToValue.Write(ref writer, element, context));
    }

    private static string Read(byte[] bytes, IBlobSource blobs)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var reader = new MessagePackReader(bytes);
        JsonValue.Read(ref reader, buffer, new ValueReadContext(blobs));
        Assert.True(reader.End);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>JSON without differences that mean nothing: how its text is escaped.</summary>
    private static string Normal(string json) => json
        .Replace("\\uD83D", "\\ud83d", StringComparison.Ordinal)
        .Replace("\\uDEEB", "\\udeeb", StringComparison.Ordinal);

    private sealed class ConstantBlobs : IBlobSink
    {
        public uint Store(ReadOnlySpan<byte> content) => 1;
    }
}
