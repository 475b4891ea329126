using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Reenact.Generators.Decorators;
using Reenact.Generators.Emitting;
using Reenact.Generators.Exceptions;
using Reenact.Generators.Incremental;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;
using Reenact.Generators.Values;

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
        var recorded = Sources(markedRecorded, TrackingNames.RecordedMethods);
        var replayed = Sources(markedReplayed, TrackingNames.ReplayedMethods);
        var files = recorded.Collect().Combine(replayed.Collect()).Combine(DecoratorPipeline.Register(context)).Combine(Recordables(context))
            .Select(static (all, _) => new EmittedFiles(all.Left.Left.Left, all.Left.Left.Right, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Files);

        // What never changes has no provider of its own; parse options change least.
        var slots = context.ParseOptionsProvider.SelectMany(static (_, _) => FileSlots.All).WithTrackingName(TrackingNames.Slots).Combine(files);

        var types = slots.SelectMany(static (slot, _) => slot.Right.TypesIn(slot.Left)).WithTrackingName(TrackingNames.Types);
        context.RegisterSourceOutput(types, static (output, type) => Add(output, type.HintName, TypeEmitter.Emit(type)));

        var codecs = slots.SelectMany(static (slot, _) => slot.Right.CodecsIn(slot.Left)).WithTrackingName(TrackingNames.Codecs);
        context.RegisterSourceOutput(codecs, static (output, file) => Add(output, file.HintName, CodecEmitter.Emit(file.Codec)));

        var rejected = Rejected(markedRecorded).Combine(Rejected(markedReplayed))
            .Select(static (both, _) => both.Left.AddRange(both.Right).Distinct().ToEquatableArray())
            .WithTrackingName(TrackingNames.RejectedMethods);
        context.RegisterSourceOutput(rejected, static (output, all) =>
        {
            if (all.Count > 0)
                Add(output, RejectedMethodEmitter.HintName, RejectedMethodEmitter.Emit(all));
        });

        var registrations = files.Select(static (all, _) => all.Registrations).WithTrackingName(TrackingNames.Registrations);
        context.RegisterSourceOutput(registrations, static (output, all) =>
        {
            if (all.Count > 0)
                Add(output, CodecRegistrationEmitter.HintName, CodecRegistrationEmitter.Emit(all));
        });

        var exceptions = context.CompilationProvider.Select(ExceptionTypes.In).WithTrackingName(TrackingNames.Exceptions);
        context.RegisterSourceOutput(exceptions, static (output, all) =>
        {
            if (all.Count > 0)
                Add(output, ExceptionRegistrationEmitter.HintName, ExceptionRegistrationEmitter.Emit(all));
        });
    }

    /// <summary>Types that code knows only as type arguments: those that calls and the assembly name.</summary>
    private static IncrementalValueProvider<EquatableArray<RecordableModel>> Recordables(IncrementalGeneratorInitializationContext context)
    {
        var named = context.SyntaxProvider.ForAttributeWithMetadataName(
                KnownTypes.RecordableAttributeName,
                static (node, _) => node is CompilationUnitSyntax,
                static (found, cancellationToken) => RecordableTypes.OfAttributes(found.Attributes, found.SemanticModel.Compilation, cancellationToken))
            .Where(static found => found is not null)
            .Collect();
        var used = context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => RecordableTypes.IsCandidate(node),
                static (found, cancellationToken) => RecordableTypes.OfUse(found.Node, found.SemanticModel, cancellationToken))
            .Where(static found => found is not null)
            .Collect();
        return named.Combine(used)
            .Select(static (both, _) => both.Left.AddRange(both.Right).Distinct().Select(static each => each!).ToEquatableArray())
            .WithTrackingName(TrackingNames.Recordables);
    }

    private static IncrementalValuesProvider<MarkedMethod> Marked(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (found, cancellationToken) => CompilationDeclarations.Of(found.SemanticModel.Compilation).Method(found, cancellationToken))
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .WithTrackingName(TrackingNames.MarkedMethods);

    private static IncrementalValuesProvider<RecordedMethodSource> Sources(IncrementalValuesProvider<MarkedMethod> marked, string trackingName) =>
        marked.Where(static method => method.Source is not null).Select(static (method, _) => method.Source!).WithTrackingName(trackingName);

    private static IncrementalValueProvider<ImmutableArray<RejectedMethodModel>> Rejected(IncrementalValuesProvider<MarkedMethod> marked) =>
        marked.Where(static method => method.Rejected is not null).Select(static (method, _) => method.Rejected!).Collect();

    private static void Add(SourceProductionContext output, string hintName, string source) =>
        output.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
}
