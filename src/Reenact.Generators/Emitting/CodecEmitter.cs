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

    /// <summary>A name in recordings, as UTF-8.</summary>
    public static string Utf8(string name) => SymbolDisplay.FormatLiteral(name, quote: true) + "u8";

    /// <summary>The condition that the name that was read is this one.</summary>
    public static string IsName(string recordedName) => $"global::System.MemoryExtensions.SequenceEqual(member, {Utf8(recordedName)})";
}
