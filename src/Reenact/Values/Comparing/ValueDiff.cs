using System.Globalization;
using System.Text;

namespace Reenact.Values;

/// <summary>Says to a person how a value differs from what was expected.</summary>
internal static class ValueDiff
{
    /// <summary>One block of lines for each difference, each line ended by a line feed.</summary>
    public static string Describe(ValueComparison comparison)
    {
        var text = new StringBuilder();
        foreach (var difference in comparison.Differences)
            Append(text, difference);

        if (!comparison.IsComplete)
            text.Append("There may be more differences; the rest was not compared.\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, ValueDifference difference)
    {
        text.Append(difference.Path);
        if (difference.Line is { } line)
            text.Append(CultureInfo.InvariantCulture, $", line {line}");
        text.Append('\n');
        if (difference.Kind != ValueDifferenceKind.Added)
            text.Append("  expected  ").Append(difference.Expected).Append('\n');
        text.Append(difference.Kind switch
        {
            ValueDifferenceKind.Removed => "  actual    (absent)\n",
            ValueDifferenceKind.Added => $"  expected  (absent)\n  actual    {difference.Actual}\n",
            _ => $"  actual    {difference.Actual}\n",
        });
    }
}
