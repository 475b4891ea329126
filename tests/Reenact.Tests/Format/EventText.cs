using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Reenact.Events;

namespace Reenact.Tests.Format;

/// <summary>An event as text that shows everything in it, to compare events of two readings.</summary>
internal static class EventText
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = [];

    public static string Of(RecordedEvent found) => $"{found.GetType().Name} {Members(found)}";

    public static List<string> Of(IEnumerable<RecordedEvent> events) => [.. events.Select(Of)];

    private static string Members(object value) =>
        string.Join(", ", Properties(value.GetType()).Select(property => $"{property.Name}={Value(property.GetValue(value))}"));

    private static PropertyInfo[] Properties(Type type) => Known.GetOrAdd(type, static type =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal)]);

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => text,
        RecordedValue recorded => Content(recorded),
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        RecordedFailure or MethodDefinition or SessionInfo => $"({Members(value)})",
        DictionaryEntry entry => $"{entry.Key}: {entry.Value}",
        IEnumerable items => $"[{string.Join("; ", items.Cast<object>().Select(Value))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Content(RecordedValue value)
    {
        try
        {
            return value.ReadText() ?? "nil";
        }
        catch (ValueFormatException) when (!IsReference(value))
        {
            return Convert.ToHexString(value.Bytes.Span);
        }
    }

    /// <summary>Text in a blob must be found; what is no text is shown as bytes.</summary>
    private static bool IsReference(RecordedValue value) => value.Bytes.Span is [0xD4, 1, ..] or [0xD5, 1, ..] or [0xC7, _, 1, ..];
}
