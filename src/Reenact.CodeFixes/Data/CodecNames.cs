using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.CodeFixes.Data;

/// <summary>Names codecs that are written for types.</summary>
internal static class CodecNames
{
    /// <summary><c>OwnerCodec</c> for <c>Owner</c> and <c>IOwner</c>, with a number where another type has that name.</summary>
    /// <returns>The name, and whether there is such a codec of the type already.</returns>
    public static (string Name, bool Exists) For(INamedTypeSymbol type, INamespaceOrTypeSymbol container, ProjectEdits edits)
    {
        var stem = type.TypeKind == TypeKind.Interface && type.Name.Length > 1 && type.Name[0] == 'I' && char.IsUpper(type.Name[1]) ? type.Name.Substring(1) : type.Name;
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? $"{stem}Codec" : $"{stem}Codec{number}";
            var others = container.GetTypeMembers(name);
            if (others.Any(other => IsCodecOf(other, type, edits.Compilation)))
                return (name, true);
            if (others.IsEmpty && edits.Take($"{container.ToDisplayString()}.{name}"))
                return (name, false);
        }
    }

    private static bool IsCodecOf(INamedTypeSymbol codec, INamedTypeSymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(codec.ContainingAssembly, compilation.Assembly)
        && codec.AllInterfaces.Any(contract =>
            SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, KnownTypes.Of(compilation).ValueCodec)
            && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], type));
}
