using System.Collections.ObjectModel;
using Reenact.Values;

namespace Reenact.Events;

/// <summary>
/// Reads the elements of one event or of an array in it, in order. An element that is not there reads as absent, so that
/// events of older writers are read, and what follows the known elements is ignored.
/// </summary>
internal ref struct EventFields
{
    /// <summary>Far more than any method has; a longer list is forged.</summary>
    private const int MaxElements = ushort.MaxValue;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly IBlobSource blobs;
    private MessagePackCursor cursor;

    /// <summary>What the event refers to in blobs counts together: a few bytes name a lot, and it may have as many texts and values as it has room for.</summary>
    private ValueReadContext? content;

    public EventFields(ReadOnlyMemory<byte> bytes, MessagePackCursor cursor, IBlobSource blobs)
    {
        this.bytes = bytes;
        this.cursor = cursor;
        this.blobs = blobs;
    }

    /// <summary>Whether there is another element, and it is not nil.</summary>
    public readonly bool HasValue => !cursor.AtEnd && !cursor.AtNil;

    /// <summary>The bytes of the next element; none when there is no other.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        var start = cursor.Position;
        return cursor.TrySkip(maxDepth: 64) ? bytes[start..cursor.Position] : default;
    }

    public RecordedValue Value() => Next() is { IsEmpty: false } value ? new RecordedValue(Resolve(value), blobs) : default;

    public RecordedValue[] Values(string what)
    {
        var list = Next();
        if (list.IsEmpty || list.Span[0] == MessagePackCursor.Nil)
            return [];

        var whole = Resolve(list);
        var elements = new EventFields(whole, new MessagePackCursor(whole.Span), blobs) { content = content };
        var count = elements.Array(what);
        if (count == 0)
            return [];
        var values = new RecordedValue[count];
        for (var index = 0; index < count; index++)
            values[index] = elements.Value();
        content = elements.content;
        return values;
    }

    public string Text(string what) => OptionalText() ?? throw Unexpected(what, "text");

    /// <summary>Text that stands in the event itself, as in definitions: a reader keeps it for as long as the recording is open.</summary>
    public string InlineText(string what) =>
        HasValue && bytes.Span[cursor.Position] is not ((>= 0xA0 and <= 0xBF) or (>= 0xD9 and <= 0xDB)) ? throw Unexpected(what, "text that stands in the event") : Text(what);

    public string? OptionalText() => Next() is not { IsEmpty: false } value ? null
        : ValueInBlob.MightBe(value.Span[0]) ? EventText.Read(value, Content)
        : EventText.Read(value, blobs);

    public long Integer(string what) => OptionalInteger(what) ?? throw Unexpected(what, "an integer");

    public long? OptionalInteger(string what)
    {
        if (cursor.TryReadInt64(out var value))
            return value;
        if (HasValue)
            throw Unexpected(what, "an integer");
        Next();
        return null;
    }

    /// <summary>Reads an integer that stands for one of a list; one that is missing is 0.</summary>
    public int Choice(string what)
    {
        if (cursor.TryReadInt32(out var value))
            return value;
        if (HasValue)
            throw Unexpected(what, "a small integer");
        Next();
        return 0;
    }

    public ulong Bits(string what)
    {
        if (cursor.TryReadUInt64(out var value))
            return value;
        if (HasValue)
            throw Unexpected(what, "an unsigned integer");
        Next();
        return 0;
    }

    public uint Id(string what) => cursor.TryReadUInt32(out var id) && id > 0 ? id : throw Unexpected(what, "an id");

    public bool TryId(out uint id) => cursor.TryReadUInt32(out id);

    public bool Flag(string what)
    {
        if (cursor.TryReadBoolean(out var value))
            return value;
        if (HasValue)
            throw Unexpected(what, "true or false");
        Next();
        return false;
    }

    public ReadOnlyMemory<byte> Binary(string what)
    {
        if (cursor.TryReadBinary(out var value))
            return bytes.Slice(cursor.Position - value.Length, value.Length);
        if (HasValue)
            throw Unexpected(what, "bytes");
        Next();
        return default;
    }

    /// <summary>Enters a map; its entries follow, name and value by turns.</summary>
    public int Map(string what) =>
        cursor.TryReadMapHeader(out var count) && count <= MaxElements ? count : throw Unexpected(what, $"a map of at most {MaxElements} entries");

    /// <summary>Enters an array; its elements follow. What is not read of it must not be needed later.</summary>
    public int Array(string what) =>
        cursor.TryReadArrayHeader(out var count) && count <= MaxElements ? count : throw Unexpected(what, $"an array of at most {MaxElements} elements");

    /// <summary>The elements of an array that is the next element, apart from what follows it.</summary>
    public EventFields Inner(string what) => List(what, out _);

    /// <summary>The elements of an array that is the next element, apart from what follows it, and how many they are.</summary>
    public EventFields List(string what, out int count)
    {
        var element = Next();
        var inner = new EventFields(element, new MessagePackCursor(element.Span), blobs) { content = Content };
        count = inner.Array(what);
        return inner;
    }

    /// <summary>A map from text to text; empty when it is missing.</summary>
    public IReadOnlyDictionary<string, string?> Texts(string what)
    {
        if (!HasValue)
        {
            Next();
            return ReadOnlyDictionary<string, string?>.Empty;
        }

        var element = Next();
        var entries = new EventFields(element, new MessagePackCursor(element.Span), blobs) { content = Content };
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var left = entries.Map(what); left > 0; left--)
        {
            texts[entries.Text(what)] = entries.OptionalText();
        }

        return texts;
    }

    private ValueReadContext Content
    {
        get
        {
            if (content is null)
            {
                content = new ValueReadContext(blobs);
                content.Enter(); // And never left: only between values is what was read forgotten.
            }

            return content;
        }
    }

    private ReadOnlyMemory<byte> Resolve(ReadOnlyMemory<byte> value) => ValueInBlob.MightBe(value.Span[0]) ? ValueInBlob.Resolve(value, Content) : value;

    private readonly ValueFormatException Unexpected(string what, string expected) =>
        new(cursor.AtEnd ? $"it ends before its {what}" : $"its {what}, at byte {cursor.Position} of the event, is not {expected}");
}
