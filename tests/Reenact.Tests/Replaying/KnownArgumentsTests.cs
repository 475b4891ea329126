using System.Buffers;
using System.Text;
using MessagePack;
using Reenact.Replaying;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Replaying;

/// <summary>What is known of the last call's arguments never changes whether those of the next are the same.</summary>
public class KnownArgumentsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Arguments_are_the_same_with_what_is_known_and_without(int seed)
    {
        var random = new Random(seed);
        var blobs = new Blobs();
        var known = new KnownArguments();
        var (conversation, tools) = (new List<string>(), "tools");
        var (same, different) = (0, 0);
        for (var i = 0; i < 2000; i++)
        {
            Change(random, conversation, ref tools);
            var recorded = Encode(conversation, tools, blobs);
            if (random.Next(3) == 0)
            {
                Change(random, conversation, ref tools); // The code asks for something else.
            }

            var actual = Encode(conversation, tools, blobs: null);
            var expected = StoredContent.AreSame(recorded, actual, blobs);

            Assert.Equal(expected, known.AreSame(recorded, actual, blobs));
            _ = expected ? same++ : different++;
        }

        Assert.True(same > 500 && different > 200, $"{same} the same, {different} different");
    }

    [Fact]
    public void Arguments_that_are_cut_off_are_not_the_same()
    {
        var blobs = new Blobs();
        var known = new KnownArguments();
        var recorded = Encode(["one", new string('a', 400), "three"], "tools", blobs);
        var actual = Encode(["one", new string('a', 400), "three"], "tools", blobs: null);
        Assert.True(known.AreSame(recorded, actual, blobs));

        for (var length = 0; length < recorded.Length; length++)
        {
            Assert.False(known.AreSame(recorded.AsSpan(0, length), actual, blobs));
        }

        for (var length = recorded.Length + 1; length < actual.Length; length++)
        {
            Assert.False(known.AreSame(recorded, actual.AsSpan(0, length), blobs));
        }

        Assert.True(known.AreSame(recorded, actual, blobs));
    }

    private static void Change(Random random, List<string> conversation, ref string tools)
    {
        switch (random.Next(12))
        {
            case 0 when conversation.Count > 0:
                conversation.RemoveAt(random.Next(conversation.Count));
                break;
            case 1 when conversation.Count > 0:
                conversation[random.Next(conversation.Count)] = Text(random);
                break;
            case 2:
                tools = Text(random);
                break;
            case 3:
                conversation.Clear();
                break;
            default:
                conversation.Add(Text(random));
                break;
        }
    }

    private static string Text(Random random) => new((char)('a' + random.Next(2)), random.Next(2) == 0 ? random.Next(1, 4) : random.Next(300, 302));

    private static byte[] Encode(IReadOnlyList<string> conversation, string tools, Blobs? blobs)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(2);
        writer.WriteArrayHeader(conversation.Count);
        foreach (var text in conversation)
        {
            writer.WriteMapHeader(1);
            writer.Write("text");
            Write(ref writer, text, blobs);
        }

        writer.WriteMapHeader(1);
        writer.Write("tools");
        Write(ref writer, tools, blobs);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(ref MessagePackWriter writer, string text, Blobs? blobs)
    {
        if (blobs is null || text.Length < ValueLimits.BlobThreshold)
        {
            writer.Write(text);
        }
        else
        {
            BlobReference.Write(ref writer, ValueExtensionType.TextInBlob, [blobs.Add(text)]);
        }
    }

    private sealed class Blobs : IBlobSource
    {
        private readonly List<string> texts = [];

        public uint Add(string text)
        {
            if (!texts.Contains(text))
            {
                texts.Add(text);
            }

            return (uint)texts.IndexOf(text) + 1;
        }

        public ReadOnlyMemory<byte> Get(uint id) => Encoding.UTF8.GetBytes(texts[(int)id - 1]);
    }
}
