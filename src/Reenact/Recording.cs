using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Keys;
using Reenact.Lineage;
using Reenact.Values;

namespace Reenact;

/// <summary>A recording, opened to be read: who ran what, every event, and the calls as a tree.</summary>
/// <remarks>
/// <para>A sealed recording opens in time that does not depend on its length; any other is walked over once, block by block.</para>
/// <para>Members are thread-safe, except that nothing may be read during or after <see cref="Dispose"/>.</para>
/// </remarks>
public sealed partial class Recording : IDisposable
{
    private readonly IBlockStore store;
    private readonly RecordingLayout layout;
    private readonly EventSource source;
    private readonly OnDamage onDamage;
    private readonly Lock gate = new();
    private readonly List<RecordingProblem> problems;
    private readonly Lazy<RecordingSummary> summary;
    private readonly Lazy<SessionStartedEvent?> start;
    private readonly Lazy<CallTree> calls;
    private readonly LineageWalker lineage;

    private Recording(IBlockStore store, RecordingOpenOptions options, Func<Guid, ContentKey>? findKey)
    {
        this.store = store;
        onDamage = options.OnDamage;
        OpenedWith = options;
        layout = RecordingLayout.Open(store, findKey, options.Dictionaries);
        problems = [.. layout.Problems];
        source = new EventSource(layout.Store, layout.SessionBytes, layout.Index, layout.Key);
        summary = new Lazy<RecordingSummary>(BuildSummary);
        start = new Lazy<SessionStartedEvent?>(FindStart);
        lineage = new LineageWalker(this);
        calls = new Lazy<CallTree>(() => CallTree.Build(ReadEvents()));
    }

    /// <summary>The session's id.</summary>
    public Guid SessionId => layout.SessionId;

    /// <summary>The file, or the name of another store.</summary>
    public string Path => store.Name;

    /// <summary>The id of the key that the contents are encrypted with, which a key store knows; null when they are in the clear.</summary>
    public Guid? KeyId => layout.Key.IsEncrypted ? layout.Key.Id : null;

    /// <summary>The SHA-256 of the dictionary that the contents are compressed with, in lower-case hexadecimal; null for the format's own.</summary>
    public string? DictionaryId => layout.Key.DictionaryId is { Length: > 0 } id ? id : null;

    /// <summary>
    /// Whether the contents are encrypted, and can be read. Where they can't, members that need them throw a <see cref="RecordingException"/> that names the key and says what
    /// to do; ids, state, number of events and <see cref="Verify(VerificationOptions)"/> work.
    /// </summary>
    public RecordingEncryption Encryption => layout.Encryption;

    /// <summary>Who runs what; without entries when the event that says so is lost.</summary>
    public SessionInfo Info => start.Value?.Info ?? new SessionInfo();

    /// <summary>When the session started, in UTC; null when the event that says so is lost.</summary>
    public DateTimeOffset? StartTime => start.Value?.StartTime;

    /// <summary>How whole the recording is, as far as it has been read: damage within a sealed recording is found when it is come to.</summary>
    public RecordingState State
    {
        get
        {
            lock (gate)
                return problems.Any(problem => !problem.IsCut) ? RecordingState.Damaged : layout.State;
        }
    }

    /// <summary>What is wrong with the recording, as far as it has been read.</summary>
    public IReadOnlyList<RecordingProblem> Problems
    {
        get
        {
            lock (gate)
                return [.. problems];
        }
    }

    /// <summary>What a catalogue says of the recording. A sealed recording has it ready; <see cref="Verify(VerificationOptions)"/> tells whether it is true.</summary>
    public RecordingSummary Summary => summary.Value;

    /// <summary>How many events there are; those of damaged blocks that the seal knows of are counted.</summary>
    public long EventCount => layout.Index.NextSequence;

    /// <summary>
    /// How many of the events, the last ones, came from the recording's tail, where a session keeps what is in no block yet: it is being written, or
    /// its process crashed. They are those that were there when the recording was opened.
    /// </summary>
    public long EventsInTail => layout.EventsInTail;

    /// <summary>The calls that the session itself made, in order of their starts, with all that happened in them. The whole recording is read the first time.</summary>
    /// <exception cref="RecordingException">The recording is damaged, and was not opened to skip damage; or it can't be read.</exception>
    public IReadOnlyList<RecordedSpan> Calls => calls.Value.Roots;

