using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Reenact.Generators.Shapes;

namespace Reenact.CodeFixes.Data;

/// <summary>Writes a codec's declaration: a map of the type's public members. What only its author can know throws until it is filled in.</summary>
internal sealed class CodecWriter
{
    private const string Values = "global::Reenact.";
    private const string MessagePack = "global::MessagePack.";

    private readonly string type;
    private readonly string people;
    private readonly bool isReference;
    private readonly List<CodecMember> members;
    private readonly string? construction;
    private readonly List<string> lines = [];
    private int depth;

    private CodecWriter(INamedTypeSymbol type, KnownTypes known)
    {
        this.type = TypeNames.InCode(type);
        people = TypeNames.Short(type);
        isReference = type.IsReferenceType;
        members = CodecMember.Of(type, known);
        construction = CodecConstruction.Write(type, members, known);
    }

    /// <param name="name">The codec's name.</param>
    /// <param name="type">The type of the values.</param>
    /// <param name="known">What the compilation knows.</param>
    /// <param name="indentation">The white space before the declaration.</param>
    /// <param name="endOfLine">The file's line ending.</param>
    public static MemberDeclarationSyntax Write(string name, INamedTypeSymbol type, KnownTypes known, string indentation, string endOfLine)
    {
        var writer = new CodecWriter(type, known);
        writer.WriteType(name);
        var text = string.Concat(writer.lines.Select(line => line.Length == 0 ? endOfLine : indentation + line + endOfLine));
        return SyntaxFactory.ParseMemberDeclaration(text)!.WithAdditionalAnnotations(Simplifier.Annotation);
    }

    private IEnumerable<CodecMember> Recorded => members.Where(static member => member.IsRecorded);

    private void WriteType(string name)
    {
        Line($"internal readonly struct {name} : {Values}IValueCodec<{type}>");
        Open();
        Line($"public static void Write(ref {MessagePack}MessagePackWriter writer, {type} value, {Values}ValueWriteContext context)");
        Open();
        WriteWrite();
        Close();
        Line("");
        Line($"public static {type} Read(ref {MessagePack}MessagePackReader reader, {Values}ValueReadContext context)");
        Open();
        WriteRead();
        Close();
        Close();
    }

    private void WriteWrite()
    {
        if (isReference)
        {
            Line("if (value is null)");
            Open();
            Line("writer.WriteNil();");
            Line("return;");
            Close();
            Line("");
        }

        Line("context.Enter();");
        Line($"writer.WriteMapHeader({Recorded.Count()});");
        foreach (var member in members)
        {
            var value = $"value.{CodecConstruction.Escaped(member.Name)}";
            if (!member.IsRecorded)
            {
                Line($"// {member.Name} is not recorded: {TypeNames.Short(member.Type)} has no codec to name here.");
                continue;
            }

            Line($"writer.Write({SymbolDisplay.FormatLiteral(member.Name, quote: true)});");
            Line(member.IsEnum ? $"context.WriteText(ref writer, {value}.ToString());" : $"{member.Codec}.Write(ref writer, {value}, context);");
        }

        Line("context.Leave();");
    }

    private void WriteRead()
    {
        if (isReference)
        {
            Line("if (reader.TryReadNil())");
            Open();
            Line("return null!;");
            Close();
            Line("");
        }

        foreach (var member in Recorded)
            Line($"{TypeNames.InCode(member.Type)} {member.Local} = {(member.Type.IsValueType ? "default" : "default!")};");
        Line("context.Enter();");
        Line("for (var left = reader.ReadMapHeader(); left > 0; left--)");
        Open();
        Line("switch (context.ReadText(ref reader))");
        Open();
        foreach (var member in Recorded)
            WriteCase(member);
        Line("default:");
        Line("    reader.Skip();");
        Line("    break;");
        Close();
        Close();
        Line("");
        Line("context.Leave();");
        Line(construction is null
            ? $"throw new global::System.NotSupportedException({SymbolDisplay.FormatLiteral($"Say how to make {people} again.", quote: true)});"
            : $"return {construction};");
    }

    private void WriteCase(CodecMember member)
    {
        Line($"case {SymbolDisplay.FormatLiteral(member.Name, quote: true)}:");
        depth++;
        if (member.IsEnum)
        {
            Line($"if (!global::System.Enum.TryParse(context.ReadText(ref reader), out {member.Local}))");
            Open();
            Line($"throw new {Values}ValueFormatException({SymbolDisplay.FormatLiteral($"{people}.{member.Name} was recorded with a name that it doesn't have.", quote: true)});");
            Close();
            Line("");
        }
        else
        {
            Line($"{member.Local} = {member.Codec}.Read(ref reader, context);");
        }

        Line("break;");
        depth--;
    }

    private void Open()
    {
        Line("{");
        depth++;
    }

    private void Close()
    {
        depth--;
        Line("}");
    }

    private void Line(string text) => lines.Add(text.Length == 0 ? "" : new string(' ', depth * 4) + text);
}
