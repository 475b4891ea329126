using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Reenact.Shims;

/// <summary>The decorators that were emitted for <c>[assembly: RecordInterface]</c>, by interface. Filled by emitted code. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordedInterfaces
{
    private static readonly ConcurrentDictionary<Type, OpenDecorator> Open = new();

    /// <summary>Adds the decorator of an interface. The first one stays.</summary>
    /// <param name="decorate">Makes a decorator around an inner service.</param>
    public static void Add<T>(Func<InnerService<T>, T> decorate)
        where T : class => Interlocked.CompareExchange(ref Of<T>.Decorate, decorate, null);

    /// <summary>Finds the decorator of an interface; null where none was emitted.</summary>
    public static Func<InnerService<T>, T>? Find<T>()
        where T : class => Of<T>.Decorate;

    /// <summary>Adds the decorator of an open generic interface. The first one stays.</summary>
    /// <param name="contract">The interface, open.</param>
    /// <param name="decorator">
    /// A class that implements it, open, with the interface's type parameters and a constructor that takes an
    /// <see cref="InnerService{T}"/> of the interface.
    /// </param>
    public static void AddOpen(Type contract, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type decorator) =>
        Open.TryAdd(contract, new OpenDecorator(decorator));

    /// <summary>Finds the decorator of an open generic interface; null where none was emitted.</summary>
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    public static Type? FindOpen(Type contract) => Open.TryGetValue(contract, out var found) ? found.Type : null;

    private static class Of<T>
        where T : class
    {
        public static Func<InnerService<T>, T>? Decorate;
    }

    private sealed class OpenDecorator([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type)
    {
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
        public Type Type { get; } = type;
    }
}
