namespace Reenact.Integrity;

/// <summary>The result of checking the signatures of a note.</summary>
/// <param name="Status">Whether a trusted key signed it.</param>
/// <param name="Key">The trusted key that did, or whose signature is wrong.</param>
/// <param name="Names">The names of the keys on the note, whether known or not.</param>
internal readonly record struct SignatureCheck(SignatureStatus Status, RecordingVerifierKey? Key, IReadOnlyList<string> Names);
