using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of a type that the code around it knows only as a type parameter: the one that emitted code registered.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RegisteredCodec<T> : IValueCodec<T>
{
    // Once found it stays; before that, an assembly that is loaded later can still bring it.
    private static ValueCodecs.Entry<T>? found;

    private static ValueCodecs.Entry<T> Codec => found ??= ValueCodecs.For<T>();

    /// <summary>Asks for the codec before it is needed.</summary>
    /// <exception cref="InvalidOperationException">No codec was registered for the type.</exception>
    internal static void Require() => _ = Codec;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No codec was registered for the type.</exception>
    public static void Write(ref MessagePackWriter writer, T value, ValueWriteContext context) => Codec.Write(ref writer, value, context);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No codec was registered for the type.</exception>
    public static T Read(ref MessagePackReader reader, ValueReadContext context) => Codec.Read(ref reader, context);
}
