using System.Buffers;
using CsCheck;
using MessagePack;
using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Sessions;
using Reenact.Shims;
using Reenact.Tests.Recorders;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Format;

/// <summary>Lists that grow from call to call are stored as what is new in them, and read as they were.</summary>
public class GrownListTests
{
    private static readonly byte[] Three = [0x93, 1, 2, 3];

    private static readonly RecordedMethod Ask = new("Tests.Ask", CallKind.Model, ["messages", "more"], 17);

    [Fact]
    public void Lists_that_grow_branch_and_are_cut_are_read_as_they_were()
    {
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 40], Gen.Int[0, 6]).Array[1, 40].Sample(steps =>
        {
            var (bytes, expected) = Record(steps);

            using var recording = Recorded.Open(bytes);
            Assert.Equal(expected, TextsOf(recording.ReadEvents()));
            Assert.DoesNotContain(recording.Verify().Findings, finding => finding.Severity == FindingSeverity.Error);

            using var backwards = Recorded.Open(bytes);
            var last = Enumerable.Range(0, (int)backwards.EventCount).Select(n => backwards.ReadEvent(backwards.EventCount - 1 - n)!);
            Assert.Equal(Enumerable.Reverse(expected), TextsOf(last));
        }, iter: 60, threads: 1);
    }

    [Fact]
    public void However_often_a_list_grows_no_chain_is_too_long_and_it_is_sent_whole_once()
    {
        var (bytes, expected) = Record([.. Enumerable.Repeat((0, 0, 1), 1_200)]);

        using var recording = Recorded.Open(bytes);
        var starts = recording.ReadEvents().OfType<CallStartedEvent>().ToList();
        Assert.Equal(expected, TextsOf(starts));
        Assert.Equal(1, starts.Count(start => !GrownList.Is(start.Arguments[0].Stored.Span)));
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public void What_is_sent_again_takes_no_more_room()
    {
        var (ten, _) = Record([(0, 0, 6), .. Enumerable.Repeat((0, 0, 0), 10)]);
        var (hundred, _) = Record([(0, 0, 6), .. Enumerable.Repeat((0, 0, 0), 90)]);

        using var few = Recorded.Open(ten);
        using var many = Recorded.Open(hundred);
        Assert.True(hundred.Length < ten.Length + (80 * 24), $"{ten.Length} bytes for 10 calls, {hundred.Length} for 90");
        Assert.Equal(TextsOf(few.ReadEvents())[0], TextsOf(many.ReadEvents())[^1]);
    }

    [Theory]
    [MemberData(nameof(Forged))]
    public void A_forged_list_is_reported_and_can_not_be_read(string what, byte[] list)
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("Acme.Ask", CallKind.Model, "messages");
        Call(builder, method, 1, Three);
        Call(builder, method, 2, list);
        builder.Ended().Seal();

        using var recording = Recorded.Open(builder.Bytes);
        var forged = recording.ReadEvents().OfType<CallStartedEvent>().Last().Arguments[0];
        Assert.Throws<ValueFormatException>(() => forged.Read<int[], ArrayCodec<int, Int32Codec>>());
        Assert.Contains("grew", Assert.Single(recording.Verify().Findings, finding => finding.Severity == FindingSeverity.Error).Message, StringComparison.Ordinal);
        Assert.NotEqual("", what);
    }

    [Fact]
    public void A_good_list_of_that_form_is_read()
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("Acme.Ask", CallKind.Model, "messages");
        Call(builder, method, 1, Three);
        Call(builder, method, 2, Grown(2, 0, 2, [7, 8]));
        Call(builder, method, 3, Grown(3, 0, 1, [9]));
        builder.Ended().Seal();

        using var recording = Recorded.Open(builder.Bytes);
        Assert.Equal([1, 9], recording.ReadEvents().OfType<CallStartedEvent>().Last().Arguments[0].Read<int[], ArrayCodec<int, Int32Codec>>());
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public void A_chain_that_is_too_long_is_refused_however_it_is_come_to()
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("Acme.Ask", CallKind.Model, "messages");
        Call(builder, method, 1, [0x91, 1]);
        for (uint call = 2; call < 130; call++)
        {
            Call(builder, method, call, Grown((int)builder.Written - 1, 0, (int)call - 1, [1]));
        }

        builder.Ended().Seal();
        using var recording = Recorded.Open(builder.Bytes);
        var inOrder = recording.ReadEvents().OfType<CallStartedEvent>().Select(start => GrownList.Is(start.Arguments[0].Bytes.Span)).ToList();
        using var again = Recorded.Open(builder.Bytes);
        var last = (CallStartedEvent)again.ReadEvent(inOrder.Count + 1)!;

        Assert.Equal(101, inOrder.IndexOf(true));
        Assert.All(inOrder[101..], isLost => Assert.True(isLost));
        Assert.True(GrownList.Is(last.Arguments[0].Bytes.Span));
        Assert.False(recording.Verify().IsIntact);
    }

    [Fact]
    public void Lists_that_would_expand_to_far_more_than_they_are_cost_no_more_than_the_limit()
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("Acme.Ask", CallKind.Model, "messages");
        var ones = new byte[3 << 20];
        ones.AsSpan().Fill(1);
        Call(builder, method, 1, [0xDD, 0, 0x30, 0, 0, .. ones]);
        for (uint call = 2; call < 12; call++)
        {
            Call(builder, method, call, Grown((int)builder.Written - 1, 0, (3 << 20) * ((int)call - 1), ones));
            builder.Block();
        }

        builder.Ended().Seal();
        using var recording = Recorded.Open(builder.Bytes);
        var lengths = recording.ReadEvents().OfType<CallStartedEvent>().Select(start => start.Arguments[0].Bytes.Length).ToList();

        Assert.All(lengths, length => Assert.InRange(length, 0, ValueLimits.ListLength));
        Assert.Contains(recording.Verify().Findings, finding => finding.Message.Contains("too long", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_block_is_damaged_that_a_list_grew_from_the_rest_is_read()
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("Acme.Ask", CallKind.Model, "messages");
        builder.Block();
        var at = builder.Bytes.Length;
        Call(builder, method, 1, Three);
        builder.Block();
        Call(builder, method, 2, Grown(2, 0, 2, [7, 8]));
        var bytes = builder.Ended().Seal().Bytes;
        bytes[at + 40] ^= 1;

        using var recording = Recording.Open(new MemoryBlockStore(bytes), OnDamage.Skip);
        var found = recording.ReadEvents().OfType<CallStartedEvent>().Single();
        var error = Assert.Throws<ValueFormatException>(() => found.Arguments[0].Read<int[], ArrayCodec<int, Int32Codec>>());

        Assert.Equal(2, found.Span);
        Assert.True(GrownList.Is(found.Arguments[0].Bytes.Span));
        Assert.NotEqual("", error.Message);
    }

    public static TheoryData<string, byte[]> Forged() => new()
    {
        { "from itself", Grown(3, 0, 1, [7]) },
        { "from a later event", Grown(9, 0, 1, [7]) },
        { "from an event that is no call", Grown(1, 0, 1, [7]) },
        { "from an argument that is not there", Grown(2, 1, 1, [7]) },
        { "from an argument far beyond", Grown(2, int.MaxValue, 1, [7]) },
        { "from more than there is", Grown(2, 0, 4, [7]) },
        { "with an item that ends too early", Grown(2, 0, 3, [0x92, 1]) },
        { "with an item nested too deep", Grown(2, 0, 3, [.. Enumerable.Repeat((byte)0x91, 70), 1]) },
        { "of nothing", [0xC7, 0, 9] },
        { "from a number that is none", [0xC7, 4, 9, 0xA1, 0x61, 0, 1] },
        { "from a negative number", [0xC7, 4, 9, 0xFF, 0, 1, 7] },
        { "from half a number", [0xC7, 2, 9, 2, 0xCD] },
    };

    private static byte[] Grown(int sequence, int place, int kept, byte[] items)
    {
        var body = new ArrayBufferWriter<byte>();
        var fields = new MessagePackWriter(body);
        fields.Write(sequence);
        fields.Write(place);
        fields.Write(kept);
        fields.WriteRaw(items);
        fields.Flush();
        var list = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(list);
        writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.GrownList, new ReadOnlySequence<byte>(body.WrittenMemory)));
        writer.Flush();
        return list.WrittenSpan.ToArray();
    }

    private static void Call(RecordingBuilder builder, uint method, uint span, byte[] list) => builder.Event(EventKind.CallStarted, 3, (ref MessagePackWriter output, ValueWriteContext _) =>
    {
        output.Write(0);
        output.Write(method);
        output.WriteArrayHeader(1);
        output.WriteRaw(list);
    }, span);

    /// <summary>Records calls that are given one of four lists, cut to some elements, and then with some more.</summary>
    internal static (byte[] Recording, List<string> Expected) Record((int Which, int Kept, int Added)[] steps)
    {
        var expected = new List<string>();
        (GrowingList List, List<string> Items)[] lists = new (GrowingList, List<string>)[4];
        var number = 0;
        var bytes = Recorded.SessionAsync(() =>
        {
            lists = [.. lists.Select(_ => (new GrowingList(), new List<string>()))];
            foreach (var (which, kept, added) in steps)
            {
                var (list, items) = lists[which];
                if (kept % 3 == 2)
                {
                    var count = kept % (list.Count + 1);
                    var place = (which + kept) % lists.Length; // In its own memory, or in that of another one, whose place it takes.
                    var into = lists[place].List;
                    lists[place] = (list, items);
                    into.Become(list, count);
                    (list, items) = (into, items[..count]);
                }

                Assert.True(RecordedCall.TryEnter(Ask, out var call));
                var writer = call.BeginArguments(2);
                for (var i = 0; i < added; i++)
                {
                    items = [.. items, ++number % 3 == 0 ? new string((char)('a' + (number % 5)), 300) : $"item {number}"];
                    var element = new MessagePackWriter(list);
                    call.Values.Enter();
                    call.Values.WriteText(ref element, items[^1]);
                    call.Values.Leave();
                    element.Flush();
                    list.EndElement(items[^1].Length);
                }

                call.Write(ref writer, list, place: 0);
                writer.Write(number);
                call.Start(ref writer);
                call.Return();
                lists[which] = (list, items);
                expected.Add($"{string.Join('|', items)}#{number}");
            }

            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
        return (bytes, expected);
    }

    private static List<string> TextsOf(IEnumerable<RecordedEvent> events) =>
    [
        .. events.OfType<CallStartedEvent>().Select(start =>
            $"{string.Join('|', start.Arguments[0].Read<string[], ArrayCodec<string, StringCodec>>())}#{start.Arguments[1].Read<int, Int32Codec>()}"),
    ];
}
