using System.Buffers;
using MessagePack;
using Reenact.Shims;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

/// <summary>Objects as emitted codecs write and read them.</summary>
public sealed class MemberNamesTests
{
    private static readonly string[] Names = ["A", "Fifteen_letters", "Sixteen__letters", new string('n', 40), new string('ü', 200), "Größe", ""];

    private static readonly MemberNames Members = new(Names);

    [Fact]
    public void Names_are_written_as_text_whatever_their_length()
    {
        for (var i = 0; i < Names.Length; i++)
        {
            var member = i;
            Assert.Equal(
                Encoded.Raw((ref MessagePackWriter writer) => writer.Write(Names[member])),
                Encoded.Raw((ref MessagePackWriter writer) => Members.WriteName(ref writer, member)));
        }
    }

    [Fact]
    public void Members_are_found_in_any_order()
    {
        int[] places = [.. Enumerable.Range(0, Names.Length)];
        for (var round = 0; round < 100; round++)
        {
            Assert.Equal(places, Read(Map([.. places.Select(static place => Names[place])])));
            new Random(round).Shuffle(places);
        }
    }

    [Fact]
    public void Members_that_the_type_lacks_are_skipped_with_their_values() => Assert.Equal([1, 3], Read(Map("x", "Fifteen_letters", "y", Names[3], "z")));

    [Fact]
    public void A_member_that_stands_twice_comes_twice() => Assert.Equal([1, 1, 0, 0], Read(Map(Names[1], Names[1], "A", "A")));

    [Fact]
    public void A_recording_may_lack_members() => Assert.Equal([2, 5], Read(Map(Names[2], Names[5])));

    [Fact]
    public void Nothing_is_read_after_the_last_member()
    {
        var reader = new MessagePackReader(Map("A"));
        var members = Members.BeginRead(ref reader, Context());
        Assert.True(members.TryNext(ref reader, out _));
        reader.Skip();
        Assert.False(members.TryNext(ref reader, out _));
        Assert.False(members.TryNext(ref reader, out _));
        Assert.True(reader.End);
    }

    [Fact]
    public void Null_is_nil_and_needs_no_members()
    {
        Assert.Equal([MessagePackCode.Nil], Encoded.Raw((ref MessagePackWriter writer) =>
            Assert.False(Members.TryBeginWrite(ref writer, null, new ValueWriteContext(new MemoryBlobs())))));
        var reader = new MessagePackReader(new[] { MessagePackCode.Nil });
        Assert.False(Members.TryBeginRead(ref reader, Context(), out _));
    }

    [Fact]
    public void Something_else_than_a_name_is_refused()
    {
        // What the MessagePack reader throws becomes a ValueFormatException where whole values are read.
        var number = Encoded.Raw((ref MessagePackWriter writer) =>
        {
            writer.WriteMapHeader(1);
            writer.Write(1);
            writer.Write(1);
        });
        Assert.Throws<MessagePackSerializationException>(() => Read(number));
        Assert.Throws<ValueFormatException>(() => Read(Map(new string('x', 1025))));
    }

    [Fact]
    public void A_name_that_an_enum_lacks_is_refused_with_the_type_and_the_name()
    {
        var name = Encoded.Raw(static (ref MessagePackWriter writer) => writer.Write("Lost"));
        var error = Assert.Throws<ValueFormatException>(() =>
        {
            var reader = new MessagePackReader(name);
            return Members.ReadName(ref reader, "Acme.Status");
        });
        Assert.StartsWith("\"Lost\" is no member of Acme.Status.", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Map(params string[] names) => Encoded.Raw((ref MessagePackWriter writer) =>
    {
        writer.WriteMapHeader(names.Length);
        foreach (var name in names)
        {
            writer.Write(name);
            writer.WriteArrayHeader(1);
            writer.Write(name);
        }
    });

    private static List<int> Read(byte[] map)
    {
        var found = new List<int>();
        var reader = new MessagePackReader(new ReadOnlySequence<byte>(map));
        var context = Context();
        var members = Members.BeginRead(ref reader, context);
        while (members.TryNext(ref reader, out var member))
        {
            found.Add(member);
            reader.Skip();
        }

        context.Leave();
        Assert.True(reader.End);
        return found;
    }

    private static ValueReadContext Context() => new(new MemoryBlobs());
}
