using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using MessagePack;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

public sealed class ValuePrinterTests
{
    private static readonly Dictionary<object, object?> Search = new()
    {
        ["origin"] = "JFK",
        ["nights"] = 3L,
        ["the dates"] = new object?[] { "2026-03-01", null, true, 0.5 },
        [7L] = new byte[] { 1, 2 },
    };

    [Fact]
    public void A_value_fits_on_a_line() =>
        Assert.Equal("{origin: \"JFK\", nights: 3, \"the dates\": [\"2026-03-01\", null, true, 0.5], 7: <2 bytes 0102>}", Print(Search, 200));

    [Fact]
    public void What_is_too_long_is_an_ellipsis()
    {
        Assert.Equal("{origin: \"JFK\", nights: 3, …}", Print(Search, 25));
        Assert.Equal("\"abcde\"…", Print("abcdefgh", 5));
        Assert.Equal("{prompt: \"aaaaaaaaaaaaaaaa\"…, n: 1}", Print(new Dictionary<object, object?> { ["prompt"] = new string('a', 5000), ["n"] = 1L }, 40));
    }

    [Fact]
    public void A_line_keeps_to_its_length() => Gen.Select(AnyValue.Tree, Gen.Int[10, 200]).Sample((tree, length) =>
    {
        var text = Print(tree, length);
        Assert.DoesNotContain('\n', text);
        Assert.InRange(text.Length, 1, length + 100);
    });

    [Fact]
    public void Indented_it_has_a_line_for_each_member()
    {
        var blobs = new MemoryBlobs();
        Assert.Equal(
            """
            {
              origin: "JFK",
              nights: 3,
              "the dates": [
                "2026-03-01",
                null,
                true,
                0.5
              ],
              7: <2 bytes 0102>
            }
            """.ReplaceLineEndings("\n"),
            ValuePrinter.PrintIndented(AnyValue.Encode(Search, blobs), 1000));
        Assert.Equal("[]", ValuePrinter.PrintIndented(AnyValue.Encode(Array.Empty<object?>(), blobs), 1000));
    }

    [Theory]
    [InlineData("\u001b[31mred\u001b[0m", "\"\\u001b[31mred\\u001b[0m\"")]
    [InlineData("\u009b31m", "\"\\u009b31m\"")]
    [InlineData("a\r\n\tb", "\"a\\r\\n\\tb\"")]
    [InlineData("\u202Eabc", "\"\\u202eabc\"")]
    [InlineData("Zürich 字 🛫 👩‍👧", "\"Zürich 字 🛫 👩‍👧\"")]
    [InlineData("say \"hi\"\\", "\"say \\\"hi\\\"\\\\\"")]
    [InlineData("\u007f\u2028\ufeff", "\"\\u007f\\u2028\\ufeff\"")]
    public void Text_cannot_command_a_terminal(string text, string printed) => Assert.Equal(printed, Print(text, 200));

    [Fact]
    public void Half_a_surrogate_pair_is_escaped_and_none_is_made()
    {
        Assert.Equal("\"\\ud83d\"", Print("\ud83d", 200));
        Assert.Equal("\"a\"…", Print("a🛫", 2));
    }

    [Fact]
    public void Nothing_that_is_printed_commands_a_terminal() => Gen.Select(Gen.String, Gen.Byte.Array[0, 40]).Sample((text, bytes) =>
    {
        var blobs = new MemoryBlobs();
        var printed = Print(text, 100) + ValuePrinter.Print(new EncodedValue(bytes, blobs), 100)
            + ValuePrinter.Print(new EncodedValue(Forged(bytes), blobs), 100)
            + Print(new Dictionary<object, object?> { [text] = 1L }, 100);
        Assert.DoesNotContain(printed, char.IsControl);
    });

    [Fact]
    public void Long_text_is_resolved_and_a_missing_blob_told()
    {
        var text = new string('x', 300);
        Assert.Equal($"\"{text}\"", Print(text, 400));
        Assert.Equal("<300 bytes 00000000000000000000000000000000…>", Print(new byte[300], 400));
        Assert.Equal("<unreadable>", ValuePrinter.Print(AnyValue.Encode(text, new MemoryBlobs()) with { Blobs = new MemoryBlobs() }, 100));
    }

    [Fact]
    public void What_redaction_took_away_says_so()
    {
        Assert.Equal("<erased>", PrintExtension(ValueExtensionType.Erased, []));
        Assert.Equal("<hash 0a0b>", PrintExtension(ValueExtensionType.KeyedHash, [10, 11]));
        Assert.Equal("<unreadable>", PrintExtension(ValueExtensionType.Encrypted, [1]));
        Assert.Equal("1.0", PrintExtension(ValueExtensionType.JsonNumber, "1.0"u8.ToArray()));
        Assert.Equal("<number \"\\u001b[31m\">", PrintExtension(ValueExtensionType.JsonNumber, "\u001b[31m"u8.ToArray()));
        Assert.Equal("<extension 99, 2 bytes>", PrintExtension(99, [1, 2]));
    }

