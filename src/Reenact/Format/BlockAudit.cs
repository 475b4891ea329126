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

    private readonly List<AuditFact> facts;
    private readonly Dictionary<uint, DefinitionEvent> placeholders = [];
    private readonly List<uint> asked = [];
    private bool needsBlobs;

    private BlockAudit(int events) => facts = new List<AuditFact>(events);

    public IReadOnlyList<AuditFact> Facts => facts;

    IBlobSource IEventContext.Blobs => this;

    IListSource IEventContext.Lists => this;

    public static BlockAudit Of(EventBlock block)
    {
        var audit = new BlockAudit(block.Starts.Length);
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
        for (var name = found is CallStartedEvent ? 1 : 0; name < asked.Count; name++)
            facts.Add(new AuditFact(AuditFactKind.UsesName, place, found.Kind, found.Span, asked[name]));
        AddFacts(found, place, facts);
    }

    /// <summary>Adds what an event says that must fit others, apart from what it refers to.</summary>
    public static void AddFacts(RecordedEvent found, int place, List<AuditFact> facts)
    {
        var id = 0L;
        switch (found)
        {
            case CallStartedEvent call:
                facts.Add(new AuditFact(AuditFactKind.Calls, place, found.Kind, found.Span, call.Method.Id, call));
                id = call.ParentSpan;
                break;
            case DefinitionEvent definition:
                if (definition.Method is not null)
                    facts.Add(new AuditFact(AuditFactKind.DefinesMethod, place, found.Kind, found.Span, definition.Id));
                id = definition.Id;
                break;
            case BlobEvent blob:
                id = blob.Id;
                break;
        }

        facts.Add(new AuditFact(AuditFactKind.Event, place, found.Kind, found.Span, id));
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
