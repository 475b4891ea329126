namespace Reenact.Sessions;

/// <summary>What the code on a pump does.</summary>
internal enum PumpState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>All of it awaits something.</summary>
    Waiting,

    /// <summary>It blocks its thread.</summary>
    Blocked,
}
