using System.Security.Cryptography;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Tests.Format;

/// <summary>A recording with an event of each kind, and what is rare in them.</summary>
internal static class EveryKind
{
    public static RecordingBuilder Recording()
    {
        var longText = new string('é', 400);
        var builder = new RecordingBuilder();
        builder.Event(EventKind.SessionStarted, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
        {
            string[] names = ["tenant", "user", "agent", "agentVersion", "conversationId", "requestId", "traceParent", "parentSession", "replayId", "runtime", "culture", "timeZone"];
            output.Write(1);
            output.Write(RecordingBuilder.Start.UtcTicks);
            output.WriteMapHeader(names.Length);
            foreach (var name in names)
            {
                output.Write(name);
                values.WriteText(ref output, "the " + name);
            }
        });
        var method = builder.Method("Acme.Tool", CallKind.Tool, "a", "b");
        var first = builder.Written;
        builder.Event(EventKind.CallStarted, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write(0);
                output.Write(method);
                output.WriteArrayHeader(2);
                output.WriteArrayHeader(3);
                output.Write(1);
                values.WriteText(ref output, longText);
                output.Write("three");
                output.WriteNil();
            }, 7)
            .Event(EventKind.CallStarted, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write(0);
                output.Write(method);
                output.WriteArrayHeader(2);
                WriteGrown(ref output, first + 1, kept: 2, "another");
                output.WriteNil();
            }, 8)
            .Event(EventKind.CallStarted, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write(0);
                output.Write(method);
                output.WriteArrayHeader(2);
                WriteGrown(ref output, first + 2, kept: 3, "and another");
                output.WriteNil();
            }, 9);
        builder.Call(1, method, "x", longText)
            .Event(EventKind.Progress, 1, (ref MessagePackWriter output, ValueWriteContext _) => output.Write(0.25), 1)
            .Event(EventKind.Progress, 3, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.WriteNil();
                output.Write(1);
                output.Write(1);
            }, 1)
            .Event(EventKind.StreamItem, 2, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                values.WriteText(ref output, longText);
                output.Write(1);
            }, 1)
            .Event(EventKind.StreamEnded, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write((int)StreamEnding.Abandoned);
                output.Write(1);
            }, 1)
            .Event(EventKind.ValueCaptured, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write(4);
                values.WriteText(ref output, "HOME");
                values.WriteText(ref output, "/home/ann");
            }, 1)
            .Event(EventKind.Snapshot, 4, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write("memory");
                output.Write(3);
                output.Write(0);
                output.WriteMapHeader(2);
                output.Write("facts");
                output.WriteArrayHeader(2);
                output.Write(long.MinValue);
                output.Write(ulong.MaxValue);
                output.Write("bytes");
                values.WriteBytes(ref output, Enumerable.Range(0, 300).Select(i => (byte)i).ToArray());
            })
            .Event(EventKind.Snapshot, 4, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write("memory");
                output.Write(3);
                output.Write(1);
                output.WriteRaw((byte[])[0x94, 1, 0x81, 0xA5, .. "facts"u8, 0x93, 2, 0x81, 0, 0x92, 0, 7, 0x92, 1, 1, 0x90, 0x92, 2, 0x81, 0xA1, (byte)'n', 0xC0]);
            })
            .Block()
            .Event(EventKind.Environment, 5, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write(1);
                output.Write("system prompt");
                output.Write("v7");
                output.Write(SHA256.HashData("x"u8));
                values.WriteText(ref output, longText);
            })
            .Event(EventKind.Decision, 4, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write("next step");
                output.Write("refund");
                output.WriteArrayHeader(2);
                output.Write("rebook");
                output.WriteNil();
                output.Write("policy");
            })
            .Event(EventKind.Link, 3, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(4);
                output.Write("https://example.com/doc");
                output.Write((int)LinkRelation.RetrievedFrom);
            })
            .Event(EventKind.Note, 2, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write("ann");
                values.WriteText(ref output, longText);
            })
            .Event(EventKind.Definition, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(17);
                output.Write("planner");
            })
            .Event(EventKind.Definition, 8, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(18);
                output.Write("Acme.Tool");
                output.Write(0);
                output.WriteArrayHeader(0);
                output.Write(ulong.MaxValue);
                output.Write(0);
                output.WriteArrayHeader(2);
                output.Write("left");
                output.Write("größe");
                output.WriteArrayHeader(1);
                output.Write("progress");
            })
            .Event(EventKind.CallStarted, 5, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(0);
                output.Write(method);
                output.WriteArrayHeader(0);
                output.Write(17);
                output.Write(true);
            }, 2)
            .Failed(2, "Acme.E", longText)
            .Call(4, method)
            .Event(EventKind.CallFailed, 13, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                void WriteFailure(ref MessagePackWriter output, string type)
                {
                    values.WriteText(ref output, type);
                    values.WriteText(ref output, "of several");
                    output.Write(503);
                    output.Write(false);
                    output.WriteNil();
                }

                void WriteInner(ref MessagePackWriter output, string type)
                {
                    output.WriteArrayHeader(10);
                    WriteFailure(ref output, type);
                    output.WriteNil();
                    output.Write(-2146233088);
                    output.WriteMapHeader(1);
                    values.WriteText(ref output, "paramName");
                    values.WriteText(ref output, longText);
                    output.WriteNil();
                    output.WriteNil();
                }

                WriteFailure(ref output, "System.AggregateException");
                output.WriteNil();
                WriteInner(ref output, "Acme.First");
                output.Write(2);
                output.Write(-2146233088);
                output.WriteMapHeader(2);
                values.WriteText(ref output, "retryAfter");
                values.WriteText(ref output, "30");
                values.WriteText(ref output, "region");
                values.WriteText(ref output, null);
                output.WriteArrayHeader(2);
                WriteInner(ref output, "Acme.Second");
                WriteInner(ref output, "Acme.Third");
                output.WriteArrayHeader(1);
                values.WriteText(ref output, "System.Exception");
                output.WriteArrayHeader(1);
                WriteInner(ref output, "Acme.Other");
            }, 4)
            .Event(EventKind.CallStarted, 3, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(2);
                output.Write(method);
                output.WriteArrayHeader(4);
                output.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.Erased, Memory<byte>.Empty));
                output.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.KeyedHash, Memory<byte>.Empty));
                output.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.KeyedHash, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24 }));
                Reenact.Protection.EncryptedBody.Seal("fraud team", new byte[32], [.. Enumerable.Repeat((byte)7, 24)], "\xA5hello"u8).Write(ref output);
            }, 3)
            .Event(EventKind.CallReturned, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.WriteNil();
                output.WriteArrayHeader(2);
                output.Write(1.5);
                output.Write(true);
            }, 3)
            .Event(EventKind.Log, 4, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write(4);
                output.Write("Acme");
                values.WriteText(ref output, "failed");
                output.WriteNil();
            })
            .Event(EventKind.Resumed, 2, static (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(16777217);
                output.Write(200);
            })
            .Event((EventKind)99, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write("from the future");
                output.WriteArrayHeader(1);
                output.Write(7);
            })
            .Ended(Outcome.Failure);
        return builder;
    }

    /// <summary>A list that grew from the first argument of a call by a text.</summary>
    private static void WriteGrown(ref MessagePackWriter output, long from, int kept, string text)
    {
        var body = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(body);
        writer.Write(from);
        writer.Write(0);
        writer.Write(kept);
        writer.Write(text);
        writer.Flush();
        output.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.GrownList, new System.Buffers.ReadOnlySequence<byte>(body.WrittenMemory)));
    }
}
