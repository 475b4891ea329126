namespace Reenact;

/// <summary>What a recorded call goes to. The numbers are those of the recording format.</summary>
public enum CallKind
{
    /// <summary>A tool of the agent.</summary>
    Tool = 0,

    /// <summary>A language model.</summary>
    Model = 1,

    /// <summary>A search in documents or an index.</summary>
    Retrieval = 2,

    /// <summary>A read from the agent's memory.</summary>
    MemoryRead = 3,

    /// <summary>A write to the agent's memory.</summary>
    MemoryWrite = 4,

    /// <summary>Another service.</summary>
    Service = 5,

    /// <summary>A person: a customer, an approver.</summary>
    Human = 6,

    /// <summary>An agent: a <see cref="ReplayedAttribute">[Replayed]</see> method.</summary>
    Agent = 7,
}
