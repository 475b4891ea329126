using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Reenact.Shims;

namespace Reenact.Tests.Values;

/// <summary>A type that only its library can serialize, as far as the tests are concerned.</summary>
internal sealed record JsonMessage(string Role, string Text, IReadOnlyList<double> Scores);

[JsonSerializable(typeof(JsonMessage))]
internal sealed partial class JsonMessageContext : JsonSerializerContext;

internal readonly struct JsonMessages : IJsonTypeSource<JsonMessage>
{
    public static JsonTypeInfo<JsonMessage> TypeInfo => JsonMessageContext.Default.JsonMessage;
}
