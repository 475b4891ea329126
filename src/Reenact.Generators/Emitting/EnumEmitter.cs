using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>Emits codecs of enums: a member's name, or the number of what has none.</summary>
internal static class EnumEmitter
{
    public static void EmitWrite(SourceWriter source, EnumCodecModel model)
    {
        source.Open("switch (value)");
        for (var i = 0; i < model.Members.Count; i++)
        {
            if (!model.Members[i].IsAlias)
                source.Line($"case {model.Type}.{model.Members[i].Name}: Members.WriteName(ref writer, {i}); break;");
        }

        source.Line($"default: writer.Write(({model.UnderlyingType})value); break;");
        source.Close();
    }

    public static void EmitRead(SourceWriter source, EnumCodecModel model)
    {
        source.Line($"if ({Emitted.Shims}ValueMembers.IsNumber(ref reader))");
        source.Indented($"return ({model.Type})reader.{model.ReaderMethod}();");
        source.Line();
        source.Open($"switch (Members.ReadName(ref reader, {CodecEmitter.Literal(model.TypeName)}))");
        for (var i = 0; i < model.Members.Count; i++)
            source.Line($"case {i}: return {model.Type}.{model.Members[i].Name};");

        source.Line("default: return default;");
        source.Close();
    }
}
