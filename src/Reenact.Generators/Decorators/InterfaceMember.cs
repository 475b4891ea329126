using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Decorators;

/// <summary>A member that a decorator implements.</summary>
/// <param name="Symbol">A method that is no accessor, a property, or an event.</param>
/// <param name="IsExplicit">Another member of the decorator has its name and signature already.</param>
/// <param name="IsAmbiguous">An inherited interface has another member of its name, so it is called through its own interface.</param>
internal sealed record InterfaceMember(ISymbol Symbol, bool IsExplicit, bool IsAmbiguous);
