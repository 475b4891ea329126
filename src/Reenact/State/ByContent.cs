namespace Reenact.States;

/// <summary>Bytes are equal when their content is.</summary>
internal sealed class ByContent : IEqualityComparer<ReadOnlyMemory<byte>>
{
    public static readonly ByContent Comparer = new();

    public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

    public int GetHashCode(ReadOnlyMemory<byte> obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj.Span);
        return hash.ToHashCode();
    }
}
