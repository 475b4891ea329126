using System.ComponentModel;
using System.Text;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>Which case of a union a recorded value is: what its map begins with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct UnionCase
{
    private readonly ReadOnlySpan<byte> text;
    private readonly long? number;

    private UnionCase(ReadOnlySpan<byte> text, long? number, bool isNamed)
    {
        this.text = text;
        this.number = number;
        IsNamed = isNamed;
    }

    /// <summary>Whether the value says which case it is.</summary>
    public bool IsNamed { get; }

    /// <summary>Looks at the start of the next value, without reading it.</summary>
    /// <param name="reader">Where the value is.</param>
    /// <param name="discriminator">The name of the entry that tells the case.</param>
    /// <exception cref="ValueFormatException">The next value is no map, or the entry holds neither text nor an integer.</exception>
    public static UnionCase Peek(MessagePackReader reader, ReadOnlySpan<byte> discriminator)
    {
        if (reader.NextMessagePackType != MessagePackType.Map)
            throw UnexpectedValue.Error(ref reader, "a map");

        if (reader.ReadMapHeader() == 0 || !ValueMembers.ReadName(ref reader).SequenceEqual(discriminator))
            return default;

        return reader.NextMessagePackType == MessagePackType.Integer
            ? new UnionCase(default, reader.ReadInt64(), isNamed: true)
            : new UnionCase(ValueMembers.ReadName(ref reader), null, isNamed: true);
    }

    /// <summary>Whether it is the case with a name.</summary>
    public bool Is(ReadOnlySpan<byte> name) => IsNamed && number is null && text.SequenceEqual(name);

    /// <summary>Whether it is the case with a number.</summary>
    public bool Is(int caseNumber) => number == caseNumber;

    /// <summary>Writes a case that is no map of members: a map of its name and the value.</summary>
    public static void WriteWrapped<T, TCodec>(ref MessagePackWriter writer, ReadOnlySpan<byte> discriminator, ReadOnlySpan<byte> name, T value, ValueWriteContext context)
        where TCodec : IValueCodec<T>
    {
        context.Enter(ref writer, null);
        writer.WriteMapHeader(2);
        writer.WriteString(discriminator);
        writer.WriteString(name);
        WriteContent<T, TCodec>(ref writer, value, context);
    }

    /// <summary>Writes a case that is no map of members: a map of its number and the value.</summary>
    public static void WriteWrapped<T, TCodec>(ref MessagePackWriter writer, ReadOnlySpan<byte> discriminator, int number, T value, ValueWriteContext context)
        where TCodec : IValueCodec<T>
    {
        context.Enter(ref writer, null);
        writer.WriteMapHeader(2);
        writer.WriteString(discriminator);
        writer.Write(number);
        WriteContent<T, TCodec>(ref writer, value, context);
    }

    /// <summary>Reads a case that is no map of members.</summary>
    /// <exception cref="ValueFormatException">It holds no value.</exception>
    public static T ReadWrapped<T, TCodec>(ref MessagePackReader reader, ValueReadContext context)
        where TCodec : IValueCodec<T>
    {
        context.Enter();
        var hasValue = false;
        var value = default(T)!;
        for (var left = reader.ReadMapHeader(); left > 0; left--)
        {
            if (!ValueMembers.ReadName(ref reader).SequenceEqual("$value"u8))
            {
                reader.Skip();
                continue;
            }

            value = TCodec.Read(ref reader, context);
            hasValue = true;
        }

        context.Leave();
        return hasValue ? value : throw new ValueFormatException($"A recorded case of a union holds no $value, which a {typeof(T)} needs.");
    }

    /// <summary>What is thrown for a value whose type is none of the cases.</summary>
    /// <param name="type">The value's type.</param>
    /// <param name="union">The name of the union's type.</param>
    /// <param name="attribute">What lists the cases: <c>RecordedUnion</c> or <c>JsonDerivedType</c>.</param>
    public static InvalidOperationException NotListed(Type type, string union, string attribute) => new(
        $"A {type} was given where {union} is recorded, and its [{attribute}] does not list that type. Add it there.");

    /// <summary>What is thrown for a recorded case that the code doesn't know.</summary>
    /// <param name="union">The name of the union's type.</param>
    /// <param name="cases">The cases that it has.</param>
    public ValueFormatException Unknown(string union, string cases) => new(
        (IsNamed
            ? $"'{TextEscape.Message(number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Encoding.UTF8.GetString(text))}' is no case of {union}"
            : $"A recorded {union} does not say which case it is")
        + $"; it has {cases}. Keep the names that recordings have: [RecordedName] on a case that was renamed.")
    {
        IsAhead = true,
    };

    private static void WriteContent<T, TCodec>(ref MessagePackWriter writer, T value, ValueWriteContext context)
        where TCodec : IValueCodec<T>
    {
        writer.WriteString("$value"u8);
        TCodec.Write(ref writer, value, context);
        context.Leave();
    }
}
