using System.Buffers;
using System.ComponentModel;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="TimeZoneInfo"/>: its id. Its rules are those that the reading machine has for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TimeZoneInfoCodec : IValueCodec<TimeZoneInfo>
{
    private const int MaxLength = 100;

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/. ()");

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, TimeZoneInfo? value, ValueWriteContext context)
    {
        if (value is not null && (Find(value.Id) is not { } known || !known.HasSameRules(value)))
        {
            throw new InvalidOperationException(
                $"The time zone '{value.Id}' is not one of the system, so its id does not say what its rules are. Pass a zone of the system, " +
                "or TimeZoneInfo.ToSerializedString() as a string.");
        }

        context.WriteText(ref writer, value?.Id);
    }

    /// <inheritdoc/>
    public static TimeZoneInfo Read(ref MessagePackReader reader, ValueReadContext context) =>
        context.ReadText(ref reader) is { } id
            ? Find(id) ?? throw new ValueFormatException($"This machine knows no time zone of the recorded id {TextEscape.Quote(id, MaxLength)}.")
            : null!;

    /// <summary>Finds a zone. .NET takes an id for a path of a file, so it must not lead anywhere else.</summary>
    private static TimeZoneInfo? Find(string id) =>
        id.Length is > 0 and <= MaxLength
        && id[0] != '/'
        && !id.Contains("..", StringComparison.Ordinal)
        && !id.AsSpan().ContainsAnyExcept(Letters)
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
