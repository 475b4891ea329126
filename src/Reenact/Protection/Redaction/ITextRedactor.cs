namespace Reenact;

/// <summary>
/// Makes text that may be recorded of a sensitive value. <c>Reenact.Extensions.Compliance</c> has one over the redactors of
/// <c>Microsoft.Extensions.Compliance.Redaction</c>. Must be thread-safe, and make the same text of the same value, or replays differ.
/// </summary>
public interface ITextRedactor
{
    /// <summary>Redacts a value.</summary>
    /// <param name="text">The value: text as it is, anything else as it is printed.</param>
    /// <param name="dataClass">How it is classified; null where it is only marked <see cref="SensitiveAttribute">[Sensitive]</see>.</param>
    /// <returns>What is recorded in its place.</returns>
    string Redact(string text, DataClass? dataClass);
}
