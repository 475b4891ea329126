using System.Buffers;
using System.Security.Cryptography;
using MessagePack;
using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Keys;
using Reenact.Values;

namespace Reenact.Tests.Format;

/// <summary>Writes recordings event by event, as a recorder would.</summary>
internal sealed class RecordingBuilder : IBlobSink
{
    public static readonly DateTimeOffset Start = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private readonly ArrayBufferWriter<byte> body = new();
    private readonly Dictionary<string, uint> blobs = [];
    private readonly BlockWriter writer;
    private readonly ValueWriteContext values;
    private int pending;
    private uint definitions;
    private long time;

    public RecordingBuilder(IBlockStore? store = null, Guid? sessionId = null, SessionKey? key = null)
    {
        Store = store ?? new MemoryBlockStore();
        writer = BlockWriter.Create(Store, sessionId ?? Guid.CreateVersion7(), key: key);
        values = new ValueWriteContext(this);
    }

    public delegate void Elements(ref MessagePackWriter output, ValueWriteContext values);

    public IBlockStore Store { get; }

    public byte[] Bytes => ((MemoryBlockStore)Store).ToArray();

    public BlockWriter Writer => writer;

    /// <summary>How many events were written; the last one has the number before.</summary>
    public long Written { get; private set; }

    public RecordingBuilder Event(EventKind kind, int elements, Elements write, uint span = 0)
    {
        // Encoded apart, because blobs come before the event that refers to them.
        var buffer = new ArrayBufferWriter<byte>();
        var output = new MessagePackWriter(buffer);
        output.WriteArrayHeader(3 + elements);
        output.Write((int)kind);
        output.Write(time += 1_000);
        output.Write(span);
        write(ref output, values);
        output.Flush();
        body.Write(buffer.WrittenSpan);
        pending++;
        Written++;
        return this;
    }

    public RecordingBuilder Started(string? agent = "support") => Event(EventKind.SessionStarted, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
    {
        output.Write(1);
        output.Write(Start.UtcTicks);
        output.WriteMapHeader(agent is null ? 2 : 3);
        if (agent is not null)
        {
            output.Write("agent");
            output.Write(agent);
        }

        output.Write("processorCount");
        output.Write(8);
        output.Write("tags");
        output.WriteMapHeader(1);
        output.Write("case");
        values.WriteText(ref output, "17");
    });

