namespace Reenact.Comparing;

/// <summary>In what two sessions differ first.</summary>
public enum FirstDifferenceKind
{
    /// <summary>Both make a call, with other arguments.</summary>
    Arguments = 0,

    /// <summary>A call has another result, or fails otherwise.</summary>
    Result = 1,

    /// <summary>Another environment variable or named value was captured.</summary>
    Captured = 2,

    /// <summary>A call is made in the session before only.</summary>
    CallRemoved = 3,

    /// <summary>A call is made in the session after only.</summary>
    CallAdded = 4,

    /// <summary>A decision differs.</summary>
    Decision = 5,

    /// <summary>A model, prompt, configuration, flag or piece of code differs.</summary>
    Environment = 6,

    /// <summary>The sessions end otherwise: another outcome, or another final output.</summary>
    End = 7,
}
