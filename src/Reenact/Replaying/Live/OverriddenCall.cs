using Reenact.Events;
using Reenact.Replaying;

namespace Reenact;

/// <summary>A call whose result a plan replaces, as a function sees it that makes the new one.</summary>
/// <typeparam name="T">What the method returns, or its task does.</typeparam>
public sealed class OverriddenCall<T>
{
    private readonly OverrideRequest request;

    internal OverriddenCall(OverrideRequest request) => this.request = request;

    /// <summary>The method's full name.</summary>
    public string Method => request.Method;

    /// <summary>Which of the overridden calls of this method in this replay it is, from 1.</summary>
    public int Number => request.Number;

    /// <summary>The start of the recorded call in whose place it is made, with its arguments; null where there is none, because the code went another way before.</summary>
    public CallStartedEvent? Recorded => request.Recorded;

    /// <summary>
    /// How the recorded call ended: a <see cref="CallReturnedEvent"/> or a <see cref="CallFailedEvent"/>; null where the recording doesn't say.
    /// </summary>
    public RecordedEvent? RecordedEnd => request.RecordedEnd;

    /// <summary>What the recorded call returned.</summary>
    /// <exception cref="InvalidOperationException">There is no recorded call, it failed, or its result is no <typeparamref name="T"/>.</exception>
    public T RecordedResult => request.RecordedResult<T>();
}
