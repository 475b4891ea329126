using Microsoft.Win32.SafeHandles;
using Reenact.Files;

namespace Reenact.Format;

/// <summary>A recording in a file. Reading is thread-safe, also while one thread writes.</summary>
public sealed class FileBlockStore : IBlockStore, ITailedStore
{
    private readonly SafeFileHandle handle;

    /// <summary>Whether the file's entry in its folder is; without it, a file that was flushed can be gone after a loss of power.</summary>
    private bool nameIsOnDisk;

    private FileBlockStore(string path, SafeFileHandle handle)
    {
        Name = path;
        this.handle = handle;
    }

    /// <inheritdoc/>
    public string Name { get; }

    private string TailPath => Name + ".tail";

    /// <inheritdoc/>
    public long Length => Run("reading its length", 0, static (handle, _) => RandomAccess.GetLength(handle), 0);

    /// <summary>Creates a file to record into. Others may read it meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="replace">
    /// Whether a file that exists is replaced; otherwise it is an error. A recording is deleted, not overwritten: whoever still writes or
    /// reads it goes on with the deleted file, so that two writers never write into each other's.
    /// </param>
    /// <exception cref="RecordingException">The file can't be created.</exception>
    public static FileBlockStore Create(string path, bool replace = false)
    {
        var mode = replace && !TryDeleteRecording(path) ? FileMode.Create : FileMode.CreateNew;
        try
        {
            return Locked(Open(path, mode, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, "creating it"));
        }
        catch (RecordingException exception) when (replace && exception.Kind == RecordingErrorKind.AlreadyExists)
        {
            throw new RecordingException(
                exception.Kind, path, $"{path}: another recording was made there while this one was to replace it. Give each that is recorded at the same time its own path.", null, exception);
        }
    }

    /// <summary>Opens a file to read a recording. Others may write it meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RecordingException">The file can't be opened.</exception>
    public static FileBlockStore OpenRead(string path) => FileKind.HasNoLength(path)
        ? throw new RecordingException(
            RecordingErrorKind.Empty, path, $"{path}: {FileKind.NoLength}; there is no recording in it. Check the path, or copy it into an ordinary file first.")
        : Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, "opening it");

    /// <summary>Opens a file to go on with the recording in it. Others may read it meanwhile, and nobody else write it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RecordingException">The file can't be opened, or is being written (<see cref="RecordingErrorKind.InUse"/>).</exception>
    /// <remarks>The lock ends when the store is disposed or its process ends. Outside Linux and Windows nothing is locked.</remarks>
    public static FileBlockStore OpenWrite(string path) => FileKind.HasNoLength(path)
        ? throw new RecordingException(
            RecordingErrorKind.Empty, path, $"{path}: {FileKind.NoLength}; there is no recording in it to go on with. Check the path, or begin a new one.")
        : Locked(Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, "opening it to go on with it"));

    /// <inheritdoc/>
    public void WritePreamble(ReadOnlySpan<byte> preamble) => Write(0, preamble);

    /// <inheritdoc/>
    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block) => Write(address.Offset, block);

    /// <inheritdoc/>
    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer) => Write(address.Offset, trailer);

    /// <inheritdoc/>
    public void Flush(bool durable)
    {
        // What is written is with the operating system already: nothing is buffered here.
        if (!durable)
            return;

        Run("flushing it to disk", Length, static (handle, _) => { RandomAccess.FlushToDisk(handle); return 0; }, 0);
        if (!nameIsOnDisk)
            Run("flushing its folder to disk", 0, static (_, path) => { FolderSync.Run(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!); return 0; }, Name);
        nameIsOnDisk = true;
    }

    /// <inheritdoc/>
    public void Truncate(BlockAddress address) =>
        Run("shortening it", address.Offset, static (handle, length) => { RandomAccess.SetLength(handle, length); return 0; }, address.Offset);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ReadPreamble() => Read(0, BlockLayout.PreambleSize);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address)
    {
        var length = address.Length;
        if (length == 0)
        {
            var header = Read(address.Offset, BlockLayout.HeaderSize);
            if (header.Length < BlockLayout.HeaderSize || (length = BlockLayout.BlockLength(header.Span)) == 0)
                return header;
        }

        return Read(address.Offset, length);
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ReadTrailer()
    {
        var length = Length;
        return Read(Math.Max(0, length - BlockLayout.TrailerSize), (int)Math.Min(length, BlockLayout.TrailerSize));
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    IEventMemory ITailedStore.BeginTail(TailHeader header) => TailFile.Create(TailPath, header);

    ReadOnlyMemory<byte> ITailedStore.ReadTail()
    {
        if (FileKind.HasNoLength(TailPath))
            return default;

        try
        {
            using var tail = Open(TailPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, "opening it");
            return tail.Read(0, (int)Math.Min(tail.Length, TailLayout.MaxLength));
        }
        catch (RecordingException exception) when (exception.Kind == RecordingErrorKind.NotFound)
        {
            return default;
        }
    }

    void ITailedStore.RemoveTail()
    {
        try
        {
            File.Delete(TailPath);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, TailPath, "removing it", offset: null);
        }
    }

    private static bool TryDeleteRecording(string path)
    {
        if (!File.Exists(path))
            return false;

        try
        {
            using (var existing = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            {
                Span<byte> start = stackalloc byte[Preamble.Magic.Length];
                if (RandomAccess.Read(existing, start, 0) < start.Length || !start.SequenceEqual(Preamble.Magic))
                    return false;
            }

            File.Delete(path);
            return true;
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, path, "replacing it", offset: null);
        }
    }

    private static FileBlockStore Locked(FileBlockStore store)
    {
        if (WriterLock.TryTake(store.handle))
            return store;

        using (store)
        {
            throw new RecordingException(
                RecordingErrorKind.InUse, store.Name,
                $"{store.Name}: {LastWriter.Describe(store)} is writing it. Wait until its session ends, or end that process; readers may open it meanwhile.");
        }
    }

    private static FileBlockStore Open(string path, FileMode mode, FileAccess access, FileShare share, string doing)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new FileBlockStore(path, File.OpenHandle(path, mode, access, share));
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, path, doing, offset: null);
        }
    }

    private void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(handle, bytes, offset);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, Name, "writing", offset);
        }
    }

    private ReadOnlyMemory<byte> Read(long offset, int length)
    {
        try
        {
            var available = RandomAccess.GetLength(handle) - offset;
            if (offset < 0 || available <= 0)
                return default;

            var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(length, available));
            var filled = 0;
            while (filled < bytes.Length)
            {
                var read = RandomAccess.Read(handle, bytes.AsSpan(filled), offset + filled);
                if (read == 0)
                    break;
                filled += read;
            }

            return bytes.AsMemory(0, filled);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, Name, "reading", offset);
        }
    }

    private TResult Run<TState, TResult>(string doing, long offset, Func<SafeFileHandle, TState, TResult> action, TState state)
    {
        try
        {
            return action(handle, state);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, Name, doing, offset);
        }
    }
}
