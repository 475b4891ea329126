using System.Security.Cryptography;
using MessagePack;
using Reenact.Events;
using Reenact.Tests.Format;

namespace Reenact.Cli.Tests.Injection;

/// <summary>A recording of a session whose every text is hostile: names, values, messages, tags, models, prompts.</summary>
internal static class HostileRecording
{
    /// <param name="text">The text.</param>
    /// <param name="answer">What a model answered, which may differ.</param>
    public static byte[] Of(string text, string? answer = null)
    {
        var builder = new RecordingBuilder();
        builder.Event(EventKind.SessionStarted, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
        {
            string[] names = ["tenant", "user", "agent", "agentVersion", "conversationId", "requestId", "traceParent", "parentSession", "replayId", "replayPlan", "runtime", "culture", "timeZone"];
            output.Write(1);
            output.Write(RecordingBuilder.Start.UtcTicks);
            output.WriteMapHeader(names.Length + 1);
            foreach (var name in names)
            {
                output.Write(name);
                values.WriteText(ref output, text);
            }

            output.Write("tags");
            output.WriteMapHeader(1);
            values.WriteText(ref output, text);
            values.WriteText(ref output, text);
        });
        var agent = builder.Method($"{text}.Agent.{text}", CallKind.Agent, text);
        var tool = builder.Method($"Acme.Tools.{text}", CallKind.Tool, text, "other");
        var model = builder.Method("Acme.Model.AskAsync", CallKind.Model, "messages");
        builder.Call(1, agent, text)
            .Call(2, 1, tool, text, text)
            .Returned(2, text)
            .Call(3, 1, tool, text)
            .Failed(3, text, text)
            .Call(4, 1, model, text)
            .ModelReturned(4, text + answer, 1200, 80, 400)
            .Event(EventKind.ValueCaptured, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write(4);
                values.WriteText(ref output, text);
                values.WriteText(ref output, text);
            }, 1)
            .Note(text)
            .Event(EventKind.Note, 2, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                values.WriteText(ref output, text);
                values.WriteText(ref output, text);
            })
            .Event(EventKind.Environment, 5, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write(1);
                values.WriteText(ref output, text);
                values.WriteText(ref output, text + answer);
                output.Write(SHA256.HashData("x"u8));
                values.WriteText(ref output, text + answer);
            })
            .Event(EventKind.Decision, 4, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                values.WriteText(ref output, text);
                values.WriteText(ref output, text + answer);
                output.WriteArrayHeader(1);
                values.WriteText(ref output, text);
                values.WriteText(ref output, text);
            })
            .Event(EventKind.Link, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                values.WriteText(ref output, text);
                output.Write(3);
                output.Write((int)LinkRelation.RetrievedFrom);
            })
            .Event(EventKind.Snapshot, 4, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                values.WriteText(ref output, text);
                output.Write(3);
                output.Write(0);
                output.WriteMapHeader(1);
                values.WriteText(ref output, text);
                values.WriteText(ref output, text);
            })
            .Event(EventKind.Log, 4, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write(4);
                values.WriteText(ref output, text);
                values.WriteText(ref output, text);
                values.WriteText(ref output, text);
            })
            .Event(EventKind.Progress, 1, (ref MessagePackWriter output, ValueWriteContext values) => values.WriteText(ref output, text), 1)
            .Returned(1, text)
            .Event(EventKind.SessionEnded, 5, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                output.Write((int)Outcome.Failure);
                values.WriteText(ref output, text);
                values.WriteText(ref output, text);
                values.WriteText(ref output, text + answer);
                output.Write((int)Exactness.Free);
            });
        return builder.Seal().Bytes;
    }
}
