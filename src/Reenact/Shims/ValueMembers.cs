using System.Buffers;
using System.ComponentModel;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>The members of recorded objects, as emitted codecs read them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueMembers
{
    /// <summary>Reads the name of a member.</summary>
    /// <returns>The name in UTF-8; it stays valid as long as the reader's memory does.</returns>
    /// <exception cref="ValueFormatException">The next value is no name, or longer than 1,024 bytes.</exception>
    public static ReadOnlySpan<byte> ReadName(scoped ref MessagePackReader reader) =>
        IsShort(reader.NextCode) && reader.TryReadStringSpan(out var name) ? name : ReadLongName(ref reader);

    /// <summary>Whether the next value is an integer: that of an enum value without a name.</summary>
    public static bool IsNumber(ref MessagePackReader reader) => reader.NextMessagePackType == MessagePackType.Integer;

    /// <summary>Fills a collection that an object holds and that can't be replaced.</summary>
    /// <exception cref="ValueFormatException">There are items, and no collection to take them.</exception>
    public static void Fill<T>(ICollection<T>? target, IEnumerable<T>? items)
    {
        if (items is null)
            return;

        if (target is null)
            throw new ValueFormatException("The collection that recorded items go into is null after construction. Give its property an initializer or an init accessor.");

        target.Clear();
        foreach (var item in items)
            target.Add(item);
    }

    /// <summary>Says why a value of a derived type is not written as its base type.</summary>
    public static InvalidOperationException WouldBeLost(object value, string type) =>
        new($"A {value.GetType()} was given where {type} is recorded; its own members would be lost. "
            + "Use the derived type in the signature, or write a codec that knows both and name it with [ValueCodec].");

    /// <summary>Refuses a name that is too long.</summary>
    internal static void CheckLength(ReadOnlySpan<byte> name)
    {
        if (name.Length > ValueLimits.Name)
            throw TooLong(name.Length);
    }

    private static bool IsShort(byte code) => code is >= MessagePackCode.MinFixStr and <= MessagePackCode.MaxFixStr;

    private static ReadOnlySpan<byte> ReadLongName(scoped ref MessagePackReader reader)
    {
        if (reader.NextMessagePackType != MessagePackType.String)
            throw UnexpectedValue.Error(ref reader, "the name of a member");

        if (!reader.TryReadStringSpan(out var name))
        {
            var parts = reader.ReadStringSequence()!.Value;
            name = parts.Length <= ValueLimits.Name ? parts.ToArray() : throw TooLong(parts.Length);
        }

        CheckLength(name);
        return name;
    }

    private static ValueFormatException TooLong(long length) =>
        new($"The name of a recorded member has {length} bytes; at most {ValueLimits.Name} are allowed. The recording is damaged or forged.");
}
