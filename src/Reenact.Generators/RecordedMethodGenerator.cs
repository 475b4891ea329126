using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Reenact.Generators.Emitting;
using Reenact.Generators.Exceptions;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators;

/// <summary>
/// Emits the bodies of methods marked <c>[Recorded]</c> and <c>[Replayed]</c>, the codecs of what they record, and the
/// registration of exception types. Reports nothing: what it skips, the analyzers explain.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RecordedMethodGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var recorded = Methods(context, KnownTypes.RecordedAttributeName, TrackingNames.RecordedMethods).Collect();
        var replayed = Methods(context, KnownTypes.ReplayedAttributeName, TrackingNames.ReplayedMethods).Collect();
        var methods = recorded.Combine(replayed);

        var types = methods
            .SelectMany(static (both, _) => MethodGroups.ByType(both.Left.AddRange(both.Right)))
            .WithTrackingName(TrackingNames.Types);
        context.RegisterSourceOutput(types, static (output, type) => Add(output, type.HintName, TypeEmitter.Emit(type)));

        var codecs = methods
            .SelectMany(static (both, _) => MethodGroups.Codecs(both.Left.AddRange(both.Right)))
            .WithTrackingName(TrackingNames.Codecs);
        context.RegisterSourceOutput(codecs, static (output, file) => Add(output, file.HintName, CodecEmitter.Emit(file.Codec)));

        var exceptions = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => ExceptionTypes.IsCandidate(node),
                static (found, cancellationToken) => ExceptionTypes.Read(found.Node, found.SemanticModel, cancellationToken))
            .Where(static exception => exception is not null)
            .WithTrackingName(TrackingNames.ThrownOrCaught)
            .Collect()
            .Select(static (all, _) => Distinct(all!))
            .WithTrackingName(TrackingNames.Exceptions);
        context.RegisterSourceOutput(exceptions, static (output, all) =>
        {
            if (all.Count > 0)
                Add(output, ExceptionRegistrationEmitter.HintName, ExceptionRegistrationEmitter.Emit(all));
        });
    }

    private static IncrementalValuesProvider<RecordedMethodSource> Methods(IncrementalGeneratorInitializationContext context, string attribute, string trackingName) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (found, cancellationToken) => Read(found, cancellationToken))
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .WithTrackingName(trackingName);

    private static RecordedMethodSource? Read(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken)
    {
        var shape = RecordedMethodShape.Parse((IMethodSymbol)found.TargetSymbol, KnownTypes.Of(found.SemanticModel.Compilation), cancellationToken);
        return shape is { Type: { } type, Model: { } model } ? new RecordedMethodSource(type, model, shape.Codecs) : null;
    }

    private static EquatableArray<ExceptionModel> Distinct(ImmutableArray<ExceptionModel> all) =>
        all.Distinct().OrderBy(static exception => exception.FullName, StringComparer.Ordinal).ToEquatableArray();

    private static void Add(SourceProductionContext output, string hintName, string source) =>
        output.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
}
