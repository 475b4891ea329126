using System.Globalization;
using Reenact.Replaying;

namespace Reenact;

/// <summary>One entry of a plan: the calls that get another result than the recorded one, and which. Immutable.</summary>
public sealed class PlannedOverride
{
    private readonly Func<OverrideRequest, object?>? result;
    private readonly Func<Exception>? exception;

    private PlannedOverride(string? method, long? call, string what, Func<OverrideRequest, object?>? result, Func<Exception>? exception)
    {
        (Method, Call, What, this.result, this.exception) = (method, call, what, result, exception);
    }

    /// <summary>The name of the method whose calls it is for, as it was given; null where it is for one call.</summary>
    public string? Method { get; }

    /// <summary>The number of the event that starts the one recorded call that it is for; null where it is for a method.</summary>
    public long? Call { get; }

    /// <summary>What the calls get, for people: a value, a function, an exception.</summary>
    public string What { get; }

    /// <summary>Which calls get what.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Method ?? $"call {Call}"} = {What}");

    internal static PlannedOverride Of<T>(string? method, long? call, T value) =>
        new(method, call, OverrideText.Of(value), _ => value, exception: null);

    internal static PlannedOverride Of<T>(string? method, long? call, Func<OverriddenCall<T>, T> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new PlannedOverride(method, call, "(a function)", request => result(new OverriddenCall<T>(request)), exception: null);
    }

    internal static PlannedOverride Of(string? method, long? call, Func<Exception> exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new PlannedOverride(method, call, "(an exception)", result: null, exception);
    }

    /// <summary>The same for a method by its full name.</summary>
    internal PlannedOverride For(string method) => new(method, Call, What, result, exception);

    /// <summary>Makes what a call gets: a result, or what it fails with.</summary>
    internal object? Make(OverrideRequest request, out Exception? failure)
    {
        failure = exception is null
            ? null
            : exception() ?? throw new InvalidOperationException("The function of OverrideFailure gave null. Let it give the exception with which the call fails.");
        return failure is null ? result!(request) : null;
    }
}
