using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;

namespace Reenact.Shims;

/// <summary>Names how a type's own library serializes it.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonTypeSource<T>
{
    /// <summary>The library's contract of the type, source-generated where trimming matters. Thread-safe.</summary>
    static abstract JsonTypeInfo<T> TypeInfo { get; }
}
