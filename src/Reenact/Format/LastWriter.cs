namespace Reenact.Format;

/// <summary>Who wrote a recording last, as far as it can be told.</summary>
internal static class LastWriter
{
    /// <summary>Says it for a message: the process and since when, or that it is another session.</summary>
    public static string Describe(IBlockStore store)
    {
        try
        {
            var preamble = store.ReadPreamble();
            var decoded = Preamble.Decode(preamble.Span, store.Name);
            var key = decoded.KeyId == Guid.Empty ? ContentKey.None : ContentKey.Without(decoded.KeyId, MissingKey.NoStore);
            var scan = RecordingScan.Run(store, decoded.SessionId.ToByteArray(bigEndian: true), preamble.Span, key, ScanDepth.Stored);
            if (scan.LastEpoch is { Process: not 0 } epoch)
                return $"{(epoch.Process == Environment.ProcessId ? "this process, " : "process ")}{epoch.Process} (since {epoch.Time:yyyy-MM-dd HH:mm:ss} UTC)";
        }
        catch (RecordingException)
        {
            // What is wrong with the recording is not what was asked.
        }

        return "another session";
    }
}
