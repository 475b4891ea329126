using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace Reenact.Extensions.Compliance;

/// <summary>
/// Redacts with the redactors of <c>Microsoft.Extensions.Compliance</c>: each class of data with the one that is registered for it, anything else with
/// the fallback. Thread-safe where the redactors are.
/// </summary>
/// <param name="provider">Where the redactors are, most often from dependency injection (<c>services.AddRedaction(…)</c>).</param>
public sealed class ComplianceRedactor(IRedactorProvider provider) : ITextRedactor
{
    private readonly IRedactorProvider provider = provider ?? throw new ArgumentNullException(nameof(provider));

    /// <inheritdoc/>
    public string Redact(string text, DataClass? dataClass)
    {
        // Unknown, and not none: what is only marked [Sensitive] must not come through as it is.
        var classification = dataClass is null or { Taxonomy.Length: 0 } or { Value.Length: 0 }
            ? DataClassification.Unknown
            : new DataClassification(dataClass.Taxonomy, dataClass.Value);
        return provider.GetRedactor(new DataClassificationSet(classification)).Redact(text);
    }
}
