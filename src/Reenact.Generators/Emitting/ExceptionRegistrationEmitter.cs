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
            var name = SymbolDisplay.FormatLiteral(exception.FullName, quote: true);
            if (exception.Creation is null)
            {
                source.Line($"{Emitted.Shims}ExceptionFactories.AddCaught({name}, {SymbolDisplay.FormatLiteral(exception.Obstacle!, quote: true)});");
                continue;
            }

            if (exception.Properties.Count == 0)
            {
                source.Line($"{Emitted.Shims}ExceptionFactories.Add({name}, static parts => new {exception.Creation});");
                continue;
            }

            source.Open($"{Emitted.Shims}ExceptionFactories.Add({name}, static parts => new {exception.Creation}, static (exception, parts) =>");
            source.Line($"var it = ({exception.Type})exception;");
            foreach (var property in exception.Properties)
                source.Line($"parts.Set({SymbolDisplay.FormatLiteral(property.Name, quote: true)}, {property.Cast}it.{property.Identifier});");

            source.Close(");");
        }

        source.Close();
        source.Close();
        source.Close();
        return source.ToString();
    }
}
