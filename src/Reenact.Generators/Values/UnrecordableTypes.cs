using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Types that can't be recorded whatever their members are, and why.</summary>
internal static class UnrecordableTypes
{
    private const string LeaveOut = "leave it out with [IgnoreRecorded]";

    /// <summary>Why a type for which the runtime has no codec can't get one; null when it can, as far as its members allow.</summary>
    public static ValueReference? Explain(ITypeSymbol type)
    {
        var name = TypeNames.Short(type);
        switch (type.TypeKind)
        {
            case TypeKind.Error:
                return new ValueReference("", [], new ValueFailure("", $"is a {name}, which does not exist", "Reference or declare it", Unresolved: true));
            case TypeKind.TypeParameter:
                return Fail($"is of the type parameter {name}, which allows ref structs, and those can't be kept", "Take 'allows ref struct' away");
            case TypeKind.Dynamic:
                return Fail("is dynamic, so nothing says what it holds", "Use a class or record with typed members, or JsonElement");
            case TypeKind.Pointer or TypeKind.FunctionPointer:
                return Fail("is a pointer, which means nothing in another process", "Pass the data it points to");
            case TypeKind.Delegate:
                return Fail($"is the delegate {name}; code can't be recorded", $"Pass data instead, or {LeaveOut}");
        }

        if (type is not INamedTypeSymbol named)
            return Fail($"is a {name}, which has no codec", $"Use another type, or {LeaveOut}");

        return ExplainFile(named, name) ?? ExplainNamed(named, name);
    }

    private static ValueReference? ExplainFile(INamedTypeSymbol type, string name)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsFileLocal)
                return Fail($"is a {name}, which is local to its file, so emitted code can't name it", "Make it internal or public");
        }

        return null;
    }

    private static ValueReference? ExplainNamed(INamedTypeSymbol type, string name)
    {
        if (type.TypeKind == TypeKind.Enum)
            return null;

        if (type.SpecialType == SpecialType.System_Object)
            return Fail("is an object, so nothing says what it holds", "Use a type with members, or JsonElement");

        if (type.IsRefLikeType)
            return Fail($"is the ref struct {name}, which can't be kept", "Use an array or a ReadOnlyMemory");

        if ((ExplainWellKnown(type, name) ?? FrameworkTypes.Explain(type, name)) is { } wellKnown)
            return wellKnown;

        if (Implements(type, "System.Linq.IQueryable"))
            return Fail($"is a {name}, a query that runs elsewhere, and again each time it is read", "Call ToList on it, and use the list");

        if (Implements(type, "System.Collections.Generic.IEnumerable`1") || Implements(type, "System.Collections.IEnumerable"))
        {
            return Fail(
                $"is a {name}, a collection that has no codec",
                "Use an array, a List, a Dictionary or another common collection, or write a codec and name it with [ValueCodec]");
        }

        if (Implements(type, "System.IDisposable") || Implements(type, "System.IAsyncDisposable"))
            return Fail($"is a {name}, which is disposable: it holds a resource rather than data", $"Pass the data it gives, or {LeaveOut}");

        if (IsFramework(type))
            return Fail($"is a {name}, a framework type that has no codec", $"Pass the data it holds in a type of your own, or {LeaveOut}");

        if (type.TypeKind == TypeKind.Interface)
            return Fail($"is the interface {name}, so nothing says how to make one again", $"Use a class or record, list its types with [RecordedUnion] on {name}, or write a codec and name it with [ValueCodec] on {name}, or {LeaveOut}");

        if (type.IsStatic)
            return Fail($"is the static class {name}", "Use a type that has values");

        if (type.IsAbstract)
            return Fail($"is the abstract class {name}, so nothing says which type to make again", $"Use a concrete type, list its types with [RecordedUnion] on {name}, or write a codec and name it with [ValueCodec] on {name}");

        return type.IsAnonymousType ? Fail("is an anonymous type, which emitted code can't name", "Use a record") : null;
    }

    private static ValueReference? ExplainWellKnown(INamedTypeSymbol type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            switch (at.Name)
            {
                case "Stream" when TypeNames.Namespace(at) == "System.IO":
                    return Fail($"is a {name}, which is read once and is gone", $"Use byte[] or ReadOnlyMemory<byte>, or {LeaveOut}");
                case "Type" when TypeNames.Namespace(at) == "System":
                    return Fail($"is a {name}, which emitted code can't make again without reflection", $"Pass its name as a string, or {LeaveOut}");
                case "Exception" when TypeNames.Namespace(at) == "System":
                    return Fail($"is the exception {name}, which can't be made again from its members", $"Throw it, pass its message, or {LeaveOut}");
                case "Task" when TypeNames.Namespace(at) == "System.Threading.Tasks":
                    return Fail($"is a {name}; only what it results in can be recorded", $"Await it first, or {LeaveOut}");
            }
        }

        return null;
    }

    private static bool Implements(INamedTypeSymbol type, string contract) =>
        TypeNames.Declaration(type.OriginalDefinition) == contract
        || type.AllInterfaces.Any(each => TypeNames.Declaration(each.OriginalDefinition) == contract);

    private static bool IsFramework(INamedTypeSymbol type)
    {
        if (!type.DeclaringSyntaxReferences.IsEmpty)
            return false;

        var space = TypeNames.Namespace(type);
        return space == "System" || space.StartsWith("System.", StringComparison.Ordinal);
    }

    private static ValueReference Fail(string reason, string remedy) => ValueReference.Fail(reason, remedy);
}
