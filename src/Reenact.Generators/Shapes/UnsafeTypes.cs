using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Shapes;

/// <summary>Types that only unsafe code can name.</summary>
internal static class UnsafeTypes
{
    public static bool IsUnsafe(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => IsUnsafe(array.ElementType),
        _ => false,
    };
}
