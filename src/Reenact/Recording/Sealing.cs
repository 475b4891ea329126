using System.Runtime.ExceptionServices;
using Reenact.Format;
using Reenact.Integrity;

namespace Reenact.Recorders;

/// <summary>Ends a recording: asks the signer, seals, hands the last checkpoint over. What fails on the way costs the signature, never what is recorded.</summary>
internal sealed class Sealing
{
    private readonly BackgroundWriter writer;
    private readonly RecordOptions options;
    private readonly string store;
    private readonly CheckpointPublisher? checkpoints;

    private Sealing(BackgroundWriter writer, RecordOptions options, string store, CheckpointPublisher? checkpoints)
    {
        this.writer = writer;
        this.options = options;
        this.store = store;
        this.checkpoints = checkpoints;
    }

    /// <summary>Why the newest checkpoint could not be signed or handed over.</summary>
    public Exception? CheckpointFailure => checkpoints?.Failure;

    /// <summary>Makes the writer of a session, and what its options ask for beside it.</summary>
    /// <param name="target">What is written.</param>
    /// <param name="options">How.</param>
    /// <param name="goesOn">Whether the recording was begun before, and its sidecar with it.</param>
    /// <param name="failed">Told once, when nothing is written any more.</param>
    /// <param name="writer">The writer.</param>
    /// <exception cref="RecordingException">The sidecar can't be made.</exception>
    public static Sealing Prepare(BlockWriter target, RecordOptions options, bool goesOn, Action<Exception> failed, out BackgroundWriter writer)
    {
        CheckpointSidecar? sidecar = null;
        if (options.Checkpoints is { Sidecar: true })
        {
            try
            {
                sidecar = CheckpointSidecar.Create(target, goesOn ? FileMode.Append : options.Replace ? FileMode.Create : FileMode.CreateNew);
            }
            catch
            {
                target.Dispose();
                throw;
            }
        }

        writer = new BackgroundWriter(target, failed);
        CheckpointPublisher? publisher = null;
        if (options.Checkpoints is not null)
        {
            publisher = new CheckpointPublisher(writer.CheckpointAsync, options, target.StoreName, sidecar);
            writer.WhenWritten(publisher.Note);
        }

        return new Sealing(writer, options, target.StoreName, publisher);
    }

    /// <summary>Seals what was handed over before.</summary>
    /// <exception cref="RecordingException">Writing failed, or everything is written but not signed, or the last checkpoint was not taken.</exception>
    public async Task SealAsync()
    {
        try
        {
            Exception? unsigned = null;
            Checkpoint? last = null;
            if (options.Signer is not null || checkpoints is not null)
            {
                // Durable before the signer is asked: a key service may take its time, and the process may not last as long.
                last = await writer.CheckpointAsync().ConfigureAwait(false);
            }

            if (options.Signer is { } signer)
            {
                try
                {
                    last = await TimedSigning.SignAsync(last!, signer, options.SignerTimeout, store).ConfigureAwait(false);
                }
                catch (RecordingException exception)
                {
                    unsigned = exception;
                }
            }

            await writer.SealAsync(last?.SignatureLines ?? "").ConfigureAwait(false);
            if (checkpoints is not null)
            {
                await checkpoints.EndAsync(last!, unsigned).ConfigureAwait(false);
            }

            if ((unsigned ?? CheckpointFailure) is { } failed)
            {
                ExceptionDispatchInfo.Throw(failed);
            }
        }
        finally
        {
            checkpoints?.Dispose();
        }
    }
}
