using System.Buffers;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Arguments as a recording has them, with lists among them that grew from those of earlier calls.</summary>
internal static class StoredLists
{
    /// <summary>Puts such lists together.</summary>
    /// <param name="sequence">The number of the event that the arguments stand in.</param>
    /// <param name="arguments">The array of the arguments.</param>
    /// <param name="lists">Finds what lists grew from.</param>
    /// <returns>False where there are none, or what one grew from is lost; the arguments stay as they are then.</returns>
    public static bool TryPutTogether(long sequence, ref ReadOnlyMemory<byte> arguments, IListSource lists)
    {
        var cursor = new MessagePackCursor(arguments.Span);
        if (!cursor.TryReadArrayHeader(out var count))
        {
            return false;
        }

        ArrayBufferWriter<byte>? together = null;
        var copied = 0;
        for (var place = 0; place < count; place++)
        {
            var start = cursor.Position;
            if (!cursor.TrySkip(ValueLimits.Depth + 1))
            {
                return false;
            }

            var stored = arguments[start..cursor.Position];
            if (GrownList.Is(stored.Span))
            {
                var whole = new GrownArgument(sequence, place, stored, lists).Bytes;
                together ??= new ArrayBufferWriter<byte>(arguments.Length + whole.Length);
                together.Write(arguments.Span[copied..start]);
                together.Write(whole.Span);
                copied = cursor.Position;
            }
        }

        if (together is null)
        {
            return false;
        }

        together.Write(arguments.Span[copied..]);
        arguments = together.WrittenMemory;
        return true;
    }
}
