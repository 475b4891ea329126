using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="Version"/>: text of two to four numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct VersionCodec : IValueCodec<Version>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Version? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            TextForm.Write<Version, Form>(ref writer, value);
    }

    /// <inheritdoc/>
    public static Version Read(ref MessagePackReader reader, ValueReadContext context) =>
        reader.TryReadNil() ? null! : TextForm.Read<Version, Form>(ref reader);

    private struct Form : ITextForm<Version>
    {
        public static int Format(Version value, Span<byte> utf8)
        {
            value.TryFormat(utf8, out var length);
            return length;
        }

        public static bool TryParse(ReadOnlySpan<byte> utf8, [MaybeNullWhen(false)] out Version value) => Version.TryParse(utf8, out value);
    }
}
