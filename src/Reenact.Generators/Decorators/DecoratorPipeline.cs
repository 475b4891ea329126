using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Reenact.Generators.Emitting;
using Reenact.Generators.Incremental;
using Reenact.Generators.Models;

namespace Reenact.Generators.Decorators;

/// <summary>The steps from <c>[assembly: RecordInterface]</c> to decorators and their registration.</summary>
internal static class DecoratorPipeline
{
    /// <summary>Registers the outputs; what is left are the values that decorators record, whose codecs are emitted with those of methods.</summary>
    public static IncrementalValueProvider<ImmutableArray<DecoratorSource>> Register(IncrementalGeneratorInitializationContext context)
    {
        var interfaces = Named(context, RecordedInterfaces.GenericAttributeName, static (found, token) => Read(found, generic: true, token)).Collect()
            .Combine(Named(context, RecordedInterfaces.AttributeName, static (found, token) => Read(found, generic: false, token)).Collect())
            .Select(static (both, _) => both.Left.AddRange(both.Right));

        var files = interfaces.SelectMany(static (all, _) => Files(all)).WithTrackingName(TrackingNames.Decorators);
        context.RegisterSourceOutput(files, static (output, file) => Add(output, file.HintName, DecoratorEmitter.Emit(file.Decorator)));

        var registrations = interfaces.Select(static (all, _) => Registrations(all)).WithTrackingName(TrackingNames.DecoratorRegistrations);
        context.RegisterSourceOutput(registrations, static (output, all) =>
        {
            if (all.Count > 0)
                Add(output, DecoratorRegistrationEmitter.HintName, DecoratorRegistrationEmitter.Emit(all));
        });

        return interfaces;
    }

    private static IncrementalValuesProvider<DecoratorSource> Named(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        Func<GeneratorAttributeSyntaxContext, CancellationToken, EquatableArray<DecoratorSource>> read) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (node, _) => node is CompilationUnitSyntax, read)
            .SelectMany(static (sources, _) => sources)
            .WithTrackingName(TrackingNames.RecordedInterfaces);

    private static EquatableArray<DecoratorSource> Read(GeneratorAttributeSyntaxContext found, bool generic, CancellationToken cancellationToken) =>
        CompilationDeclarations.Of(found.SemanticModel.Compilation).Interfaces(found, generic, cancellationToken);

    /// <summary>One for each class, also where an interface is named twice.</summary>
    private static IEnumerable<DecoratorFileModel> Files(ImmutableArray<DecoratorSource> sources)
    {
        var hintNames = new HintNames();
        return Distinct(sources).Select(decorator => new DecoratorFileModel(hintNames.Take(decorator.Type.SelfInCode.Replace("global::", "") + ".Decorator"), decorator));
    }

    private static EquatableArray<DecoratorRegistrationModel> Registrations(ImmutableArray<DecoratorSource> sources) => Distinct(sources)
        .Select(static decorator => decorator.Resolved.Length > 0
            ? new DecoratorRegistrationModel(decorator.OpenInterface, $"{decorator.OpenSelf}.{decorator.Resolved}", IsOpen: true)
            : new DecoratorRegistrationModel(decorator.Interface, decorator.Type.SelfInCode, IsOpen: false))
        .ToEquatableArray();

    private static IEnumerable<DecoratorModel> Distinct(ImmutableArray<DecoratorSource> sources) => sources
        .Select(static source => source.Decorator)
        .GroupBy(static decorator => decorator.Type.SelfInCode)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => group.First());

    private static void Add(SourceProductionContext output, string hintName, string source) =>
        output.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
}
