using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of a type that is recorded as another one.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TRecorded">What is recorded.</typeparam>
/// <typeparam name="TConversion">Converts between both.</typeparam>
/// <typeparam name="TRecordedCodec">The codec of what is recorded.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ConvertedCodec<T, TRecorded, TConversion, TRecordedCodec> : IValueCodec<T>
    where TConversion : IRecordedAs<T, TRecorded>
    where TRecordedCodec : IValueCodec<TRecorded>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        if (default(T) is null)
            context.Note(ref writer, value);

        TRecordedCodec.Write(ref writer, TConversion.ToRecorded(value), context);
    }

    /// <inheritdoc/>
    public static T Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (default(T) is null && reader.TryReadNil())
            return default!;

        return TConversion.FromRecorded(TRecordedCodec.Read(ref reader, context));
    }
}
