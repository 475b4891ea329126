using Reenact.Events;
using Reenact.Values;

namespace Reenact.Format;

/// <summary>
/// Checks each event of a block by itself, and notes what it says of others: that is for <see cref="EventAudit"/>, in order of the blocks. Most of the
/// work is here, and blocks are audited at the same time.
/// </summary>
internal sealed class BlockAudit : IEventContext, IBlobSource, IListSource
{
    private const string AnyName = "?";

    private readonly List<AuditFact> facts = [];
    private readonly Dictionary<uint, DefinitionEvent> placeholders = [];
    private readonly List<uint> asked = [];
    private bool needsBlobs;

    private BlockAudit()
    {
    }

    public IReadOnlyList<AuditFact> Facts => facts;

    IBlobSource IEventContext.Blobs => this;

    IListSource IEventContext.Lists => this;

    public static BlockAudit Of(EventBlock block)
    {
        var audit = new BlockAudit();
        for (var place = 0; place < block.Starts.Length; place++)
            audit.Add(block, place);
        return audit;
    }

    /// <summary>Every id is taken for defined; whether it is, is a fact to check.</summary>
    DefinitionEvent? IEventContext.FindDefinition(uint id)
    {
        asked.Add(id);
        if (!placeholders.TryGetValue(id, out var placeholder))
        {
            placeholder = new DefinitionEvent(0, default) { Id = id, Name = AnyName, Method = new MethodDefinition(id, AnyName, default, [], 0, 0) };
            placeholders.Add(id, placeholder);
        }

        return placeholder;
    }

    /// <summary>The content may be in another block, so the event is read once more when its turn comes.</summary>
    ReadOnlyMemory<byte> IBlobSource.Get(uint id)
    {
        needsBlobs = true;
        return "?"u8.ToArray(); // Text as well as a value.
    }

    /// <summary>Lists that grew are checked as they are stored, and never put together.</summary>
    ReadOnlyMemory<byte> IListSource.FindArgument(long sequence, int place) => default;

    WholeList? IListSource.FindWhole(long sequence, int place) => null;

    void IListSource.Keep(long sequence, int place, WholeList whole)
    {
    }

    private void Add(EventBlock block, int place)
    {
        var bytes = block[place];
        AddReferences(bytes.Span, place, isWhole: true);
        needsBlobs = false;
        asked.Clear();
        RecordedEvent? found = null;
        try
        {
            found = EventParser.Parse(block.FirstSequence + place, bytes, this);
        }
        catch (ValueFormatException)
        {
            // It is read once more for the message; that it is malformed is rare.
        }

        if (needsBlobs || found is null)
        {
            facts.Add(new AuditFact(needsBlobs ? AuditFactKind.NeedsBlobs : AuditFactKind.Malformed, place, default, 0, 0));
            return;
        }

        // A start asks for its method first, which is among what it says.
        foreach (var name in asked.Skip(found is CallStartedEvent ? 1 : 0))
            facts.Add(new AuditFact(AuditFactKind.UsesName, place, found.Kind, found.Span, name));
        facts.AddRange(FactsOf(found, place));
    }

    /// <summary>What an event says that must fit others, apart from what it refers to.</summary>
    public static IEnumerable<AuditFact> FactsOf(RecordedEvent found, int place)
    {
        if (found is DefinitionEvent { Method: not null } method)
            yield return new AuditFact(AuditFactKind.DefinesMethod, place, found.Kind, found.Span, method.Id);
        if (found is CallStartedEvent start)
            yield return new AuditFact(AuditFactKind.Calls, place, found.Kind, found.Span, start.Method.Id, start);
        yield return new AuditFact(AuditFactKind.Event, place, found.Kind, found.Span, found switch
        {
            CallStartedEvent call => call.ParentSpan,
            DefinitionEvent definition => definition.Id,
            BlobEvent blob => blob.Id,
            _ => 0,
        });
    }

    /// <summary>Walks over all elements, however nested, those of lists that grew too, and looks at references only.</summary>
    private void AddReferences(ReadOnlySpan<byte> bytes, int place, bool isWhole)
    {
        var cursor = new MessagePackCursor(bytes);
        while (!cursor.AtEnd)
        {
            if (!cursor.TryReadExtension(out var type, out var content))
            {
                if (!cursor.TryStep(out _))
                    return;
                continue;
            }

            if (type == ValueExtensionType.GrownList && isWhole)
                AddReferences(content, place, isWhole: false);
            if (type is not (ValueExtensionType.TextInBlob or ValueExtensionType.BytesInBlob or ValueExtensionType.ValueInBlob))
                continue;
            var parts = new MessagePackCursor(content);
            do
            {
                var isId = parts.TryReadUInt32(out var blob);
                facts.Add(new AuditFact(isId ? AuditFactKind.RefersToBlob : AuditFactKind.BadReference, place, default, 0, blob));
                if (!isId)
                    break;
            }
            while (!parts.AtEnd);
        }
    }
}
