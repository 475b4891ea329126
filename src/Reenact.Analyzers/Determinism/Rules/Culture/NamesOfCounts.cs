using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>
/// Tells integers that are never negative by what people call them: <c>count</c>, <c>orderId</c>. That a negative number prints differently
/// under few cultures is a suggestion only, which isn't worth a word about each key of a database.
/// </summary>
internal static class NamesOfCounts
{
    private static readonly string[] Words = ["Count", "Length", "Id", "Port", "Page", "Bytes", "Attempt", "Attempts"];

    public static bool Has(ISymbol symbol)
    {
        var name = symbol.Name;
        foreach (var word in Words)
        {
            if (!name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            var start = name.Length - word.Length;
            // 'orderId' and '_id', but not 'grid'.
            if (start == 0 || char.IsUpper(name[start]) || name[start - 1] == '_')
                return true;
        }

        return false;
    }
}
