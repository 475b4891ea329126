using System.Collections.Concurrent;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Format;

/// <summary>Finds and reads the events of a recording, block by block. Thread-safe.</summary>
internal sealed class EventSource : IEventContext
{
    private readonly string name;
    private readonly ContentKey key;
    private readonly BlockCache blocks;
    private readonly RecordingIndex index;
    private readonly BlobFinder blobs;
    private readonly ListFinder lists;
    private readonly ConcurrentDictionary<uint, DefinitionEvent?> definitions = [];

    public EventSource(IBlockStore store, byte[] sessionId, RecordingIndex index, ContentKey key)
    {
        name = store.Name;
        this.key = key;
        this.index = index;
        blocks = new BlockCache(store, sessionId, index, key);
        blobs = new BlobFinder(blocks, index);
        lists = new ListFinder(this);
    }

    public IBlobSource Blobs => blobs;

    public IListSource Lists => lists;

    /// <summary>The keys that open what is encrypted for a role; null for none.</summary>
    public IRoleKeys? RoleKeys
    {
        get => blobs.RoleKeys;
        set => blobs.RoleKeys = value;
    }

    /// <summary>How many blocks there are, with events or without.</summary>
    public int BlockCount => index.Blocks.Count;

    public DefinitionEvent? FindDefinition(uint id)
    {
        if (definitions.TryGetValue(id, out var known))
            return known;
        key.ThrowIfLocked(name);
        if (!index.Definitions.TryGetValue(id, out var sequence))
            return null;

        // A forged index may lead to an event that needs a definition itself; only a definition is taken apart here.
        var head = new MessagePackCursor(BytesOf(sequence).Span);
        var isDefinition = EventHead.TryRead(ref head, out var found) && found.Kind == EventKind.Definition;
        return definitions[id] = isDefinition && Read(sequence) is DefinitionEvent definition && definition.Id == id ? definition : null;
    }

    /// <summary>Finds the content of a blob.</summary>
    /// <returns>Null when there is no such blob.</returns>
    /// <exception cref="RecordingException">Its block is damaged, or can't be read.</exception>
    public ReadOnlyMemory<byte>? FindBlob(uint id) => blobs.TryFind(id);

    /// <summary>Reads one event.</summary>
    /// <returns>Null when there is none of that number.</returns>
    /// <exception cref="RecordingException">Its block is damaged, it is malformed, or it can't be read.</exception>
    public RecordedEvent? Read(long sequence)
    {
        var number = index.FindBlock(sequence);
        return number < 0 || blocks.Read(number) is not { } block ? null : Parse(block, (int)(sequence - block.FirstSequence));
    }

    /// <summary>The bytes of an event; none when there is none of that number.</summary>
    /// <exception cref="RecordingException">Its block is damaged, or can't be read.</exception>
    public ReadOnlyMemory<byte> BytesOf(long sequence) =>
        index.FindBlock(sequence) is var number && number >= 0 && blocks.Read(number) is { } block ? block[(int)(sequence - block.FirstSequence)] : default;

    /// <summary>The last snapshot of each name until an event.</summary>
    /// <exception cref="RecordingException">A name is damaged, or can't be read.</exception>
    public IReadOnlyList<RecordedSnapshot> SnapshotsUntil(long sequence)
    {
        key.ThrowIfLocked(name);
        var found = new List<RecordedSnapshot>();
        foreach (var snapshots in index.Snapshots.Names)
        {
            if (snapshots.ChainUntil(sequence) is { Length: > 0 } chain)
                found.Add(new RecordedSnapshot(NameOf(snapshots), chain, name, this));
        }

        return found;
    }

    private string NameOf(NamedSnapshots snapshots)
    {
        try
        {
            return EventText.Read(snapshots.Name, Blobs) ?? throw new ValueFormatException("it has no name");
        }
        catch (ValueFormatException exception)
        {
            throw new RecordingException(
                RecordingErrorKind.Damaged, name, $"{name}: the name of a snapshot, event {snapshots.Places[0].Sequence}, can't be read: {exception.Message}", offset: null, exception);
        }
    }

    /// <summary>Reads all events from one on.</summary>
    /// <param name="first">The number of the first; not negative.</param>
    /// <param name="onProblem">Told of damage, after which reading goes on; null lets damage throw.</param>
    public IEnumerable<RecordedEvent> ReadFrom(long first, Action<RecordingProblem>? onProblem)
    {
        var number = first == 0 ? 0 : index.FindBlock(first);
        if (number < 0)
            yield break;

        for (; number < index.Blocks.Count; number++)
        {
            if (ReadBlock(number, onProblem) is not { } block)
                continue;
            for (var place = (int)Math.Max(0, first - block.FirstSequence); place < block.Starts.Length; place++)
            {
                if (ReadEvent(block, place, number, onProblem) is { } found)
                    yield return found;
            }
        }
    }

    /// <summary>Reads a block.</summary>
    /// <returns>Null when it holds no events, or can't be read and damage is skipped.</returns>
    /// <exception cref="RecordingException">It is damaged, or can't be read.</exception>
    public EventBlock? ReadBlock(int number, Action<RecordingProblem>? onProblem)
    {
        try
        {
            return blocks.Read(number);
        }
        catch (RecordingException exception) when (onProblem is not null && RecordingProblem.KindOf(exception) is not null)
        {
            var kind = RecordingProblem.KindOf(exception)!.Value;
            onProblem(new RecordingProblem(kind, index.Blocks[number].Address.Offset, exception.Message));
            return null;
        }
    }

    /// <summary>Reads an event of a block.</summary>
    /// <returns>Null when it can't be read and damage is skipped.</returns>
    /// <exception cref="RecordingException">It is malformed.</exception>
    public RecordedEvent? ReadEvent(EventBlock block, int place, int number, Action<RecordingProblem>? onProblem)
    {
        try
        {
            return Parse(block, place);
        }
        catch (RecordingException exception) when (onProblem is not null && RecordingProblem.KindOf(exception) is not null)
        {
            onProblem(new RecordingProblem(RecordingProblemKind.MalformedEvent, index.Blocks[number].Address.Offset, exception.Message));
            return null;
        }
    }

    private RecordedEvent Parse(EventBlock block, int place)
    {
        var sequence = block.FirstSequence + place;
        try
        {
            return EventParser.Parse(sequence, block[place], this);
        }
        catch (ValueFormatException exception)
        {
            var address = index.Blocks[index.FindBlock(sequence)].Address;
            throw new RecordingException(
                RecordingErrorKind.Damaged, name,
                $"{name}: event {sequence}, in block {address.Number} at byte {address.Offset}, can't be read: {exception.Message.TrimEnd('.')}. The events before it are intact; open the recording with OnDamage.Skip to read the rest.",
                address.Offset, exception);
        }
    }
}
