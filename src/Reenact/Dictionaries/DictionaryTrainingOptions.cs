namespace Reenact;

/// <summary>How a dictionary is learned from recordings.</summary>
public sealed record DictionaryTrainingOptions
{
    /// <summary>The largest size of the dictionary, in bytes: 112,640 unless set; from 1,024 to <see cref="RecordingDictionary.MaxSize"/>.</summary>
    public int Size { get; init; } = 112_640;

    /// <summary>
    /// Whether recordings of different tenants may be mixed. The dictionary holds text of all of them, and whoever reads one tenant's recordings needs it: leave this off unless they
    /// may read each other's.
    /// </summary>
    public bool MixTenants { get; init; }

    /// <summary>Whether encrypted recordings may be learned from. The dictionary is in the clear, and holds text of them that destroying their keys does not erase.</summary>
    public bool IncludeEncrypted { get; init; }
}
