using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>Emits how a class or struct is written: a map from member names to values.</summary>
internal sealed class ObjectWriteEmitter(SourceWriter source, ObjectCodecModel model)
{
    public void Emit()
    {
        if (model.IsReference)
        {
            source.Line("if (!Members.TryBeginWrite(ref writer, value, context))");
            source.Indented("return;");
            source.Line();
        }

        if (model.IsUnsealed)
        {
            source.Line($"if (value.GetType() != typeof({model.Type}))");
            source.Indented($"throw {Emitted.Shims}ValueMembers.WouldBeLost(value, {CodecEmitter.Literal(model.TypeName)});");
            source.Line();
        }

        if (!model.IsReference)
            source.Line("Members.BeginWrite(ref writer, context);");

        if (model.Discriminator is { } discriminator)
        {
            source.Line("Members.WriteName(ref writer, 0);");
            source.Line(discriminator.Text is { } text ? $"writer.WriteString({CodecEmitter.Utf8(text)});" : $"writer.Write({discriminator.Number});");
        }

        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            source.Line($"Members.WriteName(ref writer, {model.FirstMember + i});");
            source.Line($"{member.Codec}.Write(ref writer, value.{member.Name}, context);");
        }

        source.Line("context.Leave();");
    }
}
