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
        if (model is SensitiveMarkModel mark)
            return SensitiveMarkEmitter.Emit(mark);

        var source = new SourceWriter($"writes and reads {model.TypeName}");
        var host = model.Placement.Host?.Type;
        var space = host is null ? EmittedCodecs.Namespace : host.Namespace;
        if (space.Length > 0)
            source.Open("namespace " + space);

        foreach (var declaration in host?.Declarations ?? EquatableArray<string>.Empty)
            source.Open(declaration);

        EmitStruct(source, model);
        foreach (var _ in host?.Declarations ?? EquatableArray<string>.Empty)
            source.Close();

        if (space.Length > 0)
            source.Close();

        return source.ToString();
    }

    private static void EmitStruct(SourceWriter source, ValueCodecModel model)
    {
        var place = model.Placement;
        var interfaces = $"global::Reenact.IValueCodec<{model.Type}>" + (model is JsonCodecModel json ? JsonCodecEmitter.Interface(json) : "");
        source.Line(Emitted.GeneratedCode);
        source.Open($"{place.Accessibility} struct {model.Name}{place.TypeParameters} : {interfaces}{string.Concat(place.Constraints.Select(static each => " " + each))}");
        if (model is ObjectCodecModel or EnumCodecModel)
        {
            source.Line($"private static readonly {Emitted.Shims}MemberNames Members = new({string.Join(", ", RecordedNames(model).Select(Literal))});");
            source.Line();
        }

        source.Open($"public static void Write({Writer}, {model.Type} value, global::Reenact.ValueWriteContext context)");
        EmitWrite(source, model);
        source.Close();
        source.Line();
        source.Open($"public static {model.Type} Read({Reader}, global::Reenact.ValueReadContext context)");
        EmitRead(source, model);
        source.Close();
        EmitMore(source, model);
        source.Close();
    }

    private static void EmitWrite(SourceWriter source, ValueCodecModel model)
    {
        switch (model)
        {
            case ObjectCodecModel members:
                new ObjectWriteEmitter(source, members).Emit();
                break;
            case EnumCodecModel members:
                EnumEmitter.EmitWrite(source, members);
                break;
            case UnionCodecModel union:
                UnionEmitter.EmitWrite(source, union);
                break;
            case JsonCodecModel json:
                JsonCodecEmitter.EmitWrite(source, json);
                break;
        }
    }

    private static void EmitRead(SourceWriter source, ValueCodecModel model)
    {
        switch (model)
        {
            case ObjectCodecModel { Unreadable.Length: > 0 } unreadable:
                source.Line($"throw new global::Reenact.ValueFormatException({Literal(unreadable.Unreadable)});");
                break;
            case ObjectCodecModel members:
                new ObjectReadEmitter(source, members).Emit();
                break;
            case EnumCodecModel members:
                EnumEmitter.EmitRead(source, members);
                break;
            case UnionCodecModel union:
                UnionEmitter.EmitRead(source, union);
                break;
            case JsonCodecModel json:
                JsonCodecEmitter.EmitRead(source, json);
                break;
        }
    }

    /// <summary>What a codec needs beside <c>Write</c> and <c>Read</c>.</summary>
    private static void EmitMore(SourceWriter source, ValueCodecModel model)
    {
        switch (model)
        {
            case ObjectCodecModel { Unreadable.Length: 0 } members:
                AccessorEmitter.Emit(source, members);
                break;
            case UnionCodecModel union:
                foreach (var each in union.Cases)
                {
                    if (each.Object is not { } members)
                        continue;

                    source.Line();
                    EmitStruct(source, members);
                }

                break;
            case JsonCodecModel json:
                JsonCodecEmitter.EmitTypeInfo(source, json);
                break;
        }
    }

    /// <summary>Text in code.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Text in code, as UTF-8.</summary>
    public static string Utf8(string text) => Literal(text) + "u8";

    private static IEnumerable<string> RecordedNames(ValueCodecModel model) => model is ObjectCodecModel { Members: var members } whole
        ? (whole.Discriminator is { } discriminator ? [discriminator.Name] : Array.Empty<string>()).Concat(members.Select(static member => member.RecordedName))
        : ((EnumCodecModel)model).Members.Select(static member => member.RecordedName);
}
