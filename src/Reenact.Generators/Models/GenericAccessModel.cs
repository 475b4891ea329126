namespace Reenact.Generators.Models;

/// <summary>
/// How to reach a hidden member of a closed generic type: an accessor in a class with the type parameters of the type that declares it.
/// </summary>
/// <param name="Parameters">The type parameters: <c>&lt;T&gt;</c>.</param>
/// <param name="Arguments">What stands for them: <c>&lt;int&gt;</c>.</param>
/// <param name="Constraints">The clauses of the type parameters.</param>
/// <param name="Target">The declaring type with its type parameters, in code.</param>
/// <param name="Type">The member's type with them.</param>
internal sealed record GenericAccessModel(string Parameters, string Arguments, EquatableArray<string> Constraints, string Target, string Type);
