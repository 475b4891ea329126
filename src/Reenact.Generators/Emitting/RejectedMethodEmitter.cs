using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Emitting;

/// <summary>Emits bodies for methods that can't be recorded. They throw, so that nothing goes unrecorded where the analyzers' errors are switched off.</summary>
internal static class RejectedMethodEmitter
{
    public const string HintName = EmittedCodecs.Namespace + ".Rejected.g.cs";

    public static string Emit(EquatableArray<RejectedMethodModel> methods)
    {
        var source = new SourceWriter("methods that can't be recorded; the analyzers report why");
        foreach (var group in methods.GroupBy(static method => method.Type).OrderBy(static group => group.Key.FullName, StringComparer.Ordinal))
        {
            if (group.Key.Namespace.Length > 0)
                source.Open("namespace " + group.Key.Namespace);

            foreach (var declaration in group.Key.Declarations)
                source.Open(declaration);

            foreach (var method in group)
            {
                if (method != group.First())
                    source.Line();

                source.Open(method.Declaration);
                source.Line($"throw new global::System.InvalidOperationException({SymbolDisplay.FormatLiteral(method.Message, quote: true)});");
                source.Close();
            }

            foreach (var _ in group.Key.Declarations)
                source.Close();

            if (group.Key.Namespace.Length > 0)
                source.Close();
        }

        return source.ToString();
    }
}