    [Fact]
    public void Damaged_values_are_printed_as_far_as_they_go() =>
        Assert.Equal("[1, 2, <damaged>", ValuePrinter.Print(new EncodedValue(new byte[] { 0x93, 1, 2, 0xd9 }, new MemoryBlobs()), 100));

    [Fact]
    public void Names_are_whole_however_little_room_is_left()
    {
        var flight = new Dictionary<object, object?> { ["flight_number"] = new string('a', 60), ["scheduled_departure_time"] = "06:00" };

        Assert.Contains(", scheduled_departure_time: ", Print(flight, 70), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_list_that_is_too_long_the_last_is_shown_too()
    {
        Assert.Equal(
            "[\"message 0\", \"message 1\", \"message 2\", … 16 more, \"message 19\"]",
            Print(Enumerable.Range(0, 20).Select(object? (n) => $"message {n}").ToArray(), 80));
        Assert.Equal("[1, 2, 3]", Print(new object?[] { 1L, 2L, 3L }, 40));
        Assert.StartsWith("{list: [0, 1, ", Print(new Dictionary<object, object?> { ["list"] = Enumerable.Range(0, 99).Select(object? (n) => (long)n).ToArray(), ["n"] = 1L }, 60), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_in_lists_are_cut_in_time_that_does_not_double_with_each()
    {
        var printed = ValuePrinter.Print(new EncodedValue(Nested(level: 16), new MemoryBlobs()), 60);

        Assert.InRange(printed.Length, 1, 400);
    }

    [Fact]
    public void More_content_than_a_recorder_writes_ends_the_value()
    {
        var blobs = new CountingBlobs();

        var printed = ValuePrinter.PrintIndented(new EncodedValue(Bomb(), blobs), 1 << 20);

        Assert.EndsWith("<more content than a recorder writes>", printed, StringComparison.Ordinal);
        Assert.InRange(blobs.Bytes, 1, ValueLimits.Content + ValueLimits.BlobPart);
    }

    /// <summary>Eight texts of 64 MiB, all of the same blob.</summary>
    private static byte[] Bomb() => Encoded.Raw((ref MessagePackWriter writer) =>
    {
        var text = Enumerable.Repeat((byte)1, 64).ToArray();
        writer.WriteArrayHeader(8);
        for (var index = 0; index < 8; index++)
            writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.BytesInBlob, text));
    });

    private static byte[] Nested(int level)
    {
        var bytes = new byte[] { 1 };
        for (; level > 0; level--)
            bytes = [0x92, .. bytes, .. bytes];
        return bytes;
    }

    private sealed class CountingBlobs : IBlobSource
    {
        private readonly byte[] blob = new byte[ValueLimits.BlobPart];

        public long Bytes { get; private set; }

        public ReadOnlyMemory<byte> Get(uint id)
        {
            Bytes += blob.Length;
            return blob;
        }
    }

    [Fact]
    public void JSON_is_what_programs_read()
    {
        var tree = new Dictionary<object, object?>(Search) { ["nan"] = double.NaN, ["text"] = new string('x', 300), ["blob"] = new byte[300] };
        using var document = JsonDocument.Parse(Json(AnyValue.Encode(tree, new MemoryBlobs())));
        var root = document.RootElement;
        Assert.Equal("JFK", root.GetProperty("origin").GetString());
        Assert.Equal(3, root.GetProperty("nights").GetInt32());
        Assert.Equal("AQI=", root.GetProperty("7").GetString());
        Assert.Equal("NaN", root.GetProperty("nan").GetString());
        Assert.Equal(new string('x', 300), root.GetProperty("text").GetString());
        Assert.Equal(300, root.GetProperty("blob").GetBytesFromBase64().Length);
        Assert.Equal(4, root.GetProperty("the dates").GetArrayLength());
    }

    [Fact]
    public void Every_value_has_JSON() => AnyValue.Tree.Sample(tree => JsonDocument.Parse(Json(AnyValue.Encode(tree, new MemoryBlobs()))).Dispose());

    private static byte[] Forged(byte[] body) => Encoded.Raw((ref MessagePackWriter writer) =>
    {
        writer.WriteMapHeader(2);
        writer.WriteString(body);
        writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.JsonNumber, body));
        writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.TextInBlob, body));
        writer.WriteString(body);
    });

    private static string Print(object? tree, int length) => ValuePrinter.Print(AnyValue.Encode(tree, new MemoryBlobs()), length);

    private static string PrintExtension(sbyte type, byte[] body) => ValuePrinter.Print(
        new EncodedValue(Encoded.Raw((ref MessagePackWriter writer) => writer.WriteExtensionFormat(new ExtensionResult(type, body))), new MemoryBlobs()), 100);

    private static string Json(EncodedValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            ValueJson.Write(json, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
