namespace Reenact.Integrity;

/// <summary>Asks a signer, which may fail in every way there is.</summary>
internal static class TimedSigning
{
    /// <summary>Signs a checkpoint.</summary>
    /// <param name="checkpoint">What is signed.</param>
    /// <param name="signer">The signer.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="store">The recording, for messages.</param>
    /// <exception cref="RecordingException">There is no signature.</exception>
    public static async Task<Checkpoint> SignAsync(Checkpoint checkpoint, IRecordingSigner signer, TimeSpan patience, string store)
    {
        using var giveUp = new CancellationTokenSource();
        try
        {
            // On a thread of its own: a signer may also wait before it returns a task.
            return await Task.Run(() => checkpoint.SignAsync(signer, giveUp.Token).AsTask()).WaitAsync(patience).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            await giveUp.CancelAsync().ConfigureAwait(false);
            throw Failed($"it took longer than {patience.TotalSeconds:0.###} s (RecordOptions.SignerTimeout)", exception);
        }
        catch (Exception exception)
        {
            throw Failed(exception.Message.TrimEnd('.'), exception);
        }

        RecordingException Failed(string why, Exception exception) => new(
            RecordingErrorKind.SigningFailed, store,
            $"{store}: the signer gave no signature: {why}. What is recorded is whole; where it is sealed, the seal is not signed.", offset: null, exception);
    }
}
