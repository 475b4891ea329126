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
/// registration of exception types. Reports nothing: the analyzers explain why a method can't be recorded, and until it can be it
/// gets a body that throws.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RecordedMethodGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var markedRecorded = Marked(context, KnownTypes.RecordedAttributeName);
        var markedReplayed = Marked(context, KnownTypes.ReplayedAttributeName);
        var recorded = Sources(markedRecorded, TrackingNames.RecordedMethods).Collect();
        var replayed = Sources(markedReplayed, TrackingNames.ReplayedMethods).Collect();
        var methods = recorded.Combine(replayed);

        var types = methods
            .SelectMany(static (both, _) => MethodGroups.ByType(both.Left.AddRange(both.Right)))
            .WithTrackingName(TrackingNames.Types);
        context.RegisterSourceOutput(types, static (output, type) => Add(output, type.HintName, TypeEmitter.Emit(type)));

        var codecs = methods
            .SelectMany(static (both, _) => MethodGroups.Codecs(both.Left.AddRange(both.Right)))
            .WithTrackingName(TrackingNames.Codecs);
        context.RegisterSourceOutput(codecs, static (output, file) => Add(output, file.HintName, CodecEmitter.Emit(file.Codec)));

        var rejected = Rejected(markedRecorded).Combine(Rejected(markedReplayed))
            .Select(static (both, _) => both.Left.AddRange(both.Right).Distinct().ToEquatableArray())
            .WithTrackingName(TrackingNames.RejectedMethods);
        context.RegisterSourceOutput(rejected, static (output, all) =>
        {
            if (all.Count > 0)
                Add(output, RejectedMethodEmitter.HintName, RejectedMethodEmitter.Emit(all));
        });

        var registrations = methods
            .Select(static (both, _) => MethodGroups.Registrations(both.Left.AddRange(both.Right)))
            .WithTrackingName(TrackingNames.Registrations);
        context.RegisterSourceOutput(registrations, static (output, all) =>
        {
            if (all.Count > 0)
                Add(output, CodecRegistrationEmitter.HintName, CodecRegistrationEmitter.Emit(all));
        });

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

    private static IncrementalValuesProvider<MarkedMethod> Marked(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (found, cancellationToken) => Read(found, cancellationToken))
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .WithTrackingName(TrackingNames.MarkedMethods);

    private static IncrementalValuesProvider<RecordedMethodSource> Sources(IncrementalValuesProvider<MarkedMethod> marked, string trackingName) =>
        marked.Where(static method => method.Source is not null).Select(static (method, _) => method.Source!).WithTrackingName(trackingName);

    private static IncrementalValueProvider<ImmutableArray<RejectedMethodModel>> Rejected(IncrementalValuesProvider<MarkedMethod> marked) =>
        marked.Where(static method => method.Rejected is not null).Select(static (method, _) => method.Rejected!).Collect();

    private static MarkedMethod? Read(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken)
    {
        var method = (IMethodSymbol)found.TargetSymbol;
        return RecordedMethodShape.Parse(method, KnownTypes.Of(found.SemanticModel.Compilation), cancellationToken) switch
        {
            null => null,
            { Type: { } type, Model: { } model } shape => new MarkedMethod(new RecordedMethodSource(type, model, shape.Values, shape.Codecs), null),
            var shape => new MarkedMethod(null, RejectedMethods.Create(method, shape.Problems)),
        };
    }

    private static EquatableArray<ExceptionModel> Distinct(ImmutableArray<ExceptionModel> all) =>
        all.Distinct().OrderBy(static exception => exception.FullName, StringComparer.Ordinal).ToEquatableArray();

    private static void Add(SourceProductionContext output, string hintName, string source) =>
        output.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
}
