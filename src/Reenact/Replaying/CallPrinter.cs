using Reenact.Events;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Prints calls for people: <c>FlightTools.SearchAsync(origin: "JFK", nights: 3)</c>.</summary>
internal sealed class CallPrinter(IBlobSource blobs)
{
    private const int LineLength = 160;
    private const int ShortLineLength = 100;
    private const int ResultLength = 200;

    /// <summary>The type and the method of a full name.</summary>
    public static string Shorten(string method)
    {
        var last = method.LastIndexOf('.');
        var type = last <= 0 ? -1 : method.LastIndexOf('.', last - 1);
        return TextEscape.Message(method[(type + 1)..]);
    }

    /// <summary>Says how a method has changed since it was recorded, as far as the recording knows.</summary>
    public static string ChangedSignature(MethodDefinition recorded, RecordedMethod method)
    {
        var (before, now) = (Names(recorded.ParameterNames), Names(method.Parameters));
        return before == now
            ? " Its signature has changed since: other types of parameters, or of the result."
            : $" Its signature has changed since: its recorded parameters were ({before}), and are ({now}).";

        static string Names(IEnumerable<string> names) => TextEscape.Message(string.Join(", ", names));
    }

    public string Print(ScriptCall call) =>
        $"{Print(call.Method.Name, call.Method.ParameterNames, call.Arguments.Select(argument => argument.Bytes), LineLength)}  (event {call.Start.Sequence})";

    /// <summary>One short line, for lists of calls.</summary>
    public string PrintShortly(ScriptCall call)
    {
        var line = Print(call.Method.Name, call.Method.ParameterNames, call.Arguments.Select(argument => argument.Bytes), ShortLineLength);
        return $"event {call.Start.Sequence}: {(line.Length <= ShortLineLength ? line : line[..ShortLineLength].TrimEnd('…', ' ', ',') + "…")}";
    }

    public string Print(RecordedMethod method, ReadOnlyMemory<byte> arguments) => Print(method.Name, method.Parameters, EncodedArguments.Split(arguments), LineLength);

    public string PrintValue(ReadOnlyMemory<byte> value) => ValuePrinter.Print(new EncodedValue(value, blobs), ResultLength);

    private string Print(string method, IReadOnlyList<string> names, IEnumerable<ReadOnlyMemory<byte>> arguments, int length)
    {
        var values = arguments.Select(value => new EncodedValue(value, blobs)).ToList();
        if (ChatText.Request(names, values, length) is { } request)
        {
            return $"{Shorten(method)}({request})";
        }

        var room = Math.Max(16, length / Math.Max(1, names.Count));
        var printed = values.Select((value, i) => $"{(i < names.Count ? TextEscape.Message(names[i]) + ": " : "")}{ValuePrinter.Print(value, room)}");
        return $"{Shorten(method)}({string.Join(", ", printed)})";
    }
}
