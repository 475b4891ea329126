namespace Reenact.Format;

/// <summary>What an element of a folded body is, as its first byte says.</summary>
internal enum FoldedElement
{
    Scalar,
    Bytes,
    Array,
    Map,
    Extension,
    Reference,
}
