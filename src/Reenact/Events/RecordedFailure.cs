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

    /// <summary>The exception that caused it.</summary>
    public RecordedFailure? Inner { get; internal init; }
}
