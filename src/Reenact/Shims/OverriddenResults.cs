using System.Collections.Concurrent;
using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>
/// What stands for a result where an adapter's shim returns something else than its caller gets, so that plans can give the caller's type. Filled
/// by adapters. Thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OverriddenResults
{
    private static readonly ConcurrentDictionary<(Type From, Type To), Conversion> Known = new();

    /// <summary>Adds a pair of types. The first conversion stays.</summary>
    /// <typeparam name="TGiven">What a plan gives, and the caller gets.</typeparam>
    /// <typeparam name="TResult">What the shim returns.</typeparam>
    /// <param name="toResult">Makes the shim's result.</param>
    /// <param name="toGiven">Makes the caller's.</param>
    public static void Add<TGiven, TResult>(Func<TGiven, TResult> toResult, Func<TResult, TGiven> toGiven)
        where TGiven : notnull
        where TResult : notnull
    {
        ArgumentNullException.ThrowIfNull(toResult);
        ArgumentNullException.ThrowIfNull(toGiven);
        Known.TryAdd((typeof(TGiven), typeof(TResult)), new Conversion(value => value is TGiven, given => toResult((TGiven)given)));
        Known.TryAdd((typeof(TResult), typeof(TGiven)), new Conversion(value => value is TResult, result => toGiven((TResult)result)));
    }

    /// <summary>Takes a value as another type: as it is, or converted.</summary>
    internal static bool TryConvert<T>(object? value, out T result)
    {
        if (value is T same)
        {
            result = same;
            return true;
        }

        result = default!;
        if (value is null)
        {
            return default(T) is null;
        }

        foreach (var ((_, to), conversion) in Known)
        {
            if (to == typeof(T) && conversion.Takes(value))
            {
                result = (T)conversion.Convert(value);
                return true;
            }
        }

        return false;
    }

    private sealed record Conversion(Func<object, bool> Takes, Func<object, object> Convert);
}
