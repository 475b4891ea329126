using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>Emits codecs of types that are recorded as their JSON. What another generator emits for them is named, not looked at.</summary>
internal static class JsonCodecEmitter
{
    public static void EmitWrite(SourceWriter source, JsonCodecModel model) =>
        source.Line($"{Codec(model)}.Write(ref writer, value, context);");

    public static void EmitRead(SourceWriter source, JsonCodecModel model) =>
        source.Line($"return {Codec(model)}.Read(ref reader, context);");

    public static void EmitTypeInfo(SourceWriter source, JsonCodecModel model)
    {
        var contract = $"global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{model.Type}>";
        source.Line();
        source.Line($"private static {contract}? typeInfo;");
        source.Line();
        source.Line($"public static {contract} TypeInfo => typeInfo ??= {Emitted.Shims}JsonContracts.Of<{model.Type}>({model.Context}.Default);");
    }

    public static string Interface(JsonCodecModel model) => $", {Emitted.Shims}IJsonTypeSource<{model.Type}>";

    private static string Codec(JsonCodecModel model) => $"{Emitted.Shims}JsonCodec<{model.Type}, {model.Name}>";
}
