using Reenact.Events;
using Reenact.Format;

namespace Reenact.Replaying;

/// <summary>What the script needs of the event that starts a call; the arguments stay as they are stored.</summary>
internal readonly struct CallStart
{
    private CallStart(long parent, MethodDefinition method, ReadOnlyMemory<byte> arguments)
    {
        Parent = parent;
        Method = method;
        Arguments = arguments;
    }

    /// <summary>Up to the arguments, an event of a call's start has this many elements.</summary>
    private const int Elements = 6;

    public long Parent { get; }

    public MethodDefinition Method { get; }

    /// <summary>The array of arguments, or what stands for it; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Arguments { get; }

    /// <summary>Reads it.</summary>
    /// <returns>False where the event can't be read and damage is skipped.</returns>
    /// <exception cref="RecordingException">It is malformed.</exception>
    public static bool TryRead(EventCursor cursor, out CallStart start)
    {
        var fields = cursor.Fields;
        if (cursor.Head.Time >= 0 && fields.TryReadInt64(out var parent) && fields.TryReadUInt32(out var id) && cursor.FindMethod(id) is { } method)
        {
            var from = fields.Position;
            start = new CallStart(parent, method, EndsWithArguments(cursor.Bytes.Span) || !fields.TrySkip(maxDepth: 64) ? cursor.Bytes[from..] : cursor.Bytes[from..fields.Position]);
            return true;
        }

        start = default;
        cursor.Parse(); // Says what is wrong.
        return false;
    }

    /// <summary>Whether nothing comes after the arguments, which need not be walked over then: their block was when it was read.</summary>
    private static bool EndsWithArguments(ReadOnlySpan<byte> bytes) =>
        new MessagePackCursor(bytes).TryReadArrayHeader(out var count) && count <= Elements;
}
