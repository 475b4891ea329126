using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>How a sensitive value is marked. Immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SensitiveMark(SensitiveForm form = SensitiveForm.Default, string? role = null, string? taxonomy = null, string? value = null)
{
    /// <summary>The form that the attribute names.</summary>
    public SensitiveForm Form { get; } = form == SensitiveForm.Default && role is not null ? SensitiveForm.Encrypted : form;

    /// <summary>The role that may read it.</summary>
    public string? Role { get; } = role;

    /// <summary>How it is classified.</summary>
    public DataClass? DataClass { get; } = taxonomy is null ? null : new DataClass(taxonomy, value ?? "");
}
