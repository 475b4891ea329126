namespace Reenact;

/// <summary>
/// Marks a parameter, a member of a value, or a result (on the method, or on <c>return:</c>) that must not get into recordings.
/// It is erased before it is written: a recording says that there was a value, and nothing of it. On replay what the code passes is
/// erased too before it is compared. An erased result, or one with an erased member, can't be served on replay.
/// </summary>
/// <remarks>
/// What a method throws, logs or passes on elsewhere is not covered. Like all attributes of recording it is not inherited by
/// overrides of a method; overrides of a property inherit it.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method | AttributeTargets.ReturnValue)]
public sealed class SensitiveAttribute : Attribute;
