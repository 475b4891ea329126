namespace Reenact.Sessions;

/// <summary>Decides what happens when the code on a pump can't go on.</summary>
internal interface IPumpIdle
{
    /// <summary>Whether the code has branches that are in flight at once, so that what comes first makes a difference.</summary>
    bool HasBranches { get; }

    /// <summary>Lets the code go on, on the pump's thread.</summary>
    /// <returns>Whether there was something that let it.</returns>
    bool Release();
}
