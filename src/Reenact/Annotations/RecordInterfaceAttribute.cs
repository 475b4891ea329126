namespace Reenact;

/// <summary>
/// Makes the compiler emit a class that implements an interface, records the calls of it and, on replay, serves them. As
/// <see cref="RecordInterfaceAttribute{TInterface}"/>, and for open generic interfaces too: <c>typeof(IRepository&lt;&gt;)</c> gives
/// <c>RecordedRepository&lt;T&gt;</c>.
/// </summary>
/// <param name="recordedInterface">The interface.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RecordInterfaceAttribute(Type recordedInterface) : Attribute
{
    /// <summary>The interface.</summary>
    public Type RecordedInterface { get; } = recordedInterface;

    /// <summary>What is called; a service unless said.</summary>
    public CallKind Kind { get; set; } = CallKind.Service;

    /// <summary>
    /// What stands before a member's name in recordings. Without it, the full name of the interface that declares the member:
    /// <c>Acme.IFlightApi</c>. Give one to keep recordings valid when the interface is renamed.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Says that no recorded or replayed method is called while a member of the interface runs, which makes recording cheaper.
    /// A call that happens all the same throws <see cref="InvalidOperationException"/>.
    /// </summary>
    public bool Leaf { get; set; }
}
