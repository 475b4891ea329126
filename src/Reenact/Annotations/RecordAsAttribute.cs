namespace Reenact;

/// <summary>Records values of a type from elsewhere as values of another type, which can be recorded.</summary>
/// <typeparam name="T">The type from elsewhere.</typeparam>
/// <typeparam name="TRecorded">What stands in recordings: a record of your own, a string, a tuple.</typeparam>
/// <typeparam name="TConversion">Converts between both.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RecordAsAttribute<T, TRecorded, TConversion> : Attribute
    where TConversion : IRecordedAs<T, TRecorded>;
