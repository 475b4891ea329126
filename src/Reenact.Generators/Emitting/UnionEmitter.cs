using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>Emits codecs of unions: they choose among the codecs of the cases, which stand within.</summary>
internal static class UnionEmitter
{
    private const string Case = Emitted.Shims + "UnionCase";

    public static void EmitWrite(SourceWriter source, UnionCodecModel model)
    {
        source.Open("if (value is null)");
        source.Line("writer.WriteNil();");
        source.Line("return;");
        source.Close();
        source.Line();
        source.Line("var type = value.GetType();");
        for (var i = 0; i < model.Cases.Count; i++)
        {
            source.Line($"{(i > 0 ? "else " : "")}if (type == typeof({model.Cases[i].Type}))");
            source.Indented(Write(model.Cases[i]));
        }

        source.Line("else");
        source.Indented($"throw {Case}.NotListed(type, {CodecEmitter.Literal(model.TypeName)}, {CodecEmitter.Literal(model.Attribute)});");
    }

    public static void EmitRead(SourceWriter source, UnionCodecModel model)
    {
        source.Line("if (reader.TryReadNil())");
        source.Indented("return null!;");
        source.Line();
        source.Line($"var which = {Case}.Peek(reader, {CodecEmitter.Utf8(model.Discriminator)});");
        foreach (var each in model.Cases)
        {
            source.Line($"if ({Condition(each)})");
            source.Indented(each.Object is null
                ? $"return {Case}.ReadWrapped<{each.Type}, {each.Codec}>(ref reader, context);"
                : $"return {each.Name}.Read(ref reader, context);");
        }

        source.Line();
        source.Line($"throw which.Unknown({CodecEmitter.Literal(model.TypeName)}, {CodecEmitter.Literal(string.Join(", ", model.Cases.Select(Shown)))});");
    }

    private static string Write(UnionCaseModel each)
    {
        var value = $"({each.Type})(object)value";
        return each.Object is not null
            ? $"{each.Name}.Write(ref writer, {value}, context);"
            : $"{Case}.WriteWrapped<{each.Type}, {each.Codec}>(ref writer, {CodecEmitter.Utf8(each.Discriminator!.Name)}, {CaseLiteral(each.Discriminator)}, {value}, context);";
    }

    private static string Condition(UnionCaseModel each) => each.Discriminator is { } discriminator ? $"which.Is({CaseLiteral(discriminator)})" : "!which.IsNamed";

    private static string CaseLiteral(DiscriminatorModel discriminator) => discriminator.Text is { } text ? CodecEmitter.Utf8(text) : discriminator.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Shown(UnionCaseModel each) => each.Discriminator switch
    {
        null => "none",
        { Text: { } text } => text,
        var discriminator => discriminator.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
