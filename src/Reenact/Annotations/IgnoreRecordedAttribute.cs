namespace Reenact;

/// <summary>
/// Leaves a parameter or a member of a value out of the recording: a service, a logger, a cache. Such a parameter is
/// neither recorded nor compared; such a member has its default value when it is read back.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class IgnoreRecordedAttribute : Attribute;
