namespace Reenact.Generators.Models;

/// <summary>A type that codecs of its private types are nested in.</summary>
/// <param name="Type">The type.</param>
/// <param name="Names">The names of the type and those around it in code, outermost first.</param>
/// <param name="Reachable">How many of these code outside can name.</param>
/// <param name="IsGeneric">It or one around it has type parameters, so that nothing outside can register its codecs.</param>
internal sealed record HostModel(ContainingTypeModel Type, EquatableArray<string> Names, int Reachable, bool IsGeneric);
