using System.Globalization;
using MessagePack;
using Reenact.Events;
using Reenact.Format;
using Reenact.Tests.Format;

namespace Reenact.Tests.Comparing;

/// <summary>A call of a session that a test makes up and edits.</summary>
internal sealed record BuiltCall(string Method, string Argument, string Result, params BuiltCall[] Inside)
{
    private static readonly string[] Methods = ["Acme.Tools.Search", "Acme.Tools.Book", "Acme.Model.Complete"];

    public bool Fails { get; init; }

    /// <summary>Random calls, some in others; no two have the same argument.</summary>
    public static BuiltCall[] Random(Random random, int count, int depth = 0)
    {
        var calls = new BuiltCall[count];
        for (var index = 0; index < count; index++)
        {
            var isAgent = depth < 3 && random.Next(5) == 0;
            calls[index] = new BuiltCall(
                isAgent ? "Acme.Agent.Handle" : Methods[random.Next(Methods.Length)],
                NewText(random),
                NewText(random),
                isAgent ? Random(random, random.Next(6), depth + 1) : []);
        }

        return calls;
    }

    /// <summary>A text that no other call has, long enough to be a blob now and then.</summary>
    public static string NewText(Random random) => string.Create(
        CultureInfo.InvariantCulture, $"{random.NextInt64():x} {(random.Next(4) == 0 ? new string((char)('a' + random.Next(26)), 300) : "")}");

    /// <summary>A recording of these calls.</summary>
    public static Recording Record(IEnumerable<BuiltCall> calls, Action<RecordingBuilder>? more = null, Outcome outcome = Outcome.Success, string? padding = null)
    {
        var builder = new RecordingBuilder().Started();
        var methods = new Dictionary<string, uint>();
        var span = 0u;
        if (padding is not null)
            builder.Note(padding); // Takes blob ids, so that those of equal values differ.
        foreach (var call in calls)
            Write(call, 0);
        more?.Invoke(builder);
        builder.Ended(outcome).Seal();
        return Recording.Open(builder.Store);

        void Write(BuiltCall call, uint parent)
        {
            if (!methods.TryGetValue(call.Method, out var method))
                methods[call.Method] = method = builder.Method(call.Method, call.Method.Contains("Agent", StringComparison.Ordinal) ? CallKind.Agent : CallKind.Tool, "query");
            var id = ++span;
            builder.Call(id, parent, method, call.Argument);
            foreach (var child in call.Inside)
                Write(child, id);
            if (call.Fails)
                builder.Failed(id, "Acme.FullException", call.Result);
            else
                builder.Returned(id, call.Result);
        }
    }

    public static void Decide(RecordingBuilder builder, string name, string chosen) =>
        builder.Event(EventKind.Decision, 4, (ref MessagePackWriter output, ValueWriteContext values) =>
        {
            values.WriteText(ref output, name);
            values.WriteText(ref output, chosen);
            output.WriteNil();
            output.WriteNil();
        });

    public static void Use(RecordingBuilder builder, EnvironmentKind kind, string name, string? version, string? content) =>
        builder.Event(EventKind.Environment, 5, (ref MessagePackWriter output, ValueWriteContext values) =>
        {
            output.Write((int)kind);
            values.WriteText(ref output, name);
            values.WriteText(ref output, version);
            output.WriteNil();
            values.WriteText(ref output, content);
        });
}
