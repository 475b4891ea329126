using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>All that a parameter or a result refers to, directly and through members.</summary>
/// <param name="Codec">The codec of the whole; empty after a failure.</param>
/// <param name="Codecs">The codecs to emit.</param>
/// <param name="Failure">What can't be recorded; its path begins with the name of the type, or is empty for the value itself.</param>
internal sealed record ValueGraph(string Codec, List<ValueCodecModel> Codecs, ValueFailure? Failure)
{
    /// <summary>What can be written but not read back; null when all can be.</summary>
    public ValueFailure? Unreadable { get; init; }

    /// <param name="type">The type.</param>
    /// <param name="known">What the compilation knows.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <param name="ownCodec">The codec that the parameter names for itself.</param>
    public static ValueGraph Of(ITypeSymbol type, KnownTypes known, CancellationToken cancellationToken, AttributeData? ownCodec = null)
    {
        var root = known.Values.Refer(type, ownCodec);
        if (root.Failure is not null)
            return new ValueGraph("", [], root.Failure);

        ValueFailure? unreadable = null;
        var models = new List<ValueCodecModel>();
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var queue = new Queue<ValuePart>();
        foreach (var part in root.Parts)
            queue.Enqueue(part with { Path = TypeNames.Short(part.Type) });

        // Breadth first, so that the shortest path to a problem is the one reported.
        while (queue.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = queue.Dequeue();
            if (!seen.Add(part.Type))
                continue;

            var shape = known.Values.Describe(part.Type);
            if (shape.Failure is { } failure)
                return new ValueGraph("", [], CodecCandidates.Complete(failure, part.Type, known) with { Path = part.Path + failure.Path });

            if (unreadable is null && shape.Unreadable is { } reason)
                unreadable = CodecCandidates.Complete(reason, part.Type, known) with { Path = part.Path + reason.Path };

            models.Add(shape.Model!);
            models.AddRange(SensitiveMarkModel.In(shape.Model!));
            foreach (var member in shape.Members)
                queue.Enqueue(member with { Path = part.Path + member.Path });
        }

        return new ValueGraph(root.Codec, models, null) { Unreadable = unreadable };
    }
}
