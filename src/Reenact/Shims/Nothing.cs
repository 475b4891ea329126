using MessagePack;

namespace Reenact.Shims;

/// <summary>The result of a method that has none.</summary>
internal readonly struct Nothing;

/// <summary>Writes the result of a method that has none: nil.</summary>
internal readonly struct NothingCodec : IValueCodec<Nothing>
{
    public static void Write(ref MessagePackWriter writer, Nothing value, ValueWriteContext context) => writer.WriteNil();

    public static Nothing Read(ref MessagePackReader reader, ValueReadContext context)
    {
        reader.Skip();
        return default;
    }
}
