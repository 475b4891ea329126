namespace Reenact.Generators.Shapes;

/// <summary>Which part of a method's declaration a problem belongs to.</summary>
internal enum ShapePlace
{
    /// <summary>The method: its name.</summary>
    Method,

    /// <summary>A type that contains the method; the index is 0 for the innermost.</summary>
    ContainingType,

    /// <summary>A parameter; the index is its position in the declaration.</summary>
    Parameter,

    /// <summary>The return type.</summary>
    Result,
}
