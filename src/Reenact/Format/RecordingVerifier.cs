using Reenact.Events;
using Reenact.Integrity;

namespace Reenact.Format;

/// <summary>Checks a whole recording, trusting neither its index nor its summary.</summary>
internal sealed class RecordingVerifier
{
    /// <summary>Who forges a recording can make it fail in millions of places.</summary>
    private const int MaxFindings = 1000;

    private readonly IBlockStore store;
    private readonly RecordingLayout layout;
    private readonly List<VerificationFinding> findings = [];

    private RecordingVerifier(RecordingLayout layout)
    {
        store = layout.Store;
        this.layout = layout;
    }

    public static RecordingVerification Verify(RecordingLayout layout, VerificationOptions options) =>
        new RecordingVerifier(layout).Run(options);

    private RecordingVerification Run(VerificationOptions options)
    {
        foreach (var problem in layout.Problems)
            Add(problem.IsCut ? FindingSeverity.Warning : FindingSeverity.Error, problem.Message, problem.Offset);

        // What is wrong with events is found while blocks are, and told after them.
        var ofEvents = new List<VerificationFinding>();
        var audit = new EventAudit((severity, message, sequence) => Add(ofEvents, severity, $"{store.Name}: {message}", null, sequence));
        EventSource? source = null;
        var depth = options.StoredBytesOnly ? ScanDepth.Stored : ScanDepth.Audited;
        var scan = RecordingScan.Run(store, layout.SessionBytes, layout.Preamble.Span, layout.Key, depth, (scan, block) =>
        {
            source ??= SourceOf(scan);
            if (block.Stored.Header.Type == BlockType.Epoch)
                audit.BeginEpoch();
            if (block is { Events: { } events, Audit: { } facts })
                audit.Add(events, facts, block.Address.Number, source, problem => Add(ofEvents, FindingSeverity.Error, problem.Message, problem.Offset));
        });
        foreach (var address in scan.UncleanPadding)
            Add(FindingSeverity.Warning, $"{store.Name}: the padding of block {address.Number} is not zero. Nothing that is read depends on it.", address.Offset);
        if (layout.State == RecordingState.Sealed && scan.Problem is not null)
            AddDamagedBlocks();

        if (layout.Key.Missing is { } missing)
        {
            Add(FindingSeverity.Information, missing.IsDictionary
                ? $"{store.Name}: not decompressed: index, summary and events were not checked. {missing.ToException(store.Name, layout.Key.Id).MessageWithoutPath}"
                : missing.IsErased
                ? $"{store.Name}: erased: the key {layout.Key.Id} that its contents are encrypted with was destroyed, so nobody can read them. What was checked needs no key."
                : $"{store.Name}: encrypted; not decrypted: index, summary and events were not checked. {missing.ToException(store.Name, layout.Key.Id).MessageWithoutPath}");
        }

        audit.End();
        foreach (var finding in ofEvents)
            Add(findings, finding);

        var tree = scan.Tree();
        var seal = scan.Seal ?? layout.Seal;
        if (seal is not null)
            CheckSeal(seal, tree, scan, options.StoredBytesOnly ? null : source ?? SourceOf(scan));
        else
        {
            Add(FindingSeverity.Warning, $"{store.Name}: the recording is not sealed, so whether its end is missing can't be told. Its writer is still at work, crashed, or the end was cut off.");
            if (layout.EventsInTail > 0)
                Add(FindingSeverity.Information, $"{store.Name}: the last {layout.EventsInTail} events came from its tail, and are in no block yet.");
        }

        var signature = CheckSignature(seal, options.TrustedKeys, out var checkpoint);
        var kept = GrowthCheck.Run(layout.SessionId, scan.Leaves, scan.Problem is { IsCut: false }, options);
        foreach (var finding in GrowthCheck.Findings(store.Name, layout.SessionId, scan.Leaves.Count, kept, options.TrustedKeys.Count > 0))
            Add(findings, finding);
        return new RecordingVerification
        {
            IsSealed = seal is not null,
            Encryption = layout.Encryption,
            MissingDictionary = layout.Key.Missing is { IsDictionary: true } ? layout.Key.DictionaryId : null,
            StoredBytesOnly = options.StoredBytesOnly,
            Signature = signature.Status,
            SignedBy = signature.Status == SignatureStatus.Valid ? signature.Key?.Name : null,
            Checkpoint = checkpoint,
            Kept = kept,
            Root = tree.Root(),
            Leaves = tree.Size,
            Events = scan.Builder.Index.NextSequence,
            EventsInTail = layout.EventsInTail,
            Findings = findings,
        };
    }

    private EventSource SourceOf(RecordingScan scan) => new(store, layout.SessionBytes, scan.Builder.Index, layout.Key);

