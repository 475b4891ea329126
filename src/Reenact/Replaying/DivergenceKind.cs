namespace Reenact;

/// <summary>How a replay departed from its recording.</summary>
public enum DivergenceKind
{
    /// <summary>The code makes a call that the recording doesn't have.</summary>
    UnexpectedCall,

    /// <summary>The code makes the recorded call with other arguments.</summary>
    ArgumentsDiffer,

    /// <summary>The code makes a recorded call at another place.</summary>
    OrderDiffers,

    /// <summary>A recorded result can't be read as the type that the method has now.</summary>
    ResultNotReadable,

    /// <summary>The code never makes a recorded call.</summary>
    CallMissing,

    /// <summary>A replayed method returns or throws something else.</summary>
    OutputDiffers,

    /// <summary>The code reads a captured value that the recording doesn't have.</summary>
    CapturedValueExhausted,

    /// <summary>The code waits for something that was not recorded.</summary>
    Stuck,

    /// <summary>The recording ends inside a call: nothing says what it returned.</summary>
    RecordingEnds,

    /// <summary>The code reads a stream further than when it was recorded, or not as far.</summary>
    StreamReadDiffers,

    /// <summary>A call with side effects would run live, and the plan doesn't name it.</summary>
    SideEffectsRefused,

    /// <summary>The code reached something outside by other means than a recorded call.</summary>
    Leaked,

    /// <summary>A recorded exception is of a type that code catches, and that can't be made again.</summary>
    ExceptionNotMade,
}
