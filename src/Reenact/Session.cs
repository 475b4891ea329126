using Reenact.Format;
using Reenact.Keys;
using Reenact.Replaying;
using Reenact.Sessions;

namespace Reenact;

/// <summary>The entry points: record a session, replay one, find the one that runs. Thread-safe.</summary>
public static partial class Session
{
    /// <summary>
    /// The session that the calling code runs in, null outside one. It flows with the async call, like an
    /// <see cref="AsyncLocal{T}"/>.
    /// </summary>
    public static ActiveSession? Current => LiveSessions.Any && Ambient.Current is { Session: { HasEnded: false } session } ? session : null;

    /// <summary>
    /// Records the session that begins now into a file. The session is ambient for the calling code and all it
    /// calls, until it is disposed; dispose it in the same method. It does not flow out of an asynchronous method that makes it: where a
    /// fixture or a factory makes the session, run its code with <see cref="SessionRecorder.RunAsync{T}(Func{Task{T}})"/>.
    /// </summary>
    /// <param name="path">The recording's path, by convention <c>*.reenact</c>. Its folder must exist.</param>
    /// <param name="info">Who runs the session.</param>
    /// <param name="options">How to record; null for the defaults.</param>
    /// <exception cref="RecordingException">The file can't be written, or there is one already and the options don't say to replace it.</exception>
    /// <exception cref="InvalidOperationException">The calling code is being replayed.</exception>
    public static SessionRecorder Record(string path, SessionInfo? info = null, RecordOptions? options = null)
    {
        CheckNotReplayed();
        options ??= new RecordOptions();
        var encryption = NewSessionKey.For(info ?? new SessionInfo(), options, path);
        var key = encryption is null ? null : KeyRequest.Wait(() => encryption.CreateAsync(CancellationToken.None));
        return Begin(key, () => FileBlockStore.Create(path, options.Replace), encryption?.Info ?? info, options);
    }

    /// <summary>Records the session that begins now into a store.</summary>
    /// <param name="store">An empty store; the session disposes it.</param>
    /// <param name="info">Who runs the session.</param>
    /// <param name="options">How to record; null for the defaults.</param>
    /// <exception cref="RecordingException">The store can't be written.</exception>
    /// <exception cref="InvalidOperationException">The calling code is being replayed.</exception>
    public static SessionRecorder Record(IBlockStore store, SessionInfo? info = null, RecordOptions? options = null)
    {
        CheckNotReplayed();
        ArgumentNullException.ThrowIfNull(store);
        options ??= new RecordOptions();
        try
        {
            var encryption = NewSessionKey.For(info ?? new SessionInfo(), options, store.Name);
            var key = encryption is null ? null : KeyRequest.Wait(() => encryption.CreateAsync(CancellationToken.None));
            return Begin(key, () => store, encryption?.Info ?? info, options);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Records the session that begins now into a file, waiting for its key without holding a thread. The session is not ambient for the calling code, as
    /// nothing that an asynchronous method sets is: run its code with <see cref="SessionRecorder.RunAsync{T}(Func{Task{T}})"/>.
    /// </summary>
    /// <param name="path">The recording's path, by convention <c>*.reenact</c>. Its folder must exist.</param>
    /// <param name="info">Who runs the session.</param>
    /// <param name="options">How to record; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait for the key; nothing is recorded then.</param>
    /// <exception cref="RecordingException">The key can't be had, the file can't be written, or there is one already and the options don't say to replace it.</exception>
    /// <exception cref="InvalidOperationException">The calling code is being replayed.</exception>
    public static async Task<SessionRecorder> RecordAsync(
        string path, SessionInfo? info = null, RecordOptions? options = null, CancellationToken cancellationToken = default)
    {
        CheckNotReplayed();
        options ??= new RecordOptions();
        var encryption = NewSessionKey.For(info ?? new SessionInfo(), options, path);
        var key = encryption is null ? null : await encryption.CreateAsync(cancellationToken).ConfigureAwait(false);
        return Begin(key, () => FileBlockStore.Create(path, options.Replace), encryption?.Info ?? info, options);
    }

    /// <summary>Opens a recording to replay it.</summary>
    /// <param name="path">The recording's path.</param>
    /// <param name="options">How to replay; null for the defaults.</param>
    /// <exception cref="RecordingException">The file can't be read, or it is no recording.</exception>
    public static SessionReplay Replay(string path, ReplayOptions? options = null)
    {
        options ??= new ReplayOptions();
        var recording = Recording.Open(path, new RecordingOpenOptions { KeyStore = options.KeyStore, KeyTimeout = options.KeyTimeout, Dictionaries = options.Dictionaries });
        try
        {
            return Replay(recording, options);
        }
        catch
        {
            recording.Dispose();
            throw;
        }
    }

    /// <summary>Replays a recording.</summary>
    /// <param name="recording">The recording; the replay disposes it.</param>
    /// <param name="options">How to replay; null for the defaults.</param>
    /// <exception cref="RecordingException">The recording is encrypted, and its key is missing.</exception>
    public static SessionReplay Replay(Recording recording, ReplayOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        recording.RequireContents();
        return new SessionReplay(recording, options ?? new ReplayOptions());
    }

    private static SessionRecorder Begin(SessionKey? key, Func<IBlockStore> open, SessionInfo? info, RecordOptions options)
    {
        try
        {
            var id = Guid.CreateVersion7();
            return new SessionRecorder(BlockWriter.Create(open(), id, key: key, dictionary: options.Dictionary), id, info ?? new SessionInfo(), options);
        }
        catch
        {
            key?.Dispose();
            throw;
        }
    }

    /// <summary>A session inside replayed code would take that code's calls from the replay, and they would run.</summary>
    private static void CheckNotReplayed()
    {
        if (Ambient.Current is ReplayContext)
        {
            throw new InvalidOperationException(
                "Code that is being replayed can't record a session: its recorded calls would run instead of being served. Begin the session outside the code that is " +
                "given to RunAsync, or inside a [Recorded] method, whose body runs only where a plan says so. To record the replay itself, use ForkAt or RecordTo.");
        }
    }
}
