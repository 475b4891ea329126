using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Decorators;
using Reenact.Generators.Shapes;
using Reenact.Generators.Values;

namespace Reenact.Analyzers;

/// <summary>The types of the runtime that rules know, as one compilation sees them.</summary>
internal sealed class ReenactSymbols
{
    private readonly KnownTypes known;
    private readonly INamedTypeSymbol? deterministic;
    private readonly INamedTypeSymbol? deterministicAttribute;
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> statedAssemblies = new(SymbolEqualityComparer.Default);

    private ReenactSymbols(Compilation compilation)
    {
        known = KnownTypes.Of(compilation);
        deterministic = compilation.GetTypeByMetadataName("Reenact.Deterministic");
        deterministicAttribute = compilation.GetTypeByMetadataName("Reenact.DeterministicAttribute");
    }

    /// <summary>Null where the compilation doesn't reference the runtime.</summary>
    public static ReenactSymbols? Of(Compilation compilation) =>
        KnownTypes.Of(compilation) is { RecordedAttribute: not null, ReplayedAttribute: not null } ? new ReenactSymbols(compilation) : null;

    /// <summary>What the generator knows of the compilation.</summary>
    public KnownTypes Known => known;

    /// <summary>What a marked method comes to; null for other methods.</summary>
    public RecordedMethodShape? Parse(IMethodSymbol method, CancellationToken cancellationToken) =>
        RecordedMethodShape.Parse(method, known, cancellationToken);

    /// <summary>What an attribute of the assembly comes to that names an interface to record; null for other attributes.</summary>
    public RecordedInterfaceShape? ParseInterface(AttributeData attribute, CancellationToken cancellationToken) =>
        RecordedInterfaceShape.Parse(attribute, known, cancellationToken);

    public bool IsRecorded(ISymbol member) => Has(member, known.RecordedAttribute);

    public bool IsReplayed(ISymbol member) => Has(member, known.ReplayedAttribute);

    public bool IsMarked(ISymbol member) => IsRecorded(member) || IsReplayed(member);

    public AttributeData? RecordedAttributeOf(ISymbol member) => KnownTypes.Find(member, known.RecordedAttribute);

    /// <summary>The parameter's values don't get into recordings.</summary>
    public bool IsNotRecorded(IParameterSymbol parameter) =>
        Has(parameter, known.IgnoreRecordedAttribute) || IsToken(parameter);

    /// <summary>A <c>CancellationToken</c>.</summary>
    public bool IsToken(IParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter.Type, known.CancellationToken);

    /// <summary>The types of the recorded parameters and of the result of a marked method, and where the declaration names them.</summary>
    public IEnumerable<(ITypeSymbol Type, Location Location)> RecordedValues(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var parameter in method.Parameters)
        {
            if (!IsNotRecorded(parameter))
                yield return (parameter.Type, parameter.Locations[0]);
        }

        if (MethodResult.Of(method, known).Type is { } result)
            yield return (result, ResultLocation(method, cancellationToken));
    }

    /// <summary>Where a method's declaration names its result.</summary>
    public static Location ResultLocation(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration
            ? declaration.ReturnType.GetLocation()
            : method.Locations[0];

    /// <summary>What a parameter is marked with, as code writes it; null for nothing.</summary>
    public string? ParameterAttribute(IParameterSymbol parameter) =>
        Has(parameter, known.IgnoreRecordedAttribute) ? "IgnoreRecorded"
        : Has(parameter, known.IgnoreInMatchAttribute) ? "IgnoreInMatch"
        : SensitiveValues.Of(parameter, known) is not null ? "Sensitive"
        : null;

    /// <summary>The <c>Name</c> that a marked method is given; null for none.</summary>
    public string? GivenName(ISymbol member) =>
        (RecordedAttributeOf(member) ?? KnownTypes.Find(member, known.ReplayedAttribute))?.NamedArguments
            .FirstOrDefault(static argument => argument.Key == "Name").Value.Value as string;

    /// <summary>The assembly is marked <c>[assembly: Deterministic]</c>.</summary>
    public bool IsStatedDeterministic(IAssemblySymbol assembly) => statedAssemblies.GetOrAdd(assembly, each => Has(each, deterministicAttribute));

    /// <summary>The member, its property or event, a type around it, or its assembly is marked <c>[Deterministic]</c>.</summary>
    public bool IsStatedDeterministic(ISymbol member)
    {
        if (member.ContainingAssembly is { } assembly && IsStatedDeterministic(assembly))
            return true;
        if (Has(member, deterministicAttribute) || (member is IMethodSymbol { AssociatedSymbol: { } associated } && Has(associated, deterministicAttribute)))
            return true;
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Has(type, deterministicAttribute))
                return true;
        }

        return false;
    }

    /// <summary>A <c>Deterministic.Capture</c>: its delegate runs once, when it is recorded.</summary>
    public bool IsCapture(IMethodSymbol method) =>
        method.Name == "Capture" && SymbolEqualityComparer.Default.Equals(method.ContainingType, deterministic);

    private static bool Has(ISymbol member, INamedTypeSymbol? attribute) => KnownTypes.Find(member, attribute) is not null;
}
