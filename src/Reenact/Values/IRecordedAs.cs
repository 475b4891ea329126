namespace Reenact;

/// <summary>A pair of functions between a type from elsewhere and what recordings have of it.</summary>
/// <typeparam name="T">The type from elsewhere.</typeparam>
/// <typeparam name="TRecorded">What stands in recordings.</typeparam>
/// <remarks>Implement it on any type and name that in <see cref="RecordAsAttribute{T, TRecorded, TConversion}"/>. Members must be thread-safe.</remarks>
public interface IRecordedAs<T, TRecorded>
{
    /// <summary>Makes what is recorded of a value. It is not called for null.</summary>
    static abstract TRecorded ToRecorded(T value);

    /// <summary>Makes a value again. It is not called for null.</summary>
    /// <param name="recorded">What was recorded. A recording can be forged or older than the code.</param>
    static abstract T FromRecorded(TRecorded recorded);
}
