using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Exceptions;

/// <summary>Finds exception types that code throws or catches and that emitted code can make again.</summary>
internal static class ExceptionTypes
{
    /// <summary>Whether a node names an exception type: <c>throw new X(…)</c> or <c>catch (X …)</c>.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is
        ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax }
        or ThrowExpressionSyntax { Expression: ObjectCreationExpressionSyntax }
        or CatchDeclarationSyntax;

    /// <summary>Reads what <see cref="IsCandidate"/> found; null for types the runtime knows itself and for those that can't be made.</summary>
    public static ExceptionModel? Read(SyntaxNode node, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var syntax = node switch
        {
            ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax creation } => creation.Type,
            ThrowExpressionSyntax { Expression: ObjectCreationExpressionSyntax creation } => creation.Type,
            CatchDeclarationSyntax declaration => declaration.Type,
            _ => null,
        };
        return syntax is not null && semantics.GetSymbolInfo(syntax, cancellationToken).Symbol is INamedTypeSymbol type
            ? Read(type, semantics.Compilation)
            : null;
    }

    private static ExceptionModel? Read(INamedTypeSymbol type, Compilation compilation)
    {
        if (IsKnownToRuntime(type)
            || type.IsAbstract
            || ContainingTypes.Outwards(type).Any(static each => each.IsGenericType || each.IsFileLocal)
            || !IsException(type)
            || !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
        {
            return null;
        }

        ExceptionConstructor? best = null;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (FormOf(constructor) is { } form && !(best < form) && compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly))
                best = form;
        }

        return best is { } found && !HasRequiredMembers(type)
            ? new ExceptionModel(TypeNames.Declaration(type), TypeNames.InCode(type), found)
            : null;
    }

    private static bool IsKnownToRuntime(INamedTypeSymbol type)
    {
        var space = TypeNames.Namespace(type);
        var assembly = type.ContainingAssembly?.Name ?? "";
        return space == "System"
            || space.StartsWith("System.", StringComparison.Ordinal)
            || assembly.StartsWith("System.", StringComparison.Ordinal)
            || assembly == "Reenact";
    }

    private static bool IsException(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.Name == "Exception" && TypeNames.Namespace(at) == "System")
                return true;
        }

        return false;
    }

    private static ExceptionConstructor? FormOf(IMethodSymbol constructor)
    {
        var parameters = constructor.Parameters;
        if (parameters.Any(static parameter => parameter.RefKind != RefKind.None))
            return null;

        return parameters.Length switch
        {
            0 => ExceptionConstructor.Nothing,
            1 when parameters[0].Type.SpecialType == SpecialType.System_String => ExceptionConstructor.Message,
            2 when parameters[0].Type.SpecialType == SpecialType.System_String
                && parameters[1].Type is { Name: "Exception" } inner && TypeNames.Namespace(inner) == "System" => ExceptionConstructor.MessageAndInner,
            _ => null,
        };
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                return true;
        }

        return false;
    }
}
