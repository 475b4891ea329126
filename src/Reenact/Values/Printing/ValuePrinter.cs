using System.Globalization;
using System.Text;
using MessagePack;
using Reenact.Protection;

namespace Reenact.Values;

/// <summary>
/// Prints values for people, like JSON without quotes around plain names: <c>{origin: "JFK", nights: 3}</c>. What a
/// recording holds can't reach the terminal as control characters. Nothing throws: it is used to say what is wrong.
/// </summary>
internal ref struct ValuePrinter
{
    /// <summary>Names are printed whole: a part of one means nothing. Longer ones are no names of members.</summary>
    private const int NameLength = 64;

    /// <summary>With less, the first elements are all that is shown of a list.</summary>
    private const int RoomForEnds = 24;

    private readonly StringBuilder text = new();
    private readonly ValueReadContext context;
    private readonly bool indented;
    private int maxLength;
    private MessagePackReader reader;
    private int depth;

    private ValuePrinter(EncodedValue value, int maxLength, bool indented)
    {
        reader = new MessagePackReader(value.Bytes);
        context = new ValueReadContext(value.Blobs);
        this.maxLength = maxLength;
        this.indented = indented;
    }

    private readonly bool IsFull => text.Length >= maxLength;

    /// <summary>Prints on one line.</summary>
    /// <param name="value">What to print.</param>
    /// <param name="maxLength">About how many characters to print; what is left out is an ellipsis.</param>
    public static string Print(EncodedValue value, int maxLength) => new ValuePrinter(value, maxLength, indented: false).Print();

    /// <summary>Prints with a line for each member and element.</summary>
    /// <param name="value">What to print.</param>
    /// <param name="maxLength">About how many characters to print; what is left out is an ellipsis.</param>
    public static string PrintIndented(EncodedValue value, int maxLength) => new ValuePrinter(value, maxLength, indented: true).Print();

    private string Print()
    {
        try
        {
            Value();
        }
        catch (Exception exception) when (exception is ValueFormatException or MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            text.Append(context.IsExhausted ? "<more content than a recorder writes>" : "<damaged>");
        }

        return text.ToString();
    }

    private void Value()
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Array:
                Container('[', ']', reader.ReadArrayHeader(), isMap: false);
                break;

            case MessagePackType.Map:
                Container('{', '}', reader.ReadMapHeader(), isMap: true);
                break;

            default:
                if (RedactedValue.TryOpen(ref reader, context) is { } opened)
                    Opened(opened);
                else
                    ScalarText.Append(text, ref reader, context, TextLength());
                break;
        }
    }

    /// <summary>Prints a value that was encrypted for a role.</summary>
    private void Opened(byte[] value)
    {
        var rest = reader;
        reader = new MessagePackReader(value);
        context.Enter();
        Value();
        context.Leave();
        reader = rest;
    }

    private void Container(char open, char close, int count, bool isMap)
    {
        context.Enter();
        depth++;
        text.Append(open);
        var room = maxLength - text.Length;
        if (!isMap && !indented && count > 1 && room >= RoomForEnds && ElementsLength(count, room) > room)
            Ends(count);
        else
            Members(count, isMap);

        depth--;
        context.Leave();
        if (count > 0)
            NewLine(depth);
        text.Append(close);
    }

    private void Members(int count, bool isMap)
    {
        for (var index = 0; index < count; index++)
        {
            if (index > 0)
                text.Append(indented ? "," : ", ");
            NewLine(depth);
            if (IsFull)
            {
                text.Append('…');
                Skip((isMap ? 2L : 1L) * (count - index));
                break;
            }

            if (isMap)
                Name();
            if (isMap && IsFull)
            {
                text.Append('…');
                reader.Skip();
            }
            else
            {
                Value();
            }
        }
    }

    /// <summary>The first elements and the last one: in a list that grows, such as a conversation, the last tells most.</summary>
    private void Ends(int count)
    {
        var whole = maxLength;
        maxLength = text.Length + (Math.Max(maxLength - text.Length, 0) / 2);
        var index = 0;
        for (; index < count - 1 && !IsFull; index++)
        {
            Value();
            text.Append(", ");
        }

        maxLength = whole;
        if (count - 1 - index is > 0 and var left)
        {
            text.Append(CultureInfo.InvariantCulture, $"… {left} more, ");
            Skip(left);
        }

        Value();
    }

    private void Skip(long values)
    {
        for (; values > 0; values--)
            reader.Skip();
    }

    /// <summary>How many bytes the next values take. They take about as many characters.</summary>
    private readonly long ElementsLength(int count, int room)
    {
        var ahead = reader.CreatePeekReader();
        try
        {
            for (var index = 0; index < count && ahead.Consumed - reader.Consumed <= room; index++)
                ahead.Skip();
        }
        catch (Exception exception) when (exception is MessagePackSerializationException or EndOfStreamException)
        {
            // What comes before the damage is printed one after the other.
            return 0;
        }

        return ahead.Consumed - reader.Consumed;
    }

    private void Name()
    {
        var start = text.Length;
        if (reader.NextMessagePackType is MessagePackType.Array or MessagePackType.Map)
            Value();
        else
            ScalarText.Append(text, ref reader, context, Math.Max(TextLength(), NameLength));
        if (IsPlainName(text, start))
            text.Remove(text.Length - 1, 1).Remove(start, 1);
        text.Append(": ");
    }

    private readonly void NewLine(int level)
    {
        if (indented)
            text.Append('\n').Append(' ', level * 2);
    }

    /// <summary>A long text leaves room for what follows it.</summary>
    private readonly int TextLength()
    {
        var left = Math.Max(maxLength - text.Length, 0);
        return depth == 0 ? left : Math.Max(left / 2, Math.Min(left, 16));
    }

    /// <summary>Whether what was printed last is text in quotes that needs none as a name.</summary>
    private static bool IsPlainName(StringBuilder text, int start)
    {
        var length = text.Length - start;
        if (length < 3 || length > 66 || text[start] != '"' || text[^1] != '"' || char.IsAsciiDigit(text[start + 1]))
            return false;

        for (var index = start + 1; index < text.Length - 1; index++)
        {
            if (!char.IsAsciiLetterOrDigit(text[index]) && text[index] is not ('_' or '-' or '$' or '.'))
                return false;
        }

        return true;
    }
}
