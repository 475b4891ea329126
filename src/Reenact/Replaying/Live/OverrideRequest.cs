using Reenact.Events;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>A call for which a plan's override is asked.</summary>
/// <param name="Method">The method's full name.</param>
/// <param name="Number">Which overridden call of this method it is, from 1.</param>
/// <param name="Recorded">The start of the recorded call in whose place it is made; null where there is none.</param>
/// <param name="RecordedEnd">How that call ended; null where nothing says so.</param>
/// <param name="ReadRecorded">Reads the recorded result as what the shim returns.</param>
internal sealed record OverrideRequest(string Method, int Number, CallStartedEvent? Recorded, RecordedEvent? RecordedEnd, Func<object?> ReadRecorded)
{
    public T RecordedResult<T>()
    {
        if (Recorded is null)
        {
            throw new InvalidOperationException($"This call of {Method} was never recorded: there is no recorded result. Check Recorded for null first.");
        }

        if (RecordedEnd is not CallReturnedEvent)
        {
            throw new InvalidOperationException($"The recorded call of {Method} (event {Recorded.Sequence}) returned no result: check RecordedEnd first.");
        }

        var recorded = ReadRecorded();
        return OverriddenResults.TryConvert<T>(recorded, out var result)
            ? result
            : throw new InvalidOperationException($"The recorded result of {Method} is a {CodeName.Of(recorded!.GetType())}, and no {CodeName.Of(typeof(T))}.");
    }
}
