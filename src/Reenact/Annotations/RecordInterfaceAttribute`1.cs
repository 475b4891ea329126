namespace Reenact;

/// <summary>
/// Makes the compiler emit a class that implements an interface, records the calls of it and, on replay, serves them:
/// <c>RecordedFlightApi</c> for <c>IFlightApi</c>, in the interface's namespace. For interfaces whose implementations one doesn't
/// own. While recording it passes calls on to an inner instance; on replay it needs none.
/// </summary>
/// <typeparam name="TInterface">The interface. An open generic one is named with <see cref="RecordInterfaceAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RecordInterfaceAttribute<TInterface> : Attribute
    where TInterface : class
{
    /// <inheritdoc cref="RecordInterfaceAttribute.Kind"/>
    public CallKind Kind { get; set; } = CallKind.Service;

    /// <inheritdoc cref="RecordInterfaceAttribute.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="RecordInterfaceAttribute.Leaf"/>
    public bool Leaf { get; set; }
}
