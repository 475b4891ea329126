namespace Reenact.Comparing;

/// <summary>By what sessions of two sets belong together.</summary>
public enum DriftPairing
{
    /// <summary>By nothing: the sets are independent.</summary>
    None = 0,

    /// <summary>By the session that one is a fork of, or that both are forks of.</summary>
    Parent = 1,

    /// <summary>By the task that a tag names.</summary>
    Task = 2,

    /// <summary>By the conversation.</summary>
    Conversation = 3,

    /// <summary>By the name of the file, without its folder.</summary>
    FileName = 4,
}
