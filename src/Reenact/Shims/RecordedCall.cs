// Replaced by the recorder.
#pragma warning disable CA1822
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>One call of a recorded or replayed method, as emitted code sees it. Emitted code calls its members in the order
/// <see cref="TryEnter"/>, <see cref="BeginArguments"/>, <see cref="Start"/>, and then one that ends it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RecordedCall
{
    /// <summary>Enters a call when a session is current.</summary>
    /// <returns>Whether there is a session. Without one, emitted code just calls the core.</returns>
    public static bool TryEnter(RecordedMethod method, out RecordedCall call) => throw null!;

    /// <summary>What codecs need beside the writer.</summary>
    public readonly ValueWriteContext Values => throw null!;

    /// <summary>Begins the arguments.</summary>
    /// <param name="count">How many arguments follow; each is one value.</param>
    public MessagePackWriter BeginArguments(int count) => throw null!;

    /// <summary>Ends the arguments and starts the call.</summary>
    public CallAction Start(ref MessagePackWriter writer) => throw null!;

    /// <summary>Ends a call whose core threw before it returned.</summary>
    public void Fail(Exception exception) => throw null!;

    /// <summary>Ends a call without a result.</summary>
    public void Return() => throw null!;

    /// <summary>Ends a call with its result.</summary>
    public void Return<T, TCodec>(T result)
        where TCodec : IValueCodec<T> => throw null!;

    /// <summary>Ends a call when its task does. What the caller gets behaves as the core's task would.</summary>
    public Task ReturnTask(Task task) => throw null!;

    /// <summary>Ends a call when its task does. What the caller gets behaves as the core's task would.</summary>
    public Task<T> ReturnTask<T, TCodec>(Task<T> task)
        where TCodec : IValueCodec<T> => throw null!;

    /// <summary>Ends a call when its task does. What the caller gets behaves as the core's task would.</summary>
    public ValueTask ReturnValueTask(ValueTask task) => throw null!;

    /// <summary>Ends a call when its task does. What the caller gets behaves as the core's task would.</summary>
    public ValueTask<T> ReturnValueTask<T, TCodec>(ValueTask<T> task)
        where TCodec : IValueCodec<T> => throw null!;

    /// <summary>Serves a recorded call without a result.</summary>
    public void Serve() => throw null!;

    /// <summary>Serves a recorded result.</summary>
    public T Serve<T, TCodec>()
        where TCodec : IValueCodec<T> => throw null!;

    /// <summary>Serves a recorded task.</summary>
    public Task ServeTask() => throw null!;

    /// <summary>Serves a recorded task.</summary>
    public Task<T> ServeTask<T, TCodec>()
        where TCodec : IValueCodec<T> => throw null!;

    /// <summary>Serves a recorded task.</summary>
    public ValueTask ServeValueTask() => throw null!;

    /// <summary>Serves a recorded task.</summary>
    public ValueTask<T> ServeValueTask<T, TCodec>()
        where TCodec : IValueCodec<T> => throw null!;

    /// <summary>Runs the core of a replayed method when its turn comes.</summary>
    public Task RunTaskWhenDue(Func<Task> core) => throw null!;

    /// <summary>Runs the core of a replayed method when its turn comes.</summary>
    public Task<T> RunTaskWhenDue<T, TCodec>(Func<Task<T>> core)
        where TCodec : IValueCodec<T> => throw null!;

    /// <summary>Runs the core of a replayed method when its turn comes.</summary>
    public ValueTask RunValueTaskWhenDue(Func<ValueTask> core) => throw null!;

    /// <summary>Runs the core of a replayed method when its turn comes.</summary>
    public ValueTask<T> RunValueTaskWhenDue<T, TCodec>(Func<ValueTask<T>> core)
        where TCodec : IValueCodec<T> => throw null!;
}
