using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>What an attribute says of a sensitive value; generated code implements it where the library has no such mark.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISensitiveMark
{
    /// <summary>What it says; the same object each time.</summary>
    static abstract SensitiveMark Mark { get; }
}
