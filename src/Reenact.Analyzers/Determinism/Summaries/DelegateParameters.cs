using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>Finds the parameters whose delegates a member calls, keeps or hands on.</summary>
internal static class DelegateParameters
{
    public static IReadOnlyList<string> Of(AnalyzedProject project, ISymbol member, CancellationToken cancellationToken)
    {
        if (member is not IMethodSymbol method)
            return [];
        List<string> taken = [.. method.Parameters.Where(static parameter => parameter.Type.TypeKind == TypeKind.Delegate).Select(static parameter => parameter.Name)];
        if (taken.Count == 0 || project.Scanner.IsStopped(method) || MayBeAnything(method) || project.Members.KeyOf(method) is not { } key)
            return project.Scanner.IsStopped(method) ? [] : taken;
        var used = project.Cache.Get(key, cancellationToken).ParameterUses
            .Where(use => use.HandedTo is not { } parameter || project.Scanner.Summaries.Calls(parameter, cancellationToken));
        return [.. taken.Intersect(used.Select(static use => use.Name), StringComparer.Ordinal)];
    }

    /// <summary>Other code may run instead, or there is none to look at, or all members of the type see the parameter.</summary>
    private static bool MayBeAnything(IMethodSymbol method) =>
        method.IsAbstract || method.IsExtern || method.ContainingType.TypeKind == TypeKind.Interface || new MemberUse(method, method.ContainingType).MayRunOverridesOf(method)
        || method.FirstDeclaration() is null or TypeDeclarationSyntax or AccessorDeclarationSyntax { Body: null, ExpressionBody: null };
}
