namespace Reenact;

/// <summary>What a session runs with. The numbers are those of the recording format.</summary>
public enum EnvironmentKind
{
    /// <summary>A language model.</summary>
    Model = 0,

    /// <summary>A prompt.</summary>
    Prompt = 1,

    /// <summary>Configuration.</summary>
    Configuration = 2,

    /// <summary>A feature flag.</summary>
    Flag = 3,

    /// <summary>Code: an assembly, a commit.</summary>
    Code = 4,
}
