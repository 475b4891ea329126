using System.Text;
using MessagePack;

namespace Reenact.Values;

/// <summary>Text in recordings.</summary>
internal static class ValueText
{
    public static void Write(ref MessagePackWriter writer, string? value, IBlobSink blobs) => writer.Write(value);

    public static string? Read(ref MessagePackReader reader, IBlobSource blobs) => reader.ReadString();
}
