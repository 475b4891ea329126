namespace Reenact.Sessions;

/// <summary>What code awaits of this library that itself waits for something else of the session's code.</summary>
internal interface IAwaitsInner
{
    /// <summary>What it waits for: a task, or the source of one.</summary>
    object? Inner { get; }
}
