using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Incremental;
using Reenact.Generators.Models;

namespace Reenact.Generators.Exceptions;

/// <summary>The exception types that one file names, remembered for as long as the compilation declares the same. Thread-safe.</summary>
internal sealed class FileExceptions
{
    private volatile Found? last;

    public ImmutableArray<ExceptionModel> In(SyntaxTree tree, Compilation compilation, CompilationDeclarations declarations, CancellationToken cancellationToken)
    {
        if (last is { } known && known.Declarations == declarations)
            return known.Exceptions;

        var exceptions = ImmutableArray.CreateBuilder<ExceptionModel>();
        foreach (var named in NamedExceptions.In(tree, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (declarations.Exception(tree, named, compilation) is { } exception)
                exceptions.Add(exception);
        }

        last = new Found(declarations, exceptions.ToImmutable());
        return last.Exceptions;
    }

    private sealed record Found(CompilationDeclarations Declarations, ImmutableArray<ExceptionModel> Exceptions);
}
