using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="bool"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct BooleanCodec : IValueCodec<bool>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, bool value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static bool Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadBoolean();
}