    /// <summary>
    /// The keys of roles whose encrypted values are read and printed as what they were; null, which it is first, for none. Set it before reading.
    /// </summary>
    public IRoleKeys? RoleKeys
    {
        get => source.RoleKeys;
        set => source.RoleKeys = value;
    }

    /// <summary>Reads events, block by block as they are asked for.</summary>
    /// <param name="first">The number of the first event to read.</param>
    /// <exception cref="RecordingException">While reading: the recording is damaged, and was not opened to skip damage; or it can't be read.</exception>
    public IEnumerable<RecordedEvent> ReadEvents(long first = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        return onDamage == OnDamage.Skip ? source.ReadFrom(first, AddProblem) : ReadUpToDamage(first);
    }

    /// <summary>Reads one event, by decoding its block.</summary>
    /// <param name="sequence">Its number.</param>
    /// <returns>Null when there is none of that number.</returns>
    /// <exception cref="RecordingException">Its block is damaged, or can't be read.</exception>
    public RecordedEvent? ReadEvent(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return source.Read(sequence);
    }

    /// <summary>Finds a call by its span. The whole recording is read the first time.</summary>
    /// <param name="span">The number of the call.</param>
    /// <returns>Null when there is none of that number.</returns>
    /// <exception cref="RecordingException">The recording is damaged, and was not opened to skip damage; or it can't be read.</exception>
    public RecordedSpan? FindCall(long span) => calls.Value.Find(span);

    /// <summary>
    /// The agent's state as of an event: of each name the last snapshot until then. Only the events are read that it is made of, when a state
    /// is asked for.
    /// </summary>
    /// <param name="sequence">The number of the event; any after the last gives the state at the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="RecordingException">The recording can't be read, or a name of a snapshot is damaged.</exception>
    public RecordedState StateAt(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return new RecordedState(sequence, source.SnapshotsUntil(sequence));
    }

