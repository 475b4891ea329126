namespace Reenact;

/// <summary>How exactly a replay can reproduce the order in which concurrent calls of a session completed. The numbers are those of the recording format.</summary>
public enum Exactness
{
    /// <summary>The order is known: calls ran one at a time, or under the session's own scheduling.</summary>
    Exact = 0,

    /// <summary>Calls ran concurrently and freely: completions that were nearly simultaneous may be in either order.</summary>
    Free = 1,
}
