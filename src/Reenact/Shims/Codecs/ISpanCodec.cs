using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Writes what a span holds, and reads it as an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISpanCodec<T> : IValueCodec<T[]>
{
    /// <summary>Writes exactly one MessagePack value.</summary>
    static abstract void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<T> value, ValueWriteContext context);
}
