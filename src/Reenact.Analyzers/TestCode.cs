using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers;

/// <summary>Tells tests from other code.</summary>
internal static class TestCode
{
    private static readonly HashSet<string> Frameworks = new(StringComparer.Ordinal) { "Xunit", "NUnit", "TUnit", "VisualStudio" };

    /// <summary>Whether the code stands in a class that declares tests of a known framework, or within such a class.</summary>
    public static bool Contains(ISymbol member)
    {
        for (var type = member as INamedTypeSymbol ?? member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.GetMembers().Any(static each => each is IMethodSymbol { MethodKind: MethodKind.Ordinary } && IsTest(each)))
                return true;
        }

        return false;
    }

    private static bool IsTest(ISymbol method) => method.GetAttributes().Any(static data => IsTestAttribute(data.AttributeClass));

    /// <summary>Such attributes derive from those of a framework, or are called like them.</summary>
    private static bool IsTestAttribute(INamedTypeSymbol? attribute)
    {
        for (var at = attribute; at is not null; at = at.BaseType)
        {
            if (at.Name is "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestCaseAttribute" or "TestCaseSourceAttribute" or "TestMethodAttribute"
                && IsOfFramework(at.ContainingNamespace))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>Xunit</c>, <c>NUnit.Framework</c>, <c>TUnit.Core</c>, <c>Microsoft.VisualStudio.TestTools.UnitTesting</c></summary>
    private static bool IsOfFramework(INamespaceSymbol? space)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (Frameworks.Contains(space.Name))
                return true;
        }

        return false;
    }
}
