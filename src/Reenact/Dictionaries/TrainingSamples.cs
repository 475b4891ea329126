using System.Buffers;
using Reenact.Format;
using ZstdSharp;

namespace Reenact.Dictionaries;

/// <summary>What a dictionary is learned from: the blocks of recordings, as they are compressed. Not thread-safe.</summary>
internal sealed class TrainingSamples(DictionaryTrainingOptions options)
{
    private const int MaxTotal = 32 << 20;
    private const int LargestSample = 128 << 10;

    /// <summary>Less tells nothing of what recordings have in common.</summary>
    private const int FewestSamples = 8;

    private readonly List<byte[]> samples = [];
    private (string Path, string? Tenant)? first;
    private long total;

    /// <summary>Takes the blocks of a recording.</summary>
    /// <exception cref="RecordingException">It can't be read, or is not to be learned from.</exception>
    public void Add(Recording recording)
    {
        recording.RequireContents();
        if (recording.KeyId is not null && !options.IncludeEncrypted)
            throw Refuse(recording.Path, "it is encrypted, and a dictionary is in the clear and outlives its key. Leave it out, or say that encrypted recordings are meant (DictionaryTrainingOptions.IncludeEncrypted, --encrypted)");
        var tenant = recording.Info.Tenant;
        first ??= (recording.Path, tenant);
        if (tenant != first.Value.Tenant && !options.MixTenants)
            throw Refuse(recording.Path, $"it is of {Name(tenant)}, and {first.Value.Path} of {Name(first.Value.Tenant)}: a dictionary holds text of both, for whoever reads either. Train one for each tenant, or say that mixing is meant (DictionaryTrainingOptions.MixTenants, --mixed-tenants)");
        foreach (var block in recording.Blocks())
            Add(block);
    }

    /// <summary>Learns the dictionary.</summary>
    /// <exception cref="RecordingException">There is too little to learn from.</exception>
    public byte[] Train()
    {
        if (samples.Count < FewestSamples)
            throw TooLittle(null);
        try
        {
            return DictBuilder.TrainFromBuffer(samples, options.Size);
        }
        catch (ZstdException exception)
        {
            throw TooLittle(exception);
        }
    }

    private void Add(EventBlock block)
    {
        if (total >= MaxTotal)
            return;
        var folded = ArrayPool<byte>.Shared.Rent(block.Body.Length);
        try
        {
            var content = BodyFolder.TryFold(block.Body.Span, block.Starts.Length, folded.AsSpan(0, block.Body.Length), out var length) ? folded.AsSpan(0, length) : block.Body.Span;
            for (; !content.IsEmpty; content = content[Math.Min(LargestSample, content.Length)..])
                samples.Add(content[..Math.Min(LargestSample, content.Length)].ToArray());
            total += length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(folded);
        }
    }

    private RecordingException TooLittle(Exception? cause) => new(
        RecordingErrorKind.NotForTraining, first?.Path ?? "",
        $"{first?.Path ?? "(nothing)"}: {samples.Count} blocks of events are too few to learn a dictionary of {options.Size:N0} bytes from. Take more recordings, or a smaller size.", offset: null, cause);

    private static RecordingException Refuse(string path, string reason) => new(RecordingErrorKind.NotForTraining, path, $"{path}: no dictionary is learned from this recording: {reason}.");

    private static string Name(string? tenant) => tenant is null ? "no tenant" : $"tenant '{tenant}'";
}