    /// <summary>
    /// What an event was derived from, or what came of it: along links that were recorded, from the end of a call to its start, and from
    /// content to where it came up before. Each step says whether it was recorded or inferred, and why.
    /// </summary>
    /// <remarks>The whole recording is read the first time; what is kept of it takes about 100 MB at most, and is kept until the recording is disposed.</remarks>
    /// <param name="sequence">The number of the event.</param>
    /// <param name="direction">Back to what it was derived from, or forward to what came of it.</param>
    /// <returns>The graph; without steps when the event comes from nowhere, or is not there.</returns>
    /// <exception cref="RecordingException">The recording is damaged, and was not opened to skip damage; or it can't be read.</exception>
    public LineageGraph Lineage(long sequence, LineageDirection direction = LineageDirection.Back)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return lineage.Walk(sequence, direction);
    }

    /// <summary>Checks all of the recording: structure, checksums, hashes, seal, index, summary, events, signature.</summary>
    /// <param name="trustedKeys">Keys whose signature counts.</param>
    /// <exception cref="RecordingException">The store can't be read. Damage is a finding, not an exception.</exception>
    public RecordingVerification Verify(params IEnumerable<RecordingVerifierKey> trustedKeys) =>
        Verify(new VerificationOptions { TrustedKeys = [.. trustedKeys] });

    /// <summary>Checks the recording, also against checkpoints that were kept.</summary>
    /// <param name="options">What it is checked against.</param>
    /// <exception cref="RecordingException">The store can't be read. Damage is a finding, not an exception.</exception>
    public RecordingVerification Verify(VerificationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RecordingVerifier.Verify(layout, options);
    }

    /// <summary>Reads the Merkle tree over the recording's blocks: each block before the seal is a leaf.</summary>
    /// <exception cref="RecordingException">The recording is damaged, or can't be read.</exception>
    public MerkleTree ReadTree() => new RecordingProver(layout).Tree;

    /// <summary>Proves that the block that holds an event is in the recording, for who has no more of it than a checkpoint.</summary>
    /// <param name="sequence">The number of the event.</param>
    /// <param name="checkpoint">A checkpoint that was kept, to prove it under; null for the recording's last: that of the seal.</param>
    /// <param name="withBlock">Whether the proof holds the block itself, with all events in it; else its hash and the numbers of its events.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such event.</exception>
    /// <exception cref="ArgumentException">The recording did not grow from that checkpoint, or it was made before the event.</exception>
    /// <exception cref="RecordingException">The recording is damaged, or can't be read.</exception>
    public TlogProof ProveEvent(long sequence, Checkpoint? checkpoint = null, bool withBlock = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return new RecordingProver(layout).ProveEvent(sequence, checkpoint, withBlock);
    }

    /// <summary>Proves that the recording grew from a checkpoint, for who has kept that one and gets no more of the recording than its last.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <exception cref="ArgumentException">The recording did not grow from it.</exception>
    /// <exception cref="RecordingException">The recording is damaged, or can't be read.</exception>
    public GrowthProof ProveGrowth(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return new RecordingProver(layout).ProveGrowth(checkpoint);
    }

    /// <summary>Closes the file, and erases its key from memory. Values and events that were read stay usable, except for blobs that they refer to.</summary>
    public void Dispose()
    {
        layout.Key.Dispose();
        store.Dispose();
    }

    /// <summary>How it was opened, and with which key store.</summary>
    internal RecordingOpenOptions OpenedWith { get; }

    /// <summary>Refuses a recording whose contents can't be read.</summary>
    /// <exception cref="RecordingException">It is encrypted, and its key is missing.</exception>
    internal void RequireContents() => layout.Key.ThrowIfLocked(Path);

    /// <summary>The blocks that hold events, as they are read.</summary>
    internal IEnumerable<EventBlock> Blocks()
    {
        for (var number = 0; number < source.BlockCount; number++)
        {
            if (source.ReadBlock(number, onProblem: null) is { } block)
                yield return block;
        }
    }

    /// <summary>The methods that the recording has calls of, found by its index.</summary>
    internal IEnumerable<MethodDefinition> Methods => Unlocked
        .Index.Definitions.Entries.Select(entry => source.FindDefinition(entry.Key)?.Method).OfType<MethodDefinition>();

    /// <summary>Walks over the events as <see cref="ReadEvents"/> does, without making anything of them.</summary>
    internal EventCursor Walk() => onDamage == OnDamage.Skip ? new EventCursor(source, AddProblem, atEnd: null) : new EventCursor(source, onProblem: null, DamageAtEnd());

    /// <summary>Reads the blocks as they are stored, checked and taken apart, up to the first that is not whole; what is in the tail is in none.</summary>
    internal IEnumerable<ScannedBlock> ReadBlocks() => BlockAhead.Scan(store, RecordingIndex.Start, new ScanPlan(layout.SessionBytes, layout.Key, ScanDepth.Indexed));

    /// <summary>The bytes of everything stored.</summary>
    internal long StoredLength => store.Length;

    /// <summary>Finds the content of blobs.</summary>
    internal IBlobSource Blobs => source.Blobs;

    /// <summary>Finds what lists grew from.</summary>
    internal IListSource Lists => source.Lists;

    /// <summary>The layout, where the contents can be read.</summary>
    private RecordingLayout Unlocked
    {
        get
        {
            RequireContents();
            return layout;
        }
    }

    private IEnumerable<RecordedEvent> ReadUpToDamage(long first)
    {
        foreach (var found in source.ReadFrom(first, onProblem: null))
            yield return found;

        if (DamageAtEnd() is { } damage)
            throw damage;
    }

    /// <summary>The error that ends the events of a recording that was walked over up to damage; null when that was not so.</summary>
    private RecordingException? DamageAtEnd() =>
        layout.Problems.FirstOrDefault(problem => problem.ErrorKind is not null) is { } problem
            ? new RecordingException(problem.ErrorKind!.Value, Path, problem.Message, problem.Offset)
            : null;

    private RecordingSummary BuildSummary() => Unlocked.Summary ?? layout.SummaryBuilder!.Build(source.FindBlob);

    private SessionStartedEvent? FindStart()
    {
        try
        {
            // It is the first event, unless blobs that it refers to come before it.
            return source.ReadFrom(0, onDamage == OnDamage.Skip ? AddProblem : null)
                .TakeWhile(found => found is SessionStartedEvent or BlobEvent or DefinitionEvent)
                .OfType<SessionStartedEvent>()
                .FirstOrDefault();
        }
        catch (RecordingException exception) when (RecordingProblem.KindOf(exception) is not null)
        {
            return null; // Reading the events reports it.
        }
    }

    private void AddProblem(RecordingProblem problem)
    {
        lock (gate)
        {
            if (!problems.Contains(problem))
                problems.Add(problem);
        }
    }
}
