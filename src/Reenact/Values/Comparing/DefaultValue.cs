using System.Collections.Frozen;
using System.Text;

namespace Reenact.Values;

/// <summary>Tells the values that a member has which nobody set.</summary>
internal static class DefaultValue
{
    // Those of types that stand as text: decimal, Guid, DateTime, DateTimeOffset, DateOnly, TimeOnly and TimeSpan.
    private static readonly FrozenSet<string> Texts = FrozenSet.Create(
        StringComparer.Ordinal,
        "", "0", "00000000-0000-0000-0000-000000000000", "0001-01-01T00:00:00", "0001-01-01T00:00:00+00:00", "0001-01-01", "00:00:00");

    public static bool Is(ValueSide side)
    {
        switch (ValueKinds.Of(ref side.Reader))
        {
            case ValueKind.Nil:
                return true;

            case ValueKind.Boolean:
                return !side.Reader.ReadBoolean();

            case ValueKind.Integer:
                return side.ReadInteger(out _) == 0;

            case ValueKind.Float:
                return side.Reader.ReadDouble() == 0;

            case ValueKind.Text:
                return side.ReadText(out var isValid) is { Length: <= 36 } text && isValid && Texts.Contains(Encoding.UTF8.GetString(text.Span));

            case ValueKind.Bytes:
                return side.ReadBytes().IsEmpty;

            case ValueKind.Array:
                return side.Reader.ReadArrayHeader() == 0;

            case ValueKind.Map:
                return side.Reader.ReadMapHeader() == 0;

            default:
                return false;
        }
    }
}
