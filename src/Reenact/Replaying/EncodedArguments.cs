using MessagePack;

namespace Reenact.Replaying;

/// <summary>The arguments of a call that this process has encoded: an array.</summary>
internal static class EncodedArguments
{
    public static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> array)
    {
        var reader = new MessagePackReader(array);
        var elements = new List<ReadOnlyMemory<byte>>();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            var start = (int)reader.Consumed;
            reader.Skip();
            elements.Add(array[start..(int)reader.Consumed]);
        }

        return elements;
    }
}
