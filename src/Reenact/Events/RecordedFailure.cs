using System.Collections.ObjectModel;

namespace Reenact.Events;

/// <summary>An exception as a recording has it. Immutable.</summary>
public sealed record RecordedFailure
{
    internal static readonly RecordedFailure None = new();

    internal RecordedFailure()
    {
    }

    /// <summary>The full name of its type.</summary>
    public string Type { get; internal init; } = "";

    /// <summary>Its message.</summary>
    public string Message { get; internal init; } = "";

    /// <summary>A number or text by which programs tell failures apart, such as an HTTP status; nil when there is none.</summary>
    public RecordedValue Code { get; internal init; }

    /// <summary>Whether it is a cancellation.</summary>
    public bool Canceled { get; internal init; }

    /// <summary>The entries of its data, a map; nil when there are none.</summary>
    public RecordedValue Data { get; internal init; }

    /// <summary>The exception that caused it; of an <see cref="AggregateException"/>, the first one inside.</summary>
    public RecordedFailure? Inner { get; internal init; }

    /// <summary>Its <see cref="Exception.HResult"/>; null in recordings of older writers.</summary>
    public int? HResult { get; internal init; }

    /// <summary>What it said beyond its message, as text by name: <c>paramName</c>, <c>fileName</c>, properties of the agent's own types.</summary>
    public IReadOnlyDictionary<string, string?> Properties { get; internal init; } = ReadOnlyDictionary<string, string?>.Empty;

    /// <summary>Of an <see cref="AggregateException"/>, the exceptions inside after the first.</summary>
    public IReadOnlyList<RecordedFailure> FurtherInner { get; internal init; } = [];

    /// <summary>The full names of its base types, nearest first, up to the first of the framework; none for a type of the framework.</summary>
    public IReadOnlyList<string> BaseTypes { get; internal init; } = [];
}
