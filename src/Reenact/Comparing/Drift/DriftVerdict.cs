namespace Reenact.Comparing;

/// <summary>What can be said of a difference between two sets.</summary>
public enum DriftVerdict
{
    /// <summary>There are too few sessions to say anything.</summary>
    TooFew = 0,

    /// <summary>Chance alone can well show as much. That is no proof that there is no difference.</summary>
    WithinChance = 1,

    /// <summary>Taken alone it would be beyond chance; but with as many measures as were looked at, one such is to be expected.</summary>
    Unclear = 2,

    /// <summary>It is more than chance, also with as many measures as were looked at.</summary>
    BeyondChance = 3,
}
