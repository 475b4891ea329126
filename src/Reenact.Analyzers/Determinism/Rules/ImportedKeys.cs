using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules;

/// <summary>
/// Tells a key that is read from what an agent was given from one that is made up: <c>RSA.Create()</c> alone makes a key, but not where the
/// same body imports one into it.
/// </summary>
internal static class ImportedKeys
{
    /// <summary>The creation of a key object that a local variable holds, and into which the body imports a key.</summary>
    public static bool IsOne(IOperation creation) => IsCreation(creation) && Holder(creation) is { } local && IsImported(local, creation);

    private static bool IsCreation(IOperation operation) => operation switch
    {
        IInvocationOperation { Arguments.IsEmpty: true, TargetMethod: { Name: "Create", ContainingNamespace.Name: "Cryptography" } } => true,
        IObjectCreationOperation { Arguments.IsEmpty: true, Type.ContainingNamespace.Name: "Cryptography" } => true,
        _ => false,
    };

    private static ILocalSymbol? Holder(IOperation creation)
    {
        var parent = creation.Parent;
        while (parent is IConversionOperation or IVariableInitializerOperation)
            parent = parent.Parent;
        return (parent as IVariableDeclaratorOperation)?.Symbol;
    }

    private static bool IsImported(ILocalSymbol local, IOperation creation)
    {
        var body = creation;
        while (body.Parent is { } parent)
            body = parent;
        return body.Descendants().Any(operation =>
            operation is IInvocationOperation { Instance: ILocalReferenceOperation reference } call
            && SymbolEqualityComparer.Default.Equals(reference.Local, local)
            && (call.TargetMethod.Name.StartsWith("Import", StringComparison.Ordinal) || call.TargetMethod.Name == "FromXmlString"));
    }
}
