using Reenact.Shims;

namespace Reenact.Replaying;

/// <content>What a call will be, before it is made.</content>
internal sealed partial class ReplayEngine
{
    /// <summary>The recorded call that a call will be; null when the recording doesn't have it.</summary>
    public ScriptCall? Foresee(ScriptCall parent, RecordedMethod method, ReadOnlySpan<byte> arguments)
    {
        lock (gate)
        {
            return matcher.Due(parent, method) is { } due && matcher.Matches(due, method, arguments) ? due : matcher.OutOfTurn(parent, method, arguments);
        }
    }
}
