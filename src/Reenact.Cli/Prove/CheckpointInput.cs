using Reenact.Files;
using Reenact.Integrity;

namespace Reenact.Cli;

/// <summary>Reads checkpoints that a person kept.</summary>
internal static class CheckpointInput
{
    private const int LongestFile = 64 << 20;

    /// <summary>Reads a file of one checkpoint, or of many as a sidecar has them.</summary>
    /// <returns>At least one.</returns>
    /// <exception cref="UnreadableInputException">It can't be read, or holds something else.</exception>
    public static IReadOnlyList<Checkpoint> Read(string option, string path)
    {
        try
        {
            var bytes = SmallFile.Read(path, LongestFile)
                ?? throw new UnreadableInputException($"{option} {path}: this is no file of checkpoints: it is empty, no ordinary file, or over {LongestFile >> 20} MiB.");
            return CheckpointLog.TryParse(bytes, out var checkpoints, out var problem)
                ? checkpoints
                : throw new UnreadableInputException($"{option} {path}: this is no file of checkpoints: {problem}. A checkpoint is a signed note, as `reenact verify --json` and <recording>.checkpoints have it.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableInputException($"{option} {path}: {exception.Message}", exception);
        }
    }
}
