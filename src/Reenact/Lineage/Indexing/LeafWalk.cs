using System.Globalization;
using System.Text;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Lineage;

/// <summary>Goes through the scalars of an event's values. What is damaged ends the walk; nothing throws.</summary>
internal sealed class LeafWalk(TextTable texts)
{
    /// <summary>How many scalars of one event are looked at.</summary>
    public const int MaxLeaves = 100_000;

    private const int LongestNumber = 40;

    private Func<Leaf, ValuePath, bool> visit = static (_, _) => false;
    private int ordinal;
    private bool isOver;

    /// <summary>Whether an event had more scalars than are looked at.</summary>
    public bool WasShort { get; private set; }

    /// <summary>Goes through them.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="method">The method of its call.</param>
    /// <param name="visitor">Is given each scalar and its path; false ends the walk.</param>
    public void Walk(RecordedEvent happened, MethodDefinition? method, Func<Leaf, ValuePath, bool> visitor)
    {
        visit = visitor;
        (ordinal, isOver) = (0, false);
        foreach (var (name, value) in NamedValues.Of(happened, method))
        {
            if (isOver)
            {
                return;
            }

            if (value.IsNil)
            {
                continue;
            }

            try
            {
                var reader = new MessagePackReader(value.Bytes);
                Value(ref reader, value.Blobs, new ValuePath(name), depth: 0);
            }
            catch (Exception exception) when (exception is ValueFormatException or MessagePackSerializationException or EndOfStreamException or OverflowException)
            {
                // What can't be read has no lineage; showing the event says that it is damaged.
            }
        }
    }

    private void Value(ref MessagePackReader reader, IBlobSource blobs, ValuePath path, int depth)
    {
        if (depth > ValueLimits.Depth)
        {
            isOver = true;
            return;
        }

        switch (ValueKinds.Of(ref reader))
        {
            case ValueKind.Array:
                var count = reader.ReadArrayHeader();
                for (var index = 0; index < count && !isOver; index++)
                {
                    path.Enter(index);
                    Value(ref reader, blobs, path, depth + 1);
                    path.Leave();
                }

                break;
            case ValueKind.Map:
                for (var left = reader.ReadMapHeader(); left > 0 && !isOver; left--)
                {
                    var start = reader.Position;
                    reader.Skip();
                    var slice = reader.Sequence.Slice(start, reader.Position);
                    path.Enter(new EncodedValue(slice.First, blobs));
                    Value(ref reader, blobs, path, depth + 1);
                    path.Leave();
                }

                break;
            case ValueKind.Text:
                Visit(new Leaf(ordinal++, texts.Read(ref reader, blobs), null), path);
                break;
            case ValueKind.Integer:
                var number = reader.NextCode == MessagePackCode.UInt64
                    ? reader.ReadUInt64().ToString(CultureInfo.InvariantCulture)
                    : reader.ReadInt64().ToString(CultureInfo.InvariantCulture);
                Visit(new Leaf(ordinal++, -1, number), path);
                break;
            case ValueKind.Float:
                Visit(new Leaf(ordinal++, -1, reader.ReadDouble().ToString("R", CultureInfo.InvariantCulture)), path);
                break;
            case ValueKind.JsonNumber when reader.CreatePeekReader().ReadExtensionFormat().Data is { Length: <= LongestNumber } digits:
                Visit(new Leaf(ordinal++, -1, Encoding.UTF8.GetString(digits)), path);
                reader.Skip();
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void Visit(Leaf leaf, ValuePath path)
    {
        WasShort |= leaf.Ordinal >= MaxLeaves;
        isOver = leaf.Ordinal >= MaxLeaves || !visit(leaf, path);
    }
}
