using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>The marks that need no code of their own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SensitiveMarks
{
    /// <summary><c>[Sensitive]</c></summary>
    public struct Default : ISensitiveMark
    {
        /// <inheritdoc/>
        public static SensitiveMark Mark { get; } = new();
    }

    /// <summary><c>[Sensitive(Form = SensitiveForm.Erased)]</c></summary>
    public struct Erased : ISensitiveMark
    {
        /// <inheritdoc/>
        public static SensitiveMark Mark { get; } = new(SensitiveForm.Erased);
    }

    /// <summary><c>[Sensitive(Form = SensitiveForm.Hashed)]</c></summary>
    public struct Hashed : ISensitiveMark
    {
        /// <inheritdoc/>
        public static SensitiveMark Mark { get; } = new(SensitiveForm.Hashed);
    }

    /// <summary><c>[Sensitive(Form = SensitiveForm.Redacted)]</c></summary>
    public struct Redacted : ISensitiveMark
    {
        /// <inheritdoc/>
        public static SensitiveMark Mark { get; } = new(SensitiveForm.Redacted);
    }
}
