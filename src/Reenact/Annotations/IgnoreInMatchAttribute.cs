namespace Reenact;

/// <summary>Marks a parameter that is recorded but not compared on replay, for example a trace id.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IgnoreInMatchAttribute : Attribute;
