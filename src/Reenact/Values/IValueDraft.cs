namespace Reenact.Values;

/// <summary>Where a value is written to, as far as it is written: asked only when its writing fails.</summary>
internal interface IValueDraft
{
    /// <summary>How much is written, in bytes from where the value begins.</summary>
    int Length { get; }

    /// <summary>What is written.</summary>
    ReadOnlySpan<byte> Bytes { get; }

    /// <summary>What the value is called.</summary>
    string Name { get; }

    /// <summary>The names of the value's elements where it is the arguments of a call; null where it is one value.</summary>
    string[]? Parameters { get; }
}
