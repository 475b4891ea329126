using Reenact.Events;

namespace Reenact.FuzzTests;

/// <summary>What was seen of a recording, and what must hold whatever it is.</summary>
/// <param name="State">How whole it is said to be.</param>
/// <param name="IsIntact">Whether verification says that it is as it was written.</param>
/// <param name="Events">The bytes of its events, by their numbers.</param>
internal sealed record Observed(RecordingState State, bool IsIntact, bool IsSealed, IReadOnlyDictionary<long, byte[]> Events)
{
    /// <summary>Reads what there is; damage is skipped.</summary>
    /// <returns>Null when it is refused.</returns>
    public static Observed? Of(CorpusFile file)
    {
        try
        {
            using var recording = file.Open(OnDamage.Skip);
            var events = new Dictionary<long, byte[]>();
            if (recording.Encryption is RecordingEncryption.None or RecordingEncryption.Decrypted)
            {
                for (var cursor = recording.Walk(); cursor.MoveNext();)
                    events.Add(cursor.Sequence, cursor.Bytes.ToArray());
            }

            var verification = recording.Verify();
            return new Observed(recording.State, verification.IsIntact, verification.IsSealed, events);
        }
        catch (RecordingException)
        {
            return null;
        }
    }

    /// <summary>Refuses an event that is not one of those that were written, at its place.</summary>
    public void CheckAgainst(IReadOnlyDictionary<long, byte[]> written)
    {
        foreach (var (sequence, bytes) in Events)
        {
            if (!written.TryGetValue(sequence, out var expected) || !expected.AsSpan().SequenceEqual(bytes))
                throw new FuzzFailure($"event {sequence} is read as {Convert.ToHexString(bytes.AsSpan(0, Math.Min(60, bytes.Length)))}, and was never written so");
        }
    }

    /// <summary>What verification finds nothing wrong with can be read, and what can't be read it has found.</summary>
    public void CheckReadable(CorpusFile file)
    {
        string? why = null;
        try
        {
            using var recording = file.Open(OnDamage.Throw);
            if (recording.Encryption is RecordingEncryption.None or RecordingEncryption.Decrypted)
                _ = recording.ReadEvents().Count();
        }
        catch (RecordingException exception)
        {
            why = exception.Message;
        }

        if (IsIntact && why is not null)
            throw new FuzzFailure($"it verifies as intact, and can't be read: {why}");
    }
}
