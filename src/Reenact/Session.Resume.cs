using Reenact.Format;
using Reenact.Keys;
using Reenact.Recorders;

namespace Reenact;

/// <content>Going on with a session.</content>
public static partial class Session
{
    /// <summary>
    /// Goes on with the session of a recording: one whose process crashed or was killed, or one that ended. Seal, trailer and what the crash left of a
    /// block are removed, what the tail has becomes a block, and events, calls, methods and texts are numbered on. The session is ambient as with
    /// <see cref="Record(string, SessionInfo?, RecordOptions?)"/>.
    /// </summary>
    /// <remarks>
    /// <para>Calls that were under way in the crash stay without an end. A session that ended, and goes on, stays as exact as its parts; one that crashed amid its code counts as
    /// <see cref="Exactness.Free"/> (<see cref="FreeCause.Interrupted"/>).</para>
    /// <para>Times go on as ticks since the session's start by the system's clock, which counts the time in between, and never lie before those that
    /// are there.</para>
    /// <para>An encrypted session goes on encrypted, with the key that its recording names and a fresh salt. One that is compressed with a trained dictionary goes on with that one,
    /// which is looked for as when the recording is read (<see cref="RecordingOpenOptions.Dictionaries"/>), and in <see cref="RecordOptions.Dictionary"/> first.</para>
    /// <para>Two writers at once are refused: the file is locked until its session is disposed or its process ends, however it does.</para>
    /// </remarks>
    /// <param name="path">The recording's path.</param>
    /// <param name="options">
    /// How to record; null for the defaults. <see cref="RecordOptions.KeyStore"/> must have the session's key where the recording is encrypted, and be null where it is not;
    /// <see cref="RecordOptions.Replace"/> and <see cref="RecordOptions.Tenant"/> mean nothing here.
    /// </param>
    /// <exception cref="RecordingException">
    /// The file is no recording, is damaged, is being written by somebody else (<see cref="RecordingErrorKind.InUse"/>), its key can't be had, or it can't be written.
    /// </exception>
    /// <exception cref="InvalidOperationException">The calling code is being replayed.</exception>
    public static SessionRecorder Resume(string path, RecordOptions? options = null)
    {
        CheckNotReplayed();
        return Resume(FileBlockStore.OpenWrite(path), options);
    }

    /// <summary>Goes on with the session of a recording in a store, as <see cref="Resume(string, RecordOptions?)"/> does.</summary>
    /// <param name="store">A store that nobody else writes; the session disposes it.</param>
    /// <param name="options">How to record; null for the defaults.</param>
    /// <exception cref="RecordingException">The store holds no recording, a damaged one, its key can't be had, or it can't be written.</exception>
    /// <exception cref="InvalidOperationException">The calling code is being replayed.</exception>
    public static SessionRecorder Resume(IBlockStore store, RecordOptions? options = null)
    {
        CheckNotReplayed();
        ArgumentNullException.ThrowIfNull(store);
        options ??= new RecordOptions();
        ContentKey key;
        try
        {
            key = KeyRequest.Wait(() => ResumeKey.FindAsync(store, options, CancellationToken.None));
        }
        catch
        {
            store.Dispose();
            throw;
        }

        return GoOn(store, key, options);
    }

    /// <summary>
    /// Goes on with the session of a recording, as <see cref="Resume(string, RecordOptions?)"/> does, waiting for its key without holding a thread. The session is not ambient for the
    /// calling code, as nothing that an asynchronous method sets is: run its code with <see cref="SessionRecorder.RunAsync{T}(Func{Task{T}})"/>.
    /// </summary>
    /// <param name="path">The recording's path.</param>
    /// <param name="options">How to record; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait for the key; nothing is changed then.</param>
    /// <exception cref="RecordingException">As for <see cref="Resume(string, RecordOptions?)"/>.</exception>
    /// <exception cref="InvalidOperationException">The calling code is being replayed.</exception>
    public static async Task<SessionRecorder> ResumeAsync(string path, RecordOptions? options = null, CancellationToken cancellationToken = default)
    {
        CheckNotReplayed();
        options ??= new RecordOptions();
        var store = FileBlockStore.OpenWrite(path);
        ContentKey key;
        try
        {
            key = await ResumeKey.FindAsync(store, options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            store.Dispose();
            throw;
        }

        return GoOn(store, key, options);
    }

    private static SessionRecorder GoOn(IBlockStore store, ContentKey key, RecordOptions options)
    {
        try
        {
            SessionRecorder.Check(options); // Before anything of the recording is cut off.
        }
        catch
        {
            key.Dispose();
            store.Dispose();
            throw;
        }

        var target = BlockWriter.Resume(store, key);
        try
        {
            return new SessionRecorder(target, target.SessionId, new SessionInfo(), options, origin: null, ResumePoint.Read(target.Events(), store.Name));
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }
}
