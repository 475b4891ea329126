namespace Reenact.Keys;

/// <summary>The right to change a key ring, which one process, and one thread of it, has at a time.</summary>
internal static class RingLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits for the right.</summary>
    /// <param name="path">The file that stands for it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Gives the right back when it is disposed.</returns>
    /// <exception cref="KeyStoreException">Somebody else has it for too long, or the file can't be opened.</exception>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancellationToken)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 });
            }
            catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException))
            {
                if (DateTime.UtcNow > end)
                    throw new KeyStoreException(KeyStoreErrorKind.Busy, $"{path}: another process has changed the key ring for more than {Patience.TotalSeconds:0} seconds. Try again when it has ended.", exception);
            }
            catch (Exception exception) when (RingFiles.IsFileError(exception))
            {
                throw RingFiles.Translate(exception, path);
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }
}
