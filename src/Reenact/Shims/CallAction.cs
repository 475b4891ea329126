using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>What a shim does after its arguments are known.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum CallAction
{
    /// <summary>Run the core and hand over what it returned or threw.</summary>
    Run,

    /// <summary>Return what the recording holds. Only for <c>[Recorded]</c> methods.</summary>
    Serve,

    /// <summary>Run the core when its turn in the recorded order comes. Only for asynchronous <c>[Replayed]</c> methods.</summary>
    Park,
}
