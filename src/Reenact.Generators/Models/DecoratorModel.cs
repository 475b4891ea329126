namespace Reenact.Generators.Models;

/// <summary>A class that records the calls of an interface.</summary>
/// <param name="Type">The class.</param>
/// <param name="Constructor">The class's own name, without type parameters.</param>
/// <param name="Interface">In code.</param>
/// <param name="InterfaceName">For people.</param>
/// <param name="Inner">The name of the field that holds what calls are passed on to.</param>
/// <param name="Resolved">The name of the nested class that containers make; empty where the decorator is not generic.</param>
/// <param name="OpenInterface">The interface in code, without type arguments: <c>IRepository&lt;&gt;</c>; empty where the decorator is not generic.</param>
/// <param name="OpenSelf">The same of the decorator.</param>
/// <param name="Members">What implements the interface.</param>
internal sealed record DecoratorModel(
    ContainingTypeModel Type,
    string Constructor,
    string Interface,
    string InterfaceName,
    string Inner,
    string Resolved,
    string OpenInterface,
    string OpenSelf,
    EquatableArray<DecoratorMemberModel> Members);
