using Reenact.Dictionaries;
using Reenact.Format;

namespace Reenact.Keys;

/// <summary>Finds the key, and the dictionary, of a session that is to be gone on with: those that its recording names.</summary>
internal static class ResumeKey
{
    /// <summary>Finds the key in the key store that options give, and the dictionary in its places.</summary>
    /// <param name="store">The recording.</param>
    /// <param name="options">How it is gone on with.</param>
    /// <param name="cancellationToken">Ends the wait for the key.</param>
    /// <returns>The key, which is not missing; <see cref="ContentKey.None"/> where the recording is in the clear.</returns>
    /// <exception cref="RecordingException">It can't be had; or a key store was given, and the recording is in the clear.</exception>
    public static async Task<ContentKey> FindAsync(IBlockStore store, RecordOptions options, CancellationToken cancellationToken)
    {
        var preamble = Preamble.Decode(store.ReadPreamble().Span, store.Name);
        var key = DictionaryFinder.Complete(
            await FindKeyAsync(store, preamble.KeyId, options, cancellationToken).ConfigureAwait(false), preamble.DictionaryId, options.Dictionary is { } given ? [given] : [], store);
        if (key.Missing is { } missing)
        {
            key.Dispose();
            var why = missing.ToException(store.Name, preamble.KeyId);
            throw new RecordingException(
                why.Kind, store.Name, $"{store.Name}: this session can't be gone on with; nothing was changed. {why.MessageWithoutPath} A session of its own can be begun in another recording.", offset: null, why.InnerException);
        }

        return key;
    }

    private static async Task<ContentKey> FindKeyAsync(IBlockStore store, Guid keyId, RecordOptions options, CancellationToken cancellationToken)
    {
        if (keyId == Guid.Empty)
        {
            return options.KeyStore is null ? ContentKey.None : throw new RecordingException(
                RecordingErrorKind.WrongEncryption, store.Name,
                $"{store.Name}: this session can't be gone on with encrypted, because it was begun in the clear. Begin another one, or go on with it without RecordOptions.KeyStore.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.KeyTimeout, TimeSpan.Zero, nameof(options.KeyTimeout));
        return options.KeyStore is { } keys
            ? await new KeyRequest(keys, options.KeyTimeout, store.Name).FindAsync(keyId, cancellationToken).ConfigureAwait(false)
            : ContentKey.Without(keyId, MissingKey.NoStoreToGoOn);
    }
}
