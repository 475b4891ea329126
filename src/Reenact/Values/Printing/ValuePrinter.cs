using System.Text;
using MessagePack;

namespace Reenact.Values;

/// <summary>
/// Prints values for people, like JSON without quotes around plain names: <c>{origin: "JFK", nights: 3}</c>. What a
/// recording holds can't reach the terminal as control characters. Nothing throws: it is used to say what is wrong.
/// </summary>
internal ref struct ValuePrinter
{
    private readonly StringBuilder text = new();
    private readonly ValueReadContext context;
    private readonly int maxLength;
    private readonly bool indented;
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
            text.Append("<damaged>");
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
                ScalarText.Append(text, ref reader, context, TextLength());
                break;
        }
    }

    private void Container(char open, char close, int count, bool isMap)
    {
        if (++depth > ValueLimits.Depth)
            throw new ValueFormatException("Nested too deep.");

        text.Append(open);
        for (var index = 0; index < count; index++)
        {
            if (index > 0)
                text.Append(indented ? "," : ", ");
            NewLine(depth);
            if (IsFull)
            {
                text.Append('…');
                break;
            }

            if (isMap)
                Name();
            Value();
        }

        depth--;
        if (count > 0)
            NewLine(depth);
        text.Append(close);
    }

    private void Name()
    {
        var start = text.Length;
        Value();
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
