using System.Buffers;
using System.Globalization;
using MessagePack;
using Reenact.Events;
using Reenact.Integrity;
using Reenact.Lineage;
using Reenact.Values;

namespace Reenact.FuzzTests;

/// <summary>Uses every reading member of a recording. Only what they document comes out.</summary>
internal static class ReadingTarget
{
    private static readonly RecordingVerifierKey Trusted = RecordingSigner.Generate("example.com/fuzz").VerifierKey;

    public static void Run(CorpusFile file)
    {
        Run(file, OnDamage.Skip);
        Run(file, OnDamage.Throw);
    }

    private static void Run(CorpusFile file, OnDamage onDamage)
    {
        Recording recording;
        try
        {
            recording = file.Open(onDamage);
        }
        catch (RecordingException)
        {
            return;
        }

        using (recording)
        {
            _ = recording.Info.Agent;
            _ = recording.StartTime;
            Allow(() => _ = recording.Summary.Duration);
            Allow(() => ReadEvents(recording));
            Allow(() => Calls(recording));
            Allow(() => recording.Methods.Count());
            foreach (var sequence in new[] { 0, recording.EventCount / 2, recording.EventCount })
            {
                Allow(() => recording.ReadEvent(sequence));
                Allow(() => State(recording, sequence));
            }

            Allow(() => recording.Lineage(recording.EventCount / 2).ToJson());
            Allow(() => recording.Lineage(Math.Min(3, recording.EventCount), LineageDirection.Forward).ToJson());
            var verification = recording.Verify(Trusted);
            foreach (var finding in verification.Findings)
                Assert.NotEmpty(finding.Message);
            _ = verification.Checkpoint?.ToString();
            _ = (recording.State, recording.Problems.Count);
        }
    }

    private static void ReadEvents(Recording recording)
    {
        var next = 0L;
        foreach (var found in recording.ReadEvents())
        {
            if (found.Sequence < next)
                throw new FuzzFailure($"event {found.Sequence} comes after event {next - 1}");
            next = found.Sequence + 1;
            CheckHead(recording, found);
            foreach (var value in EventValues.Of(found))
                ReadValue(value);
        }
    }

    /// <summary>What an event says is what its bytes say, read by another reader.</summary>
    private static void CheckHead(Recording recording, RecordedEvent found)
    {
        if (EventValues.First(found) is not { IsAbsent: false } first || Bytes(recording, found.Sequence) is not { } bytes)
            return;
        var reader = new MessagePackReader(bytes);
        reader.ReadArrayHeader();
        var head = ((long)reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64());
        if (head != ((long)found.Kind, found.Time.Ticks, found.Span))
            throw new FuzzFailure(string.Create(CultureInfo.InvariantCulture, $"event {found.Sequence} has the head {head}, and is read as {(found.Kind, found.Time.Ticks, found.Span)}"));
        var start = reader.Consumed;
        reader.Skip();
        var stored = bytes[(int)start..(int)reader.Consumed];
        var isInBlob = new MessagePackReader(stored) is var element && element.NextMessagePackType == MessagePackType.Extension && element.ReadExtensionFormatHeader().TypeCode == ValueExtensionType.ValueInBlob;
        if (!isInBlob && !first.Stored.Span.SequenceEqual(stored.Span))
            throw new FuzzFailure($"event {found.Sequence} has the value {Convert.ToHexString(stored.Span)}, and is read with {Convert.ToHexString(first.Stored.Span)}");
    }

    private static ReadOnlyMemory<byte>? Bytes(Recording recording, long sequence)
    {
        for (var cursor = recording.Walk(); cursor.MoveNext() && cursor.Sequence <= sequence;)
        {
            if (cursor.Sequence == sequence)
                return cursor.Bytes;
        }

        return null;
    }

    private static void ReadValue(RecordedValue value)
    {
        if (value.IsAbsent)
            return;
        _ = ValuePrinter.Print(new EncodedValue(value.Bytes, value.Blobs), 200);
        Allow(() => value.ReadText());
        Allow(() => value.Read<string>());
        Allow(() => value.Read<List<string>>());
        Allow(() => value.Read<DeskState>());
        Allow(() => value.Read<Dictionary<string, long?>>());
        Allow(() => value.Read<System.Text.Json.Nodes.JsonNode>());
    }

    private static void Calls(Recording recording)
    {
        var seen = 0;
        var calls = new Stack<RecordedSpan>(recording.Calls);
        while (calls.TryPop(out var call))
        {
            if (++seen > recording.EventCount)
                throw new FuzzFailure("there are more calls than events");
            foreach (var child in call.Children)
                calls.Push(child);
        }
    }

    private static void State(Recording recording, long sequence)
    {
        var state = recording.StateAt(sequence);
        _ = state.ToString();
        Allow(() => state.ToJson());
        foreach (var snapshot in state.Snapshots)
        {
            Allow(() => ReadValue(snapshot.Value));
            Allow(() => snapshot.Read<DeskState>());
        }
    }

    /// <summary>Runs what may find that the recording, or a value of it, is not what was written.</summary>
    private static void Allow(Action read)
    {
        try
        {
            read();
        }
        catch (Exception exception) when (exception is RecordingException or ValueFormatException)
        {
        }
    }
}
