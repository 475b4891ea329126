using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Emitting;

/// <summary>Emits the registration of exception types, so that a replay can throw them again.</summary>
internal static class ExceptionRegistrationEmitter
{
    public const string HintName = EmittedCodecs.Namespace + ".Exceptions.g.cs";

    public static string Emit(EquatableArray<ExceptionModel> exceptions)
    {
        var source = new SourceWriter("makes recorded exceptions again");
        source.Open("namespace " + EmittedCodecs.Namespace);
        source.Line(Emitted.GeneratedCode);
        source.Open("internal static class ExceptionRegistration");
        source.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        source.Open("internal static void Register()");
        foreach (var exception in exceptions)
        {
            var arguments = exception.Constructor switch
            {
                ExceptionConstructor.MessageAndInner => "message, inner",
                ExceptionConstructor.Message => "message",
                _ => "",
            };
            source.Line($"{Emitted.Shims}ExceptionFactories.Add({SymbolDisplay.FormatLiteral(exception.FullName, quote: true)}, static (message, inner) => new {exception.Type}({arguments}));");
        }

        source.Close();
        source.Close();
        source.Close();
        return source.ToString();
    }
}
