using Reenact.Format;
using Reenact.Keys;

namespace Reenact;

/// <content>Opening.</content>
public sealed partial class Recording
{
    /// <summary>Opens a recording in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="onDamage">What reading does where bytes are not what was written.</param>
    /// <exception cref="RecordingException">There is no such file, or it is no recording that this version reads; <see cref="RecordingException.Kind"/> says which.</exception>
    public static Recording Open(string path, OnDamage onDamage) => Open(FileBlockStore.OpenRead(path), onDamage);

    /// <summary>Opens a recording in a file. Where bytes are not what was written, reading throws.</summary>
    /// <param name="path">The file.</param>
    /// <inheritdoc cref="Open(string, OnDamage)" path="/exception"/>
    public static Recording Open(string path) => Open(path, OnDamage.Throw);

    /// <summary>Opens a recording in a file. For its key, where it is encrypted, the calling thread waits.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to open it.</param>
    /// <exception cref="RecordingException">
    /// There is no such file, it is no recording that this version reads, or the key store failed or has another key; <see cref="RecordingException.Kind"/> says
    /// which. That a key is missing is no error here, see <see cref="Encryption"/>.
    /// </exception>
    public static Recording Open(string path, RecordingOpenOptions options) => Open(FileBlockStore.OpenRead(path), options);

    /// <summary>Opens a recording in a store.</summary>
    /// <param name="store">The store. The recording owns it from here on, also when this fails.</param>
    /// <param name="onDamage">What reading does where bytes are not what was written.</param>
    /// <exception cref="RecordingException">It holds no recording that this version reads; <see cref="RecordingException.Kind"/> says which.</exception>
    public static Recording Open(IBlockStore store, OnDamage onDamage) => Open(store, new RecordingOpenOptions { OnDamage = onDamage });

    /// <summary>Opens a recording in a store. Where bytes are not what was written, reading throws.</summary>
    /// <param name="store">The store. The recording owns it from here on, also when this fails.</param>
    /// <inheritdoc cref="Open(IBlockStore, OnDamage)" path="/exception"/>
    public static Recording Open(IBlockStore store) => Open(store, OnDamage.Throw);

    /// <summary>Opens a recording in a store. For its key, where it is encrypted, the calling thread waits.</summary>
    /// <param name="store">The store. The recording owns it from here on, also when this fails.</param>
    /// <param name="options">How to open it.</param>
    /// <exception cref="RecordingException">
    /// It holds no recording that this version reads, or the key store failed or has another key; <see cref="RecordingException.Kind"/> says which. That a key is missing is no error
    /// here, see <see cref="Encryption"/>.
    /// </exception>
    public static Recording Open(IBlockStore store, RecordingOpenOptions options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        Func<Guid, ContentKey>? findKey = options.KeyStore is not { } keys ? null
            : id => KeyRequest.Wait(() => new KeyRequest(keys, options.KeyTimeout, store.Name).FindAsync(id, CancellationToken.None));
        try
        {
            return new Recording(store, options, findKey);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Opens a recording in a file, waiting for its key without holding a thread.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to open it.</param>
    /// <param name="cancellationToken">Ends the wait for the key.</param>
    /// <inheritdoc cref="Open(string, RecordingOpenOptions)" path="/exception"/>
    public static Task<Recording> OpenAsync(string path, RecordingOpenOptions options, CancellationToken cancellationToken) =>
        OpenAsync(FileBlockStore.OpenRead(path), options, cancellationToken);

    /// <summary>Opens a recording in a store, waiting for its key without holding a thread.</summary>
    /// <param name="store">The store. The recording owns it from here on, also when this fails.</param>
    /// <param name="options">How to open it.</param>
    /// <param name="cancellationToken">Ends the wait for the key.</param>
    /// <inheritdoc cref="Open(IBlockStore, RecordingOpenOptions)" path="/exception"/>
    public static async Task<Recording> OpenAsync(IBlockStore store, RecordingOpenOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var keyId = Preamble.Decode(store.ReadPreamble().Span, store.Name).KeyId;
            var key = keyId == Guid.Empty || options.KeyStore is not { } keys ? null
                : await new KeyRequest(keys, options.KeyTimeout, store.Name).FindAsync(keyId, cancellationToken).ConfigureAwait(false);
            return new Recording(store, options, key is null ? null : _ => key);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
