using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>What an assembly was told to say of itself when it was built. Holds nothing of a compilation.</summary>
internal sealed class EmittedSummary : IAssemblySummary
{
    private readonly Dictionary<string, MemberReason> reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> parameters = new(StringComparer.Ordinal);

    private EmittedSummary()
    {
    }

    /// <summary>Null where the assembly says nothing, or in words that came later than this analyzer.</summary>
    public static EmittedSummary? Read(IAssemblySymbol assembly)
    {
        var summary = new EmittedSummary();
        var isSummarized = false;
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass is not { ContainingNamespace: { Name: "Shims", ContainingNamespace.Name: "Reenact" } } type)
                continue;
            switch (type.Name)
            {
                case SummaryAttributes.Summary:
                    isSummarized = attribute.ConstructorArguments.FirstOrDefault().Value is SummaryAttributes.Format;
                    break;
                case SummaryAttributes.Nondeterministic when Texts(attribute) is { Count: 4 } texts:
                    summary.reasons[texts[0]] = new MemberReason(texts[1], texts[2], texts[3], IsSet(attribute, SummaryAttributes.IsInfo), IsSet(attribute, SummaryAttributes.IsInOverride));
                    break;
                case SummaryAttributes.DelegateCaller when Texts(attribute) is { Count: > 1 } texts:
                    summary.parameters[texts[0]] = texts.GetRange(1, texts.Count - 1);
                    break;
            }
        }

        return isSummarized ? summary : null;
    }

    public MemberReason? Reason(string member, CancellationToken cancellationToken) => reasons.TryGetValue(member, out var reason) ? reason : null;

    public IReadOnlyList<string> CalledParameters(string member, CancellationToken cancellationToken) =>
        parameters.TryGetValue(member, out var names) ? names : [];

    /// <summary>The texts that the attribute is given, one by one.</summary>
    private static List<string> Texts(AttributeData attribute) =>
    [
        .. attribute.ConstructorArguments
            .SelectMany(static argument => argument.Kind != TypedConstantKind.Array ? [argument] : argument.IsNull ? [] : argument.Values.AsEnumerable())
            .Select(static argument => argument.Value)
            .OfType<string>(),
    ];

    private static bool IsSet(AttributeData attribute, string property) =>
        attribute.NamedArguments.Any(argument => argument.Key == property && argument.Value.Value is true);
}
