using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

namespace Reenact.Generators.Decorators;

/// <summary>Disposing of a decorator: passed on to what it made or was given, and not recorded.</summary>
internal static class DisposeMembers
{
    public static string NameOf(INamedTypeSymbol type) => type.Name == "IDisposable" ? "Dispose" : "DisposeAsync";

    public static DecoratorMemberModel Model(INamedTypeSymbol type, string inner) => type.Name == "IDisposable"
        ? new PlainMemberModel("public void Dispose()", $"((global::System.IDisposable){inner}.Close())?.Dispose();")
        : new PlainMemberModel(
            "public global::System.Threading.Tasks.ValueTask DisposeAsync()",
            $"return ((global::System.IAsyncDisposable){inner}.Close())?.DisposeAsync() ?? default;");
}
