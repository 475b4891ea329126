namespace Reenact.Events;

/// <summary>How one thing comes from another. The numbers are those of the recording format.</summary>
public enum LinkRelation
{
    /// <summary>It was derived from it.</summary>
    DerivedFrom = 0,

    /// <summary>It was caused by it.</summary>
    CausedBy = 1,

    /// <summary>It was retrieved from it.</summary>
    RetrievedFrom = 2,
}
