using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of nullable values: nil, or the value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct NullableCodec<T, TCodec> : IValueCodec<T?>
    where T : struct
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T? value, ValueWriteContext context)
    {
        if (value is { } present)
            TCodec.Write(ref writer, present, context);
        else
            writer.WriteNil();
    }

    /// <inheritdoc/>
    public static T? Read(ref MessagePackReader reader, ValueReadContext context) =>
        reader.TryReadNil() ? null : TCodec.Read(ref reader, context);
}