    public uint Method(string name, CallKind kind = CallKind.Tool, params string[] parameters)
    {
        var id = ++definitions;
        Event(EventKind.Definition, 6, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write(id);
            output.Write(name);
            output.Write((int)kind);
            output.WriteArrayHeader(parameters.Length);
            foreach (var parameter in parameters)
                output.Write(parameter);
            output.Write(0xFEDCBA9876543210);
            output.Write(2UL);
        });
        return id;
    }

    public RecordingBuilder Call(uint span, uint method, params string[] arguments) => Call(span, parent: 0, method, arguments);

    public RecordingBuilder Call(uint span, uint parent, uint method, params string[] arguments) => Event(EventKind.CallStarted, 5, (ref MessagePackWriter output, ValueWriteContext values) =>
    {
        output.Write(parent);
        output.Write(method);
        output.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments)
            values.WriteText(ref output, argument);
        output.WriteNil();
        output.Write(false);
    }, span);

    public RecordingBuilder Returned(uint span, string? result) => Event(EventKind.CallReturned, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
    {
        values.WriteText(ref output, result);
        output.WriteNil();
        output.Write(1);
    }, span);

    public RecordingBuilder ModelReturned(uint span, string model, int input, int output, int cached) => Event(EventKind.CallReturned, 1, (ref MessagePackWriter writer, ValueWriteContext values) =>
    {
        writer.WriteMapHeader(2);
        writer.Write("modelId");
        values.WriteText(ref writer, model);
        writer.Write("usage");
        writer.WriteMapHeader(3);
        writer.Write("inputTokenCount");
        writer.Write(input);
        writer.Write("outputTokenCount");
        writer.Write(output);
        writer.Write("cachedInputTokenCount");
        writer.Write(cached);
    }, span);

    public RecordingBuilder Failed(uint span, string type, string message) => Event(EventKind.CallFailed, 8, (ref MessagePackWriter output, ValueWriteContext values) =>
    {
        values.WriteText(ref output, type);
        values.WriteText(ref output, message);
        output.Write(404);
        output.Write(false);
        output.WriteNil();
        output.WriteNil();
        output.WriteArrayHeader(6);
        output.Write("System.InvalidOperationException");
        output.Write("inner");
        output.Write("E17");
        output.Write(true);
        output.WriteMapHeader(1);
        output.Write("key");
        output.Write("value");
        output.WriteNil();
        output.Write(2);
    }, span);

    public RecordingBuilder Note(string text) => Event(EventKind.Note, 2, (ref MessagePackWriter output, ValueWriteContext values) =>
    {
        output.WriteNil();
        values.WriteText(ref output, text);
    });

    public RecordingBuilder Ended(Outcome outcome = Outcome.Success) => Event(EventKind.SessionEnded, 7, (ref MessagePackWriter output, ValueWriteContext values) =>
    {
        output.Write((int)outcome);
        output.Write(outcome == Outcome.Success ? null : "E1");
        output.WriteNil();
        values.WriteText(ref output, "refunded");
        output.Write((int)Exactness.Free);
        output.Write((int)FreeCause.SeveralFlows);
        output.Write(4);
    });

    /// <summary>Writes what is pending as a block.</summary>
    public RecordingBuilder Block()
    {
        if (pending > 0)
            writer.AppendEvents(body.WrittenSpan.ToArray(), writer.NextSequence, pending);
        body.Clear();
        pending = 0;
        return this;
    }

    public RecordingBuilder Seal(RecordingSigner? signer = null)
    {
        Block();
        writer.Seal(signer is null ? "" : writer.Checkpoint.SignAsync(signer).Result.SignatureLines);
        return this;
    }

    uint IBlobSink.Store(ReadOnlySpan<byte> content)
    {
        var key = Convert.ToBase64String(content);
        if (blobs.TryGetValue(key, out var known))
            return known;
        var id = (uint)blobs.Count + 1;
        var bytes = content.ToArray();
        Event(EventKind.Blob, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write(id);
            output.Write(bytes);
        });
        return blobs[key] = id;
    }

    /// <summary>A session with something of everything, in two blocks.</summary>
    public static RecordingBuilder Sample(IBlockStore? store = null, SessionKey? key = null, Guid? sessionId = null)
    {
        var builder = new RecordingBuilder(store, sessionId, key).Started();
        var agent = builder.Method("Acme.SupportAgent.HandleAsync", CallKind.Agent, "request");
        var model = builder.Method("Acme.Model.CompleteAsync", CallKind.Model, "messages");
        var search = builder.Method("Acme.FlightTools.SearchDirectAsync", CallKind.Tool, "origin", "destination");
        var prompt = "You are a helpful agent. " + new string('.', 400);
        builder.Call(1, agent, "please refund me")
            .Call(2, 1, model, prompt)
            .ModelReturned(2, "gpt-4o", 1200, 80, 400)
            .Block()
            .Call(3, 1, search, "JFK", "SEA")
            .Failed(3, "Acme.NoFlightException", "no flight " + Convert.ToHexString(SHA512.HashData("noise"u8)) + Convert.ToHexString(SHA512.HashData("more"u8)))
            .Call(4, 1, model, prompt)
            .ModelReturned(4, "gpt-4o-mini", 1300, 20, 1000)
            .Returned(1, "refunded")
            .Note("done " + Convert.ToBase64String(SHA512.HashData("done"u8)))
            .Ended();
        return builder;
    }
}
