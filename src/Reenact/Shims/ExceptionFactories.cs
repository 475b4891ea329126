using System.Collections.Concurrent;
using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>Makes exceptions of recorded types again, without reflection. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ExceptionFactories
{
    private static readonly ConcurrentDictionary<string, Func<string, Exception?, Exception>> Factories = new(StringComparer.Ordinal);

    /// <summary>Adds a factory; emitted code does so for types that its compilation throws or catches. The first one for a name stays.</summary>
    /// <param name="type">The type's full name, as <see cref="Type.FullName"/> gives it.</param>
    /// <param name="factory">Makes one from a message and the inner exception.</param>
    public static void Add(string type, Func<string, Exception?, Exception> factory) => Factories.TryAdd(type, factory);

    internal static bool TryCreate(string type, string message, Exception? inner, out Exception exception)
    {
        if (Factories.TryGetValue(type, out var factory))
        {
            exception = factory(message, inner);
            return true;
        }

        exception = null!;
        return false;
    }
}
