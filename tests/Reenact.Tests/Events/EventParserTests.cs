using System.Buffers;
using MessagePack;
using Reenact.Events;
using Reenact.Format;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Events;

public class EventParserTests
{
    [Fact]
    public void Each_kind_is_read_as_its_own_type()
    {
        using var recording = Recording.Open(new MemoryBlockStore(EveryKind.Recording().Seal().Bytes));

        var events = recording.ReadEvents().ToList();

        foreach (var kind in Enum.GetValues<EventKind>())
            Assert.Contains(events, found => found.Kind == kind && found is not UnknownEvent);
        Assert.Equal(99, (int)Assert.Single(events.OfType<UnknownEvent>()).Kind);
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public void More_elements_than_are_known_are_ignored()
    {
        using var recording = Open(EventKind.Note, 5, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write("ann");
            output.Write("hello");
            output.WriteMapHeader(1);
            output.Write("new");
            output.WriteNil();
            output.Write(1);
            output.WriteArrayHeader(0);
        });

        var note = Assert.IsType<NoteEvent>(recording.ReadEvent(0));
        Assert.Equal(("ann", "hello"), (note.Author, note.Text));
    }

    [Fact]
    public void Fewer_elements_are_read_as_their_defaults()
    {
        using var recording = Open(EventKind.CallReturned, 0, (ref MessagePackWriter _, ValueWriteContext _) => { });

        var returned = Assert.IsType<CallReturnedEvent>(recording.ReadEvent(0));
        Assert.True(returned.Result.IsAbsent);
        Assert.True(returned.Result.IsNil);
        Assert.Null(returned.Result.ReadText());
        Assert.Empty(returned.Outs);
        Assert.Equal(0, (int)returned.Completion);
    }

    [Fact]
    public void A_time_before_the_session_is_damage()
    {
        byte[] note = [0x95, (byte)EventKind.Note, 0xd3, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0xc0, 0xa0];

        var error = Assert.Throws<ValueFormatException>(() => EventParser.Parse(0, note, new NoContext()));

        Assert.Contains("before the session's start", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nil_is_a_value_and_not_absent()
    {
        using var recording = Open(EventKind.CallReturned, 1, (ref MessagePackWriter output, ValueWriteContext _) => output.WriteNil());

        var returned = Assert.IsType<CallReturnedEvent>(recording.ReadEvent(0));
        Assert.False(returned.Result.IsAbsent);
        Assert.True(returned.Result.IsNil);
    }

    [Fact]
    public void An_element_of_another_type_is_a_malformed_event_and_the_rest_can_be_read()
    {
        var builder = new RecordingBuilder().Started().Event(EventKind.Note, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.WriteNil();
            output.Write(17);
        }).Note("fine").Seal();

        using var strict = Recording.Open(new MemoryBlockStore(builder.Bytes));
        var error = Assert.Throws<RecordingException>(() => strict.ReadEvents().Count());
        Assert.Equal(RecordingErrorKind.Damaged, error.Kind);
        Assert.Contains("event 1", error.Message, StringComparison.Ordinal);

        using var lenient = Recording.Open(new MemoryBlockStore(builder.Bytes), OnDamage.Skip);
        Assert.Equal([0, 2], lenient.ReadEvents().Select(found => found.Sequence));
        Assert.Equal(RecordingProblemKind.MalformedEvent, Assert.Single(lenient.Problems).Kind);
    }

    [Fact]
    public void Erased_text_says_that_it_is_erased()
    {
        using var recording = Open(EventKind.Note, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.WriteNil();
            output.WriteExtensionFormat(new ExtensionResult(4, Memory<byte>.Empty));
        });

        Assert.Equal("[erased]", Assert.IsType<NoteEvent>(recording.ReadEvent(0)).Text);
    }

    [Fact]
    public void A_value_too_large_for_its_event_is_read_out_of_blobs()
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("Acme.Tool", CallKind.Tool, "a", "b");
        Reenact.Values.IBlobSink blobs = builder;
        var list = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(list);
        writer.WriteArrayHeader(2);
        writer.Write("first");
        writer.Write("second");
        writer.Flush();
        var parts = new[] { blobs.Store(list.WrittenSpan[..4]), blobs.Store(list.WrittenSpan[4..]) };
        builder.Event(EventKind.CallStarted, 3, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write(0);
            output.Write(method);
            output.WriteExtensionFormat(new ExtensionResult(8, parts.Select(part => (byte)part).ToArray()));
        }, span: 1).Seal();

        using var recording = Recording.Open(new MemoryBlockStore(builder.Bytes));

        Assert.Equal(["first", "second"], recording.Calls[0].Arguments.Select(argument => argument.ReadText()));
    }

    [Fact]
    public void What_a_call_gives_out_is_named_by_its_method()
    {
        using var recording = Recording.Open(new MemoryBlockStore(EveryKind.Recording().Seal().Bytes));

        var method = Assert.Single(recording.ReadEvents().OfType<DefinitionEvent>(), found => found.Method is { OutNames.Count: > 0 }).Method!;
        Assert.Equal(["left", "größe"], method.OutNames);
        Assert.Equal(["progress"], method.ProgressNames);
        Assert.Equal(2, Assert.Single(recording.ReadEvents().OfType<CallReturnedEvent>(), found => found.Outs.Count > 0).Outs.Count);
    }

    [Fact]
    public void A_report_has_a_parameter_and_a_completion()
    {
        using var recording = Recording.Open(new MemoryBlockStore(EveryKind.Recording().Seal().Bytes));

        Assert.Equal(
            [(0, ResultCompletion.AtReturn), (1, ResultCompletion.Later)],
            recording.ReadEvents().OfType<ProgressEvent>().Select(report => (report.Parameter, report.Completion)));
    }

    [Theory]
    [InlineData(new byte[] { 0x95, 2, 0, 1, 0xC0, 0xDD, 0x7F, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x95, 2, 0, 1, 0xC0, 0xDD, 0, 1, 0, 0 })]
    [InlineData(new byte[] { 0x95, 2, 0, 1, 0xC0, 0x07 })]
    [InlineData(new byte[] { 0x95, 2, 0, 1, 0xC0, 0x81, 0xA1, 0x61, 0x01 })]
    [InlineData(new byte[] { 0x95, 13, 0, 1, 0xC0, 0xFF })]
    [InlineData(new byte[] { 0x95, 13, 0, 1, 0xC0, 0xCE, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x95, 13, 0, 1, 0xC0, 0xA1, 0x61 })]
    [InlineData(new byte[] { 0x9A, 14, 0, 0, 1, 0xA1, 0x61, 0, 0x90, 0, 0, 0xDD, 0x7F, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x9A, 14, 0, 0, 1, 0xA1, 0x61, 0, 0x90, 0, 0, 0x91, 0x07 })]
    public void Forged_out_values_reports_and_names_are_damage(byte[] forged)
    {
        var error = Record.Exception(() => EventParser.Parse(0, forged, new NoContext()));

        Assert.IsType<ValueFormatException>(error);
    }

    private sealed class NoContext : IEventContext
    {
        public Reenact.Values.IBlobSource Blobs { get; } = new Reenact.Tests.Values.MemoryBlobs();

        public IListSource Lists => throw new NotSupportedException();

        public DefinitionEvent? FindDefinition(uint id) => null;
    }

    private static Recording Open(EventKind kind, int elements, RecordingBuilder.Elements write) =>
        Recording.Open(new MemoryBlockStore(new RecordingBuilder().Event(kind, elements, write).Seal().Bytes));
}