    /// <summary>Where the seal is intact it says where every block is, so that each damaged one can be named.</summary>
    private void AddDamagedBlocks()
    {
        var epochs = new EpochFinder(store, layout.SessionBytes, layout.Index);
        foreach (var block in layout.Index.Blocks)
        {
            var stored = StoredBlock.Read(store, block.Address, layout.SessionBytes).CheckEncryption(layout.Key.IsEncrypted);
            if (stored.Fault == BlockFault.None && stored.Header.Type == BlockType.Events && layout.Key is { IsEncrypted: true, IsLocked: false } key)
                stored = stored.Decrypt(key, layout.SessionBytes, epochs.Of(block.Address.Number));
            var reason = stored.Reason;
            if (stored.Fault == BlockFault.None && stored.Header.Type == BlockType.Events && !layout.Key.IsLocked)
                EventBlock.Decode(stored, layout.Key.Compression, out reason);
            if (reason.Length > 0)
                Add(FindingSeverity.Error, $"{store.Name}: block {block.Address.Number} at byte {block.Address.Offset}, with {block.EventCount} events from {block.FirstSequence} on, {reason}. Get an undamaged copy.", block.Address.Offset);
        }

        if (findings.Count == 0)
            Add(FindingSeverity.Error, $"{store.Name}: the blocks do not follow one another as the seal says.");
    }

    private void CheckSeal(Seal seal, MerkleFrontier tree, RecordingScan scan, EventSource? source)
    {
        if (seal.Leaves != tree.Size || !seal.Root.AsSpan().SequenceEqual(tree.Root()))
        {
            Add(FindingSeverity.Error, $"{store.Name}: the hash over its whole blocks ({tree.Size}) is not the one in its seal (over {seal.Leaves}); blocks were changed, or the seal is of another recording.");
            return;
        }

        if (seal.Cache.Length == 0 || source is null)
            return;
        if (!SealCache.TryDecode(seal.Cache, out var index, out var summary))
        {
            Add(FindingSeverity.Error, $"{store.Name}: the index in the seal can't be read.");
            return;
        }

        if (!SealCache.Encode(scan.Builder.Index, summary).AsSpan().SequenceEqual(seal.Cache))
            Add(FindingSeverity.Error, $"{store.Name}: the index in the seal is not that of the recording's blocks; it was changed.");
        if (!SealCache.Encode(index, scan.Builder.Summary.Build(source.FindBlob)).AsSpan().SequenceEqual(seal.Cache))
            Add(FindingSeverity.Error, $"{store.Name}: the summary in the seal is not that of the recording's events; it was changed.");
    }

    private SignatureCheck CheckSignature(Seal? seal, IReadOnlyList<RecordingVerifierKey> trustedKeys, out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (seal is null)
            return new SignatureCheck(SignatureStatus.None);

        checkpoint = new Checkpoint(layout.SessionId, seal.Leaves, seal.Root);
        if (!SignedNote.TryParseSignatures(seal.Signatures, out var signatures, out var problem))
        {
            Add(FindingSeverity.Error, $"{store.Name}: the signatures of the seal can't be read: {problem}.");
            return new SignatureCheck(SignatureStatus.Invalid);
        }

        checkpoint = checkpoint.With(signatures);
        var check = checkpoint.Check(trustedKeys);
        switch (check.Status)
        {
            case SignatureStatus.Invalid:
                Add(FindingSeverity.Error, $"{store.Name}: the seal's signature by '{check.Key!.Name}' is wrong; the seal was changed after it was signed.");
                break;
            case SignatureStatus.UnknownKey:
                Add(FindingSeverity.Warning, $"{store.Name}: the seal is signed by {string.Join(", ", signatures.Select(signature => $"'{signature.KeyName}'"))}, but none of these keys was given to check it with.");
                break;
            case SignatureStatus.None when trustedKeys.Count > 0:
                Add(FindingSeverity.Warning, $"{store.Name}: the seal is not signed, so whoever could write the file could make it.");
                break;
        }

        return check;
    }

    private void Add(FindingSeverity severity, string message, long? offset = null, long? sequence = null) => Add(findings, severity, message, offset, sequence);

    private void Add(List<VerificationFinding> to, FindingSeverity severity, string message, long? offset = null, long? sequence = null) =>
        Add(to, new VerificationFinding(severity, message, offset, sequence));

    private void Add(List<VerificationFinding> to, VerificationFinding finding)
    {
        if (to.Count < MaxFindings)
            to.Add(finding);
        else if (to.Count == MaxFindings)
            to.Add(new VerificationFinding(FindingSeverity.Error, $"{store.Name}: there is more, which is left out after {MaxFindings} findings."));
    }
}
