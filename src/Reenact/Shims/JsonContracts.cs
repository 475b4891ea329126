using System.ComponentModel;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Reenact.Shims;

/// <summary>Finds the contracts that <see cref="JsonCodecAttribute{T}"/> asks for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonContracts
{
    /// <summary>The contract of a type in a source-generated context.</summary>
    /// <exception cref="InvalidOperationException">The context has none.</exception>
    public static JsonTypeInfo<T> Of<T>(JsonSerializerContext context) =>
        context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new InvalidOperationException(
            $"{context.GetType()} has no contract for {typeof(T)}, which [assembly: JsonCodec] names it for. Add [JsonSerializable(typeof({typeof(T).Name}))] to it.");
}
