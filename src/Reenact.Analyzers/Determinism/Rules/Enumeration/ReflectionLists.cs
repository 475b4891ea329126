using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>Members of reflection that list types and members, whose order is documented to be none.</summary>
internal static class ReflectionLists
{
    public static bool IsOne(ISymbol member) => member.Name switch
    {
        "GetMembers" or "GetMethods" or "GetProperties" or "GetFields" or "GetConstructors" or "GetEvents" or "GetNestedTypes" or "GetInterfaces"
            or "GetMember" or "FindMembers" or "FindInterfaces" or "GetDefaultMembers" => IsIn(member, "Type", "System"),
        "DeclaredMembers" or "DeclaredMethods" or "DeclaredProperties" or "DeclaredFields" or "DeclaredConstructors" or "DeclaredEvents"
            or "DeclaredNestedTypes" or "ImplementedInterfaces" or "GetDeclaredMethods" => IsIn(member, "TypeInfo", "System.Reflection"),
        "GetRuntimeMethods" or "GetRuntimeProperties" or "GetRuntimeFields" or "GetRuntimeEvents" =>
            IsIn(member, "RuntimeReflectionExtensions", "System.Reflection"),
        "GetTypes" => IsIn(member, "Assembly", "System.Reflection") || IsIn(member, "Module", "System.Reflection"),
        "GetExportedTypes" or "GetForwardedTypes" or "GetReferencedAssemblies" or "GetModules" or "GetLoadedModules" or "ExportedTypes" or "DefinedTypes"
            or "Modules" => IsIn(member, "Assembly", "System.Reflection"),
        "GetAssemblies" => IsIn(member, "AppDomain", "System"),
        _ => false,
    };

    private static bool IsIn(ISymbol member, string type, string space) =>
        member.ContainingType is { } containing && containing.Name == type && TypeNames.Namespace(containing) == space;
}
