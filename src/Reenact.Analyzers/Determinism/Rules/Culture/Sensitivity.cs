namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>How much of a value or its text the culture, or the time zone, of the machine decides.</summary>
internal enum Sensitivity
{
    /// <summary>Nothing: it is the same everywhere.</summary>
    None,

    /// <summary>
    /// Of values that can't be told from others: the sign of negative integers (U+2212 in Swedish, after a mark of direction in Persian),
    /// times in a text that may or may not say an offset. A suggestion only.
    /// </summary>
    Slight,

    /// <summary>Separators, names, calendar, the hour.</summary>
    Full,
}
