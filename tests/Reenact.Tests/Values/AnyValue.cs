using CsCheck;
using MessagePack;
using Reenact.Values;

namespace Reenact.Tests.Values;

/// <summary>Values of any shape, as trees that can be written in more than one way.</summary>
internal static class AnyValue
{
    public static readonly Gen<object?> Tree = Gen.Recursive<object?>((depth, inner) => depth > 3
        ? Scalar
        : Gen.OneOf(
            Scalar,
            inner.Array[0, 5].Select(items => (object?)items),
            Gen.Select(Gen.OneOf(Gen.Int[0, 9].Select(n => (object)$"m{n}"), Gen.Int[0, 9].Select(n => (object)(long)n)), inner).Array[0, 6]
                .Select(members => (object?)members.DistinctBy(member => member.Item1).ToDictionary(member => member.Item1, member => member.Item2))));

    private static Gen<object?> Scalar => Gen.OneOf<object?>(
        Gen.Bool.Select(_ => (object?)null),
        Gen.Bool.Select(value => (object?)value),
        Gen.Int[-3, 300].Select(value => (object?)(long)value),
        Gen.Double.Select(value => (object?)value),
        Gen.Int[0, 3].Select(value => (object?)new[] { "", "a", "long\n" + new string('x', 300), "\ud83d" }[value]),
        Gen.Byte.Array[0, 3].Select(value => (object?)value));

    public static EncodedValue Encode(object? tree, MemoryBlobs blobs) => new(Write(tree, blobs, map => map), blobs);

    /// <summary>The same data with members in another order and integers in another encoding.</summary>
    public static EncodedValue EncodeOtherwise(object? tree, MemoryBlobs blobs, int seed)
    {
        var random = new Random(seed);
        return new(Write(tree, blobs, map => [.. map.OrderBy(_ => random.Next())], wideIntegers: true), blobs);
    }

    private static byte[] Write(
        object? tree, MemoryBlobs blobs, Func<IEnumerable<KeyValuePair<object, object?>>, IEnumerable<KeyValuePair<object, object?>>> order, bool wideIntegers = false)
    {
        var context = new ValueWriteContext(blobs);
        return Encoded.Raw((ref MessagePackWriter writer) => WriteTree(ref writer, tree));

        void WriteTree(ref MessagePackWriter writer, object? value)
        {
            switch (value)
            {
                case null:
                    writer.WriteNil();
                    break;
                case bool boolean:
                    writer.Write(boolean);
                    break;
                case long integer when wideIntegers:
                    writer.WriteInt64(integer);
                    break;
                case long integer:
                    writer.Write(integer);
                    break;
                case double real:
                    writer.Write(real);
                    break;
                case string text:
                    context.WriteText(ref writer, text);
                    break;
                case byte[] bytes:
                    context.WriteBytes(ref writer, bytes);
                    break;
                case object?[] items:
                    writer.WriteArrayHeader(items.Length);
                    foreach (var item in items)
                        WriteTree(ref writer, item);
                    break;
                case Dictionary<object, object?> map:
                    writer.WriteMapHeader(map.Count);
                    foreach (var (key, member) in order(map))
                    {
                        WriteTree(ref writer, key);
                        WriteTree(ref writer, member);
                    }

                    break;
            }
        }
    }
}
