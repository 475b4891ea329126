namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>What is known about well-known libraries outside of the framework. Their other APIs stay without a verdict.</summary>
internal static class OtherLibraries
{
    public static ApiTable Table { get; } = ApiTable.Of();
}
