namespace Reenact.Benchmarks.Building.Agents;

/// <summary>A file of a generated project.</summary>
/// <param name="Path">Its path within the project.</param>
/// <param name="Text">What it says.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.AsSpan().Count('\n') + 1;
}
