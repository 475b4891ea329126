namespace Reenact.Generators.Models;

/// <summary>A type that declares recorded methods.</summary>
/// <param name="Namespace">In code; empty for the global one.</param>
/// <param name="Declarations">Outermost first: <c>partial class Tools&lt;T&gt;</c>.</param>
/// <param name="FullName">As recordings have it, with arity: <c>Acme.Tools`1+Nested</c>.</param>
/// <param name="SelfInCode">How static members are reached: <c>global::Acme.Tools&lt;T&gt;</c>.</param>
/// <param name="IsStruct">Lambdas can't use its <c>this</c>.</param>
internal sealed record ContainingTypeModel(string Namespace, EquatableArray<string> Declarations, string FullName, string SelfInCode, bool IsStruct);
