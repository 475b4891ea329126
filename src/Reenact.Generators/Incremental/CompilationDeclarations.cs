using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Decorators;
using Reenact.Generators.Exceptions;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Incremental;

/// <summary>
/// What a compilation declares, and what was read from it. Every edit makes a new compilation with new symbols; those that
/// declare the same share one of these, so that an edit of a body reads nothing again. Holds nothing of the compiler's. Thread-safe.
/// </summary>
internal sealed class CompilationDeclarations : IEquatable<CompilationDeclarations>
{
    private const int EndOfReferences = -1;
    private const int ReferenceToCompilation = -2;

    private static readonly ConditionalWeakTable<Compilation, CompilationDeclarations> ByCompilation = new();
    private static readonly WeakSet<CompilationDeclarations> Known = new();
    private static readonly WeakSet<MarkedMethod> KnownModels = new();

    private readonly ConcurrentDictionary<(Fingerprint File, int Method), MarkedMethod?> methods = new();
    private readonly ConcurrentDictionary<(Fingerprint File, bool Generic), EquatableArray<DecoratorSource>> interfaces = new();
    private readonly ConcurrentDictionary<(Fingerprint File, int Type, string Name, bool IsCaught), ExceptionModel?> exceptions = new();
    private readonly Fingerprint fingerprint;

    private CompilationDeclarations(Compilation compilation) => fingerprint = FingerprintOf(compilation);

    public static CompilationDeclarations Of(Compilation compilation) =>
        ByCompilation.GetValue(compilation, static key => Known.Same(new CompilationDeclarations(key)));

    /// <summary>The model of a marked method, read when it is not known yet.</summary>
    public MarkedMethod? Method(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken)
    {
        var file = TreeDeclarations.Of(found.TargetNode.SyntaxTree);
        var index = file.IndexOf(found.TargetNode);
        if (index < 0)
            return Read(found, cancellationToken);

        if (!methods.TryGetValue((file.Fingerprint, index), out var model))
            methods[(file.Fingerprint, index)] = model = Read(found, cancellationToken);

        return model;
    }

    /// <summary>The models of the interfaces that attributes of a file name, all generic ones or all others; read when they are not known yet.</summary>
    public EquatableArray<DecoratorSource> Interfaces(GeneratorAttributeSyntaxContext found, bool generic, CancellationToken cancellationToken)
    {
        var key = (TreeDeclarations.Of(found.TargetNode.SyntaxTree).Fingerprint, generic);
        if (!interfaces.TryGetValue(key, out var models))
            interfaces[key] = models = RecordedInterfaces.Read(found.Attributes, found.SemanticModel.Compilation, cancellationToken);

        return models;
    }

    /// <summary>The model of an exception type that a file names, read when it is not known yet.</summary>
    public ExceptionModel? Exception(SyntaxTree tree, NamedException named, Compilation compilation)
    {
        var file = TreeDeclarations.Of(tree);
        var key = (file.Fingerprint, named.Type is null ? -1 : file.IndexOf(named.Type), named.Name, named.IsCaught);
        if (!exceptions.TryGetValue(key, out var model))
            exceptions[key] = model = ExceptionTypes.Read(named, compilation.GetSemanticModel(tree));

        return model;
    }

    public bool Equals(CompilationDeclarations? other) => other is not null && fingerprint == other.fingerprint;

    public override bool Equals(object? obj) => Equals(obj as CompilationDeclarations);

    public override int GetHashCode() => fingerprint.GetHashCode();

    private static MarkedMethod? Read(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken) =>
        MarkedMethods.Read((IMethodSymbol)found.TargetSymbol, found.SemanticModel.Compilation, cancellationToken) is { } model ? KnownModels.Same(model) : null;

    /// <summary>All that a model can depend on: the files in their order, what they refer to, and how they are compiled.</summary>
    private static Fingerprint FingerprintOf(Compilation compilation)
    {
        var writer = new FingerprintWriter();
        writer.Add(compilation.AssemblyName ?? "");
        writer.Add(Identities.Of(compilation.Options));
        foreach (var reference in compilation.References)
            AddReference(writer, reference);

        writer.Add(EndOfReferences);
        foreach (var tree in compilation.SyntaxTrees)
            writer.Add(TreeDeclarations.Of(tree).Fingerprint);

        return writer.ToFingerprint();
    }

    private static void AddReference(FingerprintWriter writer, MetadataReference reference)
    {
        // The reference to a project in the same editor is a new one after each edit there.
        if (reference is not CompilationReference { Compilation: CSharpCompilation compilation })
        {
            writer.Add(Identities.Of(reference));
            return;
        }

        writer.Add(ReferenceToCompilation);
        writer.Add(Of(compilation).fingerprint);
        writer.Add(reference.Properties.EmbedInteropTypes ? 1 : 0);
        writer.Add(reference.Properties.Aliases.Length);
        foreach (var alias in reference.Properties.Aliases)
            writer.Add(alias);
    }
}
