namespace Reenact.Comparing;

/// <summary>How something of one session compares with what the other has in its place.</summary>
public enum Change
{
    /// <summary>Both have it, and it is the same.</summary>
    Same = 0,

    /// <summary>Both have it, and it is not the same.</summary>
    Changed = 1,

    /// <summary>Only the session before has it.</summary>
    Removed = 2,

    /// <summary>Only the session after has it.</summary>
    Added = 3,
}
