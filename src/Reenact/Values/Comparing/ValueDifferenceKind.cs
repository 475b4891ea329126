namespace Reenact;

/// <summary>How a part of a value differs from what was expected.</summary>
public enum ValueDifferenceKind
{
    /// <summary>Both values have it, and it is not the same.</summary>
    Changed = 0,

    /// <summary>Only the actual value has it.</summary>
    Added = 1,

    /// <summary>Only the expected value has it.</summary>
    Removed = 2,
}
