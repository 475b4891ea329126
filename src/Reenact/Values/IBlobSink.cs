namespace Reenact.Values;

/// <summary>Stores content once per recording.</summary>
internal interface IBlobSink
{
    /// <summary>Stores content unless it is there already.</summary>
    /// <param name="content">At most <see cref="ValueLimits.BlobPart"/> bytes; longer content is stored in parts by the caller.</param>
    /// <returns>The id of the blob, from 1.</returns>
    uint Store(ReadOnlySpan<byte> content);
}
