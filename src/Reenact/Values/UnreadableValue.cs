using System.Diagnostics;
using MessagePack;

namespace Reenact.Values;

/// <summary>Says of a value that can't be read where in it the trouble is, what stands there, and what was expected.</summary>
internal static class UnreadableValue
{
    private const int MaxPrintLength = 60;

    /// <summary>Says it.</summary>
    /// <param name="value">The whole value.</param>
    /// <param name="place">How far it was read.</param>
    /// <param name="exception">What its codec threw.</param>
    /// <param name="type">What it was read as.</param>
    /// <param name="context">What it was read with, as the codec left it.</param>
    public static ValueFormatException Error(ReadOnlyMemory<byte> value, int place, Exception exception, Type type, ValueReadContext context)
    {
        var whole = ValueReading.Translate(exception, $"A recorded value can't be read as {type}");
        if (context.IsExhausted)
            return whole;

        var steps = IsAhead(exception)
            ? PlaceInValue.Before(value, place)
            : PlaceInValue.Behind(value, place).Take(context.Depth).ToArray();
        var wanted = exception is ValueFormatException or EndOfStreamException ? null : Wanted(exception);
        if (steps.Length == 0 && wanted is null)
            return whole;

        var path = steps.Length == 0 ? "it" : PathStep.Print("", steps, context.Blobs).TrimStart('.');
        var found = Describe(value[(steps.Length == 0 ? 0 : steps[^1].Start)..], context.Blobs);
        var reason = exception switch
        {
            EndOfStreamException => "; it ends too early.",
            ValueFormatException => $". {exception.Message}",
            _ => wanted is null ? $". {TextEscape.Message(exception.Message)}" : $"; expected {wanted}.",
        };
        return new ValueFormatException($"{path} is {found}{reason}", exception) { IsErased = exception is ValueFormatException { IsErased: true } };
    }

    /// <summary>Whether the value that is wrong comes next. MessagePack's reader steps over a value only when it is as asked.</summary>
    private static bool IsAhead(Exception exception) =>
        exception is ValueFormatException { IsAhead: true } or MessagePackSerializationException or EndOfStreamException ||
        (exception is OverflowException && Wanted(exception) is not null);

    /// <summary>
    /// What MessagePack's reader was asked for, which its exceptions don't tell: the method that threw does, where its name is known.
    /// </summary>
    private static string? Wanted(Exception exception)
    {
        foreach (var frame in new StackTrace(exception).GetFrames())
        {
            if (DiagnosticMethodInfo.Create(frame) is { Name: { } name, DeclaringTypeName: "MessagePack.MessagePackReader" } && name.StartsWith("Read", StringComparison.Ordinal))
            {
                return name switch
                {
                    "ReadArrayHeader" => "an array",
                    "ReadMapHeader" => "a map",
                    "ReadBoolean" => "a boolean",
                    "ReadString" or "ReadStringSequence" => "text",
                    "ReadBytes" => "bytes",
                    "ReadSingle" or "ReadDouble" => "a floating-point number",
                    "ReadByte" or "ReadSByte" or "ReadInt16" or "ReadUInt16" or "ReadInt32" or "ReadUInt32" or "ReadInt64" or "ReadUInt64" => $"an integer that fits {name["Read".Length..]}",
                    _ => null,
                };
            }
        }

        return null;
    }

    private static string Describe(ReadOnlyMemory<byte> rest, IBlobSource blobs)
    {
        if (rest.IsEmpty)
            return "missing";

        var kind = UnexpectedValue.Describe(new MessagePackReader(rest).NextMessagePackType);
        return kind == "nil" ? kind : $"{kind}, {ValuePrinter.Print(new EncodedValue(rest, blobs), MaxPrintLength)}";
    }
}
