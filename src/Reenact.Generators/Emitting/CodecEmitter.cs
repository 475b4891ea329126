using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Emitting;

/// <summary>Emits the file of one codec.</summary>
internal static class CodecEmitter
{
    private const string Writer = "ref global::MessagePack.MessagePackWriter writer";
    private const string Reader = "ref global::MessagePack.MessagePackReader reader";

    public static string Emit(ValueCodecModel model)
    {
        var source = new SourceWriter($"writes and reads {model.TypeName}");
        source.Open("namespace " + EmittedCodecs.Namespace);
        source.Line(Emitted.GeneratedCode);
        source.Open($"internal struct {model.Name} : global::Reenact.IValueCodec<{model.Type}>");
        source.Line($"private static readonly {Emitted.Shims}MemberNames Members = new({string.Join(", ", RecordedNames(model).Select(Literal))});");
        source.Line();
        source.Open($"public static void Write({Writer}, {model.Type} value, global::Reenact.ValueWriteContext context)");
        if (model is ObjectCodecModel writtenObject)
            new ObjectWriteEmitter(source, writtenObject).Emit();
        else
            EnumEmitter.EmitWrite(source, (EnumCodecModel)model);

        source.Close();
        source.Line();
        source.Open($"public static {model.Type} Read({Reader}, global::Reenact.ValueReadContext context)");
        if (model is ObjectCodecModel readObject)
        {
            new ObjectReadEmitter(source, readObject).Emit();
            source.Close();
            AccessorEmitter.Emit(source, readObject);
        }
        else
        {
            EnumEmitter.EmitRead(source, (EnumCodecModel)model);
            source.Close();
        }

        source.Close();
        source.Close();
        return source.ToString();
    }

    /// <summary>Text in code.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static IEnumerable<string> RecordedNames(ValueCodecModel model) => model is ObjectCodecModel { Members: var members }
        ? members.Select(static member => member.RecordedName)
        : ((EnumCodecModel)model).Members.Select(static member => member.RecordedName);
}
