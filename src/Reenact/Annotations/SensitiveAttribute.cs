namespace Reenact;

/// <summary>
/// Marks a parameter, a member of a value, or a result (on the method, or on <c>return:</c>) that must not get into recordings as it is.
/// It is redacted before it is written, in the form that is named here or in <see cref="RedactionOptions"/>; unless said it is erased. On replay
/// what the code passes is redacted the same way before it is compared. A result that was erased or hashed, or one with such a
/// member, can't be served on replay.
/// </summary>
/// <remarks>
/// What a method throws, logs or passes on elsewhere is not covered by this mark, but by <see cref="RedactionOptions.Scrubbers"/>. Like all attributes
/// of recording it is not inherited by overrides of a method; overrides of a property inherit it.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method | AttributeTargets.ReturnValue)]
public sealed class SensitiveAttribute : Attribute
{
    /// <summary>What is recorded in its place.</summary>
    public SensitiveForm Form { get; set; }

    /// <summary>Who may read it: the role under whose key it is encrypted. Naming one means <see cref="SensitiveForm.Encrypted"/> where no form is named.</summary>
    public string? Role { get; set; }
}
