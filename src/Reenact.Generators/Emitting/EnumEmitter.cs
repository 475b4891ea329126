using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>Emits codecs of enums: a member's name, or the number of what has none.</summary>
internal static class EnumEmitter
{
    public static void EmitWrite(SourceWriter source, EnumCodecModel model)
    {
        source.Open("switch (value)");
        foreach (var member in model.Members)
        {
            if (!member.IsAlias)
            {
                source.Line($"case {model.Type}.{member.Name}:");
                source.Indented($"writer.WriteString({CodecEmitter.Utf8(member.RecordedName)});");
                source.Indented("break;");
            }
        }

        source.Line("default:");
        source.Indented($"writer.Write(({model.UnderlyingType})value);");
        source.Indented("break;");
        source.Close();
    }

    public static void EmitRead(SourceWriter source, EnumCodecModel model)
    {
        source.Line("if (reader.NextMessagePackType == global::MessagePack.MessagePackType.Integer)");
        source.Indented($"return ({model.Type})reader.{model.ReaderMethod}();");
        source.Line();
        source.Line($"var member = {Emitted.Shims}ValueMembers.ReadName(ref reader);");
        foreach (var member in model.Members)
        {
            source.Line($"if ({CodecEmitter.IsName(member.RecordedName)})");
            source.Indented($"return {model.Type}.{member.Name};");
        }

        source.Line();
        source.Line("throw new global::Reenact.ValueFormatException(");
        source.Indented($"\"'\" + global::System.Text.Encoding.UTF8.GetString(member) + \"' is no member of {model.TypeName}. If it was renamed, give it the old name with [RecordedName].\");");
    }
}
