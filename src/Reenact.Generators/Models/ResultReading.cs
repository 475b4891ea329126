namespace Reenact.Generators.Models;

/// <summary>How a result is read to its end before it is recorded.</summary>
internal enum ResultReading
{
    /// <summary>It is data already.</summary>
    None,

    /// <summary>An <c>IEnumerable&lt;T&gt;</c>, which may be an iterator or a query.</summary>
    Sequence,

    /// <summary>A <c>Stream</c> of bytes.</summary>
    Content,
}
