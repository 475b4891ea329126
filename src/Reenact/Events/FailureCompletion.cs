namespace Reenact.Events;

/// <summary>How a call failed. The numbers are those of the recording format.</summary>
public enum FailureCompletion
{
    /// <summary>It threw.</summary>
    Thrown = 0,

    /// <summary>It returned a task that had failed already.</summary>
    FailedTask = 1,

    /// <summary>Its task failed afterwards.</summary>
    Later = 2,
}
