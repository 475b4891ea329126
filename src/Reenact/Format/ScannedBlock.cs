namespace Reenact.Format;

/// <summary>A block with everything found out about it that needs no other block. Blocks are scanned at the same time, on several threads.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Stored">The block as stored, checksum verified; with a fault where it does not decrypt, too.</param>
/// <param name="Leaf">Its leaf of the Merkle tree; none where it is no whole block.</param>
/// <param name="Events">Its events, taken apart; null where there are none, or nobody asked.</param>
/// <param name="Reason">Why it holds no events as it should; empty when nothing is wrong.</param>
/// <param name="Audit">What its events say of others; null where nobody asked.</param>
internal sealed record ScannedBlock(BlockAddress Address, StoredBlock Stored, byte[] Leaf, EventBlock? Events, string Reason, BlockAudit? Audit)
{
    /// <summary>Scans a block.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="bytes">What the store has there.</param>
    /// <param name="epoch">The epoch that it belongs to, for its key; null where nothing is to be decrypted, or the epoch block is damaged.</param>
    /// <param name="plan">What is looked at.</param>
    public static ScannedBlock Scan(BlockAddress address, ReadOnlyMemory<byte> bytes, Epoch? epoch, ScanPlan plan)
    {
        var stored = StoredBlock.Check(bytes, address, plan.SessionId).CheckEncryption(plan.Key.IsEncrypted);
        if (stored.Fault != BlockFault.None)
            return new ScannedBlock(address, stored, [], null, stored.Reason, null);
        var leaf = stored.Header.Type == BlockType.Seal ? [] : stored.Leaf();
        if (stored.Header.Type != BlockType.Events)
            return new ScannedBlock(address, stored, leaf, null, "", null);
        if (plan.Depth == ScanDepth.Stored)
            return new ScannedBlock(address, stored, leaf, null, EventBlock.HasPlausibleCounts(stored.Header) ? "" : EventBlock.ImplausibleCounts, null);

        var clear = plan.Key.IsEncrypted ? stored.Decrypt(plan.Key, plan.SessionId, epoch) : stored;
        if (clear.Fault != BlockFault.None)
            return new ScannedBlock(address, stored with { Fault = clear.Fault, Reason = clear.Reason }, [], null, clear.Reason, null);
        var events = EventBlock.Decode(clear, plan.Key.Compression, out var reason);
        var audit = events is not null && plan.Depth == ScanDepth.Audited ? BlockAudit.Of(events) : null;
        return new ScannedBlock(address, stored, leaf, events, reason, audit);
    }
}
