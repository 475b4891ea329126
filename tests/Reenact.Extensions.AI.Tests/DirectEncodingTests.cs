using System.Buffers;
using System.Text.Json;
using MessagePack;
using Microsoft.Extensions.AI;
using Reenact.Values;

namespace Reenact.Extensions.AI.Tests;

/// <summary>What is written and read without JSON is what goes by way of JSON, byte for byte.</summary>
public class DirectEncodingTests
{
    private static readonly JsonSerializerOptions Library = AIJsonUtilities.DefaultOptions;

    [Fact]
    public void Messages_are_written_as_by_way_of_JSON()
    {
        var direct = 0;
        foreach (var message in Messages())
        {
            if (!DirectMessageWriter.CanWrite(message))
            {
                continue;
            }

            direct++;
            Assert.Equal(
                ByJson(message),
                Encoded((ref MessagePackWriter writer, ValueWriteContext values) => DirectMessageWriter.Write(ref writer, message, hasOrigin: true, values)));
        }

        Assert.True(direct > 300, $"only {direct} messages");
    }

    [Fact]
    public void Responses_are_written_and_read_as_by_way_of_JSON()
    {
        var (written, read) = (0, 0);
        var random = new Random(5);
        foreach (var messages in Messages().Chunk(3))
        {
            var response = new ChatResponse(messages)
            {
                ResponseId = Maybe("id"),
                ConversationId = Maybe("conversation"),
                ModelId = Maybe("model"),
                CreatedAt = random.Next(2) == 0 ? null : new DateTimeOffset(2026, 3, 4, 5, 6, 7, random.Next(3) * 120, TimeSpan.FromMinutes(random.Next(3) * 90)).AddTicks(random.Next(3)),
                FinishReason = random.Next(2) == 0 ? null : ChatFinishReason.ToolCalls,
                Usage = random.Next(2) == 0 ? null : new UsageDetails { InputTokenCount = random.Next(), TotalTokenCount = random.Next(2) == 0 ? null : long.MaxValue, ReasoningTokenCount = 0 },
                AdditionalProperties = random.Next(2) == 0 ? null : new() { ["a"] = "text", ["b"] = null, ["c"] = -7 },
            };
            var json = ByJson(response);
            if (DirectResponseWriter.CanWrite(response))
            {
                written++;
                Assert.Equal(json, Encoded((ref MessagePackWriter writer, ValueWriteContext values) => DirectResponseWriter.Write(ref writer, response, values)));
            }

            if (DirectResponseReader.Read(new MessagePackReader(json), new ValueReadContext(new Inline())) is { } direct)
            {
                read++;
                AssertSame(JsonSerializer.Deserialize<ChatResponse>(JsonSerializer.Serialize(response, Library), Library)!, direct);
            }
        }

        Assert.True(written > 50 && read > 50, $"{written} written, {read} read");

        string? Maybe(string text) => random.Next(3) switch { 0 => null, 1 => text, _ => new string('x', 300) };
    }

    [Fact]
    public void A_response_with_anything_unknown_in_it_is_left_to_the_library()
    {
        string[] unknown =
        [
            """{"messages":[{"role":"user","contents":[{"$type":"data","uri":"data:text/plain,x"}]}]}""",
            """{"messages":[{"role":"user","contents":[{"text":"x","$type":"text"}]}]}""",
            """{"messages":[{"role":"user","contents":[{"$type":"text","text":"x","annotations":[]}]}]}""",
            """{"messages":[],"continuationToken":"AQ=="}""",
            """{"messages":[],"createdAt":"yesterday"}""",
            """{"messages":[],"usage":{"additionalCounts":{"x":1}}}""",
            """{"messages":[],"usage":{"inputTokenCount":1.5}}""",
            """{"messages":[],"new":1}""",
            """{"messages":{}}""",
            """{"messages":[{"role":7}]}""",
            """{"messages":[{"role":"user","contents":[{"$type":"functionCall","name":"f"}]}]}""",
            """{"finishReason":""}""",
            "[]",
            "7",
        ];
        foreach (var json in unknown)
        {
            var encoded = Encoded((ref MessagePackWriter writer, ValueWriteContext values) => JsonToValue.Write(ref writer, System.Text.Encoding.UTF8.GetBytes(json), values));
            ChatResponse? read = null;
            try
            {
                read = DirectResponseReader.Read(new MessagePackReader(encoded), new ValueReadContext(new Inline()));
            }
            catch (ValueFormatException)
            {
            }

            Assert.Null(read);
        }
    }

    [Fact]
    public void A_response_that_is_cut_or_changed_anywhere_is_read_or_left()
    {
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("hello"), new FunctionCallContent("1", "f", new Dictionary<string, object?> { ["a"] = "b" })]))
        {
            ModelId = "m", CreatedAt = DateTimeOffset.UnixEpoch, Usage = new UsageDetails { InputTokenCount = 300 },
        };
        var whole = ByJson(response);
        for (var at = 0; at < whole.Length; at++)
        {
            TryRead(whole[..at]);
            foreach (var value in (byte[])[0xC0, 0xC1, 0xDD, 0xDF, 0x80, 0x9F, 0xFF, 0xD4])
            {
                var changed = (byte[])whole.Clone();
                changed[at] = value;
                TryRead(changed);
            }
        }

        static void TryRead(byte[] bytes)
        {
            try
            {
                _ = DirectResponseReader.Read(new MessagePackReader(bytes), new ValueReadContext(new Inline()));
            }
            catch (ValueFormatException)
            {
            }
        }
    }

    private delegate void Writing(ref MessagePackWriter writer, ValueWriteContext values);

    private static IEnumerable<ChatMessage> Messages()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var conversation = new RandomConversation(seed);
            for (var turn = 0; turn < 40; turn++)
            {
                conversation.Next();
            }

            foreach (var message in conversation.Messages)
            {
                yield return message;
            }
        }
    }

    private static void AssertSame(ChatResponse expected, ChatResponse actual)
    {
        Assert.Equal(JsonSerializer.Serialize(expected, Library), JsonSerializer.Serialize(actual, Library));
        Assert.Equal(
            expected.Messages.SelectMany(message => message.Contents).Select(TypesOf),
            actual.Messages.SelectMany(message => message.Contents).Select(TypesOf));
    }

    private static string TypesOf(AIContent content) =>
        $"{content.GetType()} {(content as FunctionResultContent)?.Result?.GetType()} {string.Join(',', (content as FunctionCallContent)?.Arguments?.Values.Select(value => value?.GetType()) ?? [])} {content.AdditionalProperties?.GetType()}";

    private static byte[] ByJson<T>(T value) =>
        Encoded((ref MessagePackWriter writer, ValueWriteContext values) => JsonToValue.Write(ref writer, ChatJson.Default.Encode(value), values));

    private static byte[] Encoded(Writing write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        write(ref writer, new ValueWriteContext(new Inline()) { KeepsInline = true });
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Nothing goes to blobs.</summary>
    private sealed class Inline : IBlobSink, IBlobSource
    {
        public uint Store(ReadOnlySpan<byte> content) => throw new NotSupportedException();

        public ReadOnlyMemory<byte> Get(uint id) => throw new ValueFormatException("no blobs");
    }
}
