using System.Globalization;

namespace Reenact.Benchmarks.Building;

/// <summary>An edit that is made again and again, each time another way.</summary>
/// <param name="Name">What kind of edit it is.</param>
/// <param name="File">The index of the file.</param>
/// <param name="Old">What is replaced.</param>
/// <param name="Replacement">What it becomes, with <c>{0}</c> for a number.</param>
internal sealed record SourceEdit(string Name, int File, string Old, string Replacement)
{
    public string Apply(string text, int number)
    {
        var edited = text.Replace(Old, string.Format(CultureInfo.InvariantCulture, Replacement, number), StringComparison.Ordinal);
        return edited != text ? edited : throw new InvalidOperationException($"There is no '{Old}' in the file to edit.");
    }
}
