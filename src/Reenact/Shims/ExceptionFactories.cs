using System.Collections.Concurrent;
using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>Makes exceptions of recorded types again, without reflection. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ExceptionFactories
{
    private static readonly ConcurrentDictionary<string, Func<ExceptionParts, Exception>> Factories = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Action<Exception, ExceptionParts>> Descriptions = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> NotMade = new(StringComparer.Ordinal);

    /// <summary>Adds a factory; emitted code does so for types that its compilation throws or catches. The first one for a name stays.</summary>
    /// <param name="type">The type's full name, as <see cref="Type.FullName"/> gives it.</param>
    /// <param name="factory">Makes one from a message and the inner exception.</param>
    public static void Add(string type, Func<string, Exception?, Exception> factory) => Factories.TryAdd(type, parts => factory(parts.Message, parts.Inner));

    /// <summary>Adds a factory that may take more than a message and an inner exception. The first one for a name stays.</summary>
    /// <param name="type">The type's full name, as <see cref="Type.FullName"/> gives it.</param>
    /// <param name="factory">Makes one from what is recorded of it.</param>
    /// <param name="describe">Adds its properties to what is recorded of it; null when it has none.</param>
    public static void Add(string type, Func<ExceptionParts, Exception> factory, Action<Exception, ExceptionParts>? describe = null)
    {
        if (Factories.TryAdd(type, factory) && describe is not null)
        {
            Descriptions.TryAdd(type, describe);
        }
    }

    /// <summary>Says that code catches a type which can't be made: a replay that would have to says so.</summary>
    /// <param name="type">The type's full name, as <see cref="Type.FullName"/> gives it.</param>
    /// <param name="reason">Why not, as the end of a sentence that begins with the type.</param>
    public static void AddCaught(string type, string reason) => NotMade.TryAdd(type, reason);

    internal static bool TryCreate(string type, ExceptionParts parts, out Exception exception)
    {
        exception = null!;
        if (!Factories.TryGetValue(type, out var factory))
        {
            return false;
        }

        try
        {
            exception = factory(parts);
            return true;
        }
        catch (Exception)
        {
            return false; // A constructor that refuses what is recorded, which other code may have written.
        }
    }

    internal static void Describe(Exception exception, ExceptionParts parts)
    {
        if (!Descriptions.IsEmpty && exception.GetType().FullName is { } type && Descriptions.TryGetValue(type, out var describe))
        {
            describe(exception, parts);
        }
    }

    /// <summary>Why a type that code catches can't be made; null when it can, or nothing is known of such a catch.</summary>
    internal static string? WhyNotMade(string type) => NotMade.GetValueOrDefault(type);
}
