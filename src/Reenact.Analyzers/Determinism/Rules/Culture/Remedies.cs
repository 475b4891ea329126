namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>What to do instead, as ends of sentences.</summary>
internal static class Remedies
{
    public const string Culture = "pass 'CultureInfo.InvariantCulture'";
    public const string Interpolation = "build the text with 'string.Create(CultureInfo.InvariantCulture, $\"…\")'";
    public const string Concatenation = "concatenate its 'ToString(CultureInfo.InvariantCulture)'";
    public const string Casing = "use its invariant sibling";
    public const string Comparison = "pass 'StringComparison.Ordinal'";
    public const string Compare = "use 'string.CompareOrdinal'";
    public const string Comparer = "pass 'StringComparer.Ordinal'";
    public const string OrdinalComparer = "use 'StringComparer.Ordinal'";
    public const string Styles = "pass 'DateTimeStyles.AdjustToUniversal', or text with an offset turns into local time";
    public const string Assume = "pass 'DateTimeStyles.AssumeUniversal', or text without an offset is taken as local time";
    public const string CultureAndStyles = "pass 'CultureInfo.InvariantCulture' and 'DateTimeStyles.AdjustToUniversal'";
    public const string CultureAndAssume = "pass 'CultureInfo.InvariantCulture' and 'DateTimeStyles.AssumeUniversal'";
    public const string Local = "stay in UTC, or convert with a named time zone";
    public const string Offset = "say the offset: 'new DateTimeOffset(time, offset)'";
    public const string SourceZone = "say the time zone of the time, or give it the kind 'Utc'";
}
