using System.Text;
using Reenact.Format;

namespace Reenact.Integrity;

/// <summary>The file beside a recording that its checkpoints are appended to, each followed by an empty line. Not thread-safe.</summary>
internal sealed class CheckpointSidecar : IDisposable
{
    private const string Extension = ".checkpoints";

    private readonly string path;
    private readonly FileStream file;

    private CheckpointSidecar(string path, FileStream file)
    {
        this.path = path;
        this.file = file;
    }

    /// <summary>Makes the sidecar of a recording that begins, or opens that of one that goes on.</summary>
    /// <exception cref="ArgumentException">The recording is in no file.</exception>
    /// <exception cref="RecordingException">The file is there already and is not to be replaced, or can't be made.</exception>
    public static CheckpointSidecar Create(BlockWriter recording, FileMode mode)
    {
        if (!recording.IsFile)
            throw new ArgumentException($"{recording.StoreName}: only a recording in a file has a sidecar for checkpoints. Take them with CheckpointOptions.OnCheckpoint instead.");
        var path = recording.StoreName + Extension;
        try
        {
            return new CheckpointSidecar(path, new FileStream(path, mode, FileAccess.Write, FileShare.Read | FileShare.Delete));
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, path, "creating it", offset: null);
        }
    }

    /// <summary>Appends a checkpoint.</summary>
    /// <exception cref="RecordingException">It can't be written.</exception>
    public void Append(Checkpoint checkpoint)
    {
        try
        {
            file.Write(Encoding.UTF8.GetBytes($"{checkpoint}\n"));
            file.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, path, "writing a checkpoint", offset: null);
        }
    }

    public void Dispose() => file.Dispose();
}
