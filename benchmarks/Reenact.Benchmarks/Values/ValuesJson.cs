using System.Text.Json.Serialization;

namespace Reenact.Benchmarks.Values;

/// <summary>System.Text.Json's source-generated serializers of the same types; enums by name, as recordings have them.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(List<Line>))]
[JsonSerializable(typeof(List<int>))]
[JsonSerializable(typeof(List<string>))]
internal sealed partial class ValuesJson : JsonSerializerContext;
