namespace Reenact.Comparing;

/// <summary>
/// Corrects for looking at many measures at once: S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J.
/// Statist. 6 (1979). With it, the chance that any difference is called beyond chance when there is none stays below 5 %.
/// </summary>
internal static class HolmAdjustment
{
    public static double[] Adjust(IReadOnlyList<double> probabilities)
    {
        var adjusted = new double[probabilities.Count];
        var highest = 0.0;
        var left = probabilities.Count;
        foreach (var index in Enumerable.Range(0, probabilities.Count).OrderBy(index => probabilities[index]).ThenBy(index => index))
        {
            highest = Math.Max(highest, Math.Min(1, probabilities[index] * left--));
            adjusted[index] = highest;
        }

        return adjusted;
    }
}
