using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>Emits how a class or struct is written: a map from member names to values.</summary>
internal sealed class ObjectWriteEmitter(SourceWriter source, ObjectCodecModel model)
{
    public void Emit()
    {
        if (model.IsReference)
        {
            source.Open("if (value is null)");
            source.Line("writer.WriteNil();");
            source.Line("return;");
            source.Close();
            source.Line();
        }

        if (model.IsUnsealed)
        {
            source.Open($"if (value.GetType() != typeof({model.Type}))");
            source.Line("throw new global::System.InvalidOperationException(");
            source.Indented($"$\"A {{value.GetType()}} was given where {model.TypeName} is recorded; its own members would be lost. Use the derived type in the signature, or write a codec that knows both and name it with [ValueCodec].\");");
            source.Close();
            source.Line();
        }

        source.Line("context.Enter();");
        source.Line($"writer.WriteMapHeader({model.Members.Count});");
        foreach (var member in model.Members)
        {
            source.Line($"writer.WriteString({CodecEmitter.Utf8(member.RecordedName)});");
            source.Line($"{member.Codec}.Write(ref writer, value.{member.Name}, context);");
        }

        source.Line("context.Leave();");
    }
}
