namespace Reenact;

/// <summary>
/// What is kept out of recordings and how: forms of what is marked <see cref="SensitiveAttribute">[Sensitive]</see> or classified, and functions over all
/// text. Give a replay the same options as the recording: it redacts what the code passes before it compares. Immutable.
/// </summary>
public sealed class RedactionOptions
{
    /// <summary>The form of what is marked without one, and of what is classified where there is no <see cref="Redactor"/>. Erased unless said.</summary>
    public SensitiveForm DefaultForm { get; init; } = SensitiveForm.Erased;

    /// <summary>
    /// The key of hashes: 16 to 1,024 random bytes, the same for all recordings whose values shall be comparable. Empty for none: recording a value whose
    /// form needs it is then an <see cref="InvalidOperationException"/>, and a replay does not compare such values and says so.
    /// </summary>
    public ReadOnlyMemory<byte> HashKey { get; init; }

    /// <summary>The keys of roles; null for none.</summary>
    public IRoleKeys? RoleKeys { get; init; }

    /// <summary>Makes text of what is classified, and of what is marked with <see cref="SensitiveForm.Redacted"/>; null for none.</summary>
    public ITextRedactor? Redactor { get; init; }

    /// <summary>
    /// Functions over all text that is recorded, one after the other: each gets a text and returns what is recorded, the same object where nothing is to be
    /// taken out. They see arguments, results, captured values, messages and properties of exceptions, notes, snapshots, decisions, names of sessions and
    /// tags, keys of maps; not names of methods and parameters, and not bytes. Must be thread-safe, and find nothing more in what they returned.
    /// </summary>
    /// <remarks>
    /// Texts of a stream's items are also given to them joined, so that a secret that two items share is found. For that items are kept back, and with
    /// them all events behind them, until <see cref="StreamWindow"/> more characters of their stream have come, or its end.
    /// </remarks>
    public IReadOnlyList<Func<string, string>> Scrubbers { get; init; } = [];

    /// <summary>How many characters of a stream's text are searched together: at least the length of the longest secret. 1,024 unless said; 0 searches items only alone.</summary>
    public int StreamWindow { get; init; } = 1024;
}
