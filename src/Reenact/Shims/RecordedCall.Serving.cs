namespace Reenact.Shims;

/// <content>What a call that is served from the recording gives its caller.</content>
public partial struct RecordedCall
{
    /// <summary>Says where the recorded reports of a call that is served go to.</summary>
    /// <param name="place">The place of the parameter among those that are <see cref="IProgress{T}"/>, from 0.</param>
    /// <param name="progress">What the caller gave; null gets no reports.</param>
    public void ServeReports<T, TCodec>(int place, IProgress<T>? progress)
        where TCodec : IValueCodec<T>
    {
        if (progress is not null)
        {
            Reports ??= new CallReports { Caller = ExecutionContext.Capture() };
            Reports.Add(new ReportedProgress<T, TCodec>(this, progress, place));
        }
    }

    /// <summary>Sets a recorded out value; the default where the recording says none.</summary>
    /// <param name="place">The place of the parameter among those with a value that comes out, from 0.</param>
    /// <param name="value">The parameter.</param>
    public void ServeOut<T, TCodec>(int place, out T value)
        where TCodec : IValueCodec<T>
    {
        if (!Session.TryServeOutput<T, TCodec>(ref this, place, out value!))
        {
            value = default!;
        }
    }

    /// <summary>Sets a recorded ref value; it stays as it is where the recording says none.</summary>
    /// <param name="place">The place of the parameter among those with a value that comes out, from 0.</param>
    /// <param name="value">The parameter.</param>
    public void ServeRef<T, TCodec>(int place, ref T value)
        where TCodec : IValueCodec<T>
    {
        if (Session.TryServeOutput<T, TCodec>(ref this, place, out var recorded))
        {
            value = recorded;
        }
    }

    /// <summary>Writes the recorded content of a span; it stays as it is where the recording says none.</summary>
    /// <param name="place">The place of the parameter among those with a value that comes out, from 0.</param>
    /// <param name="target">The parameter.</param>
    /// <exception cref="ReplayDivergenceException">The span is of another length than the recorded one.</exception>
    public void ServeSpan<T, TCodec>(int place, Span<T> target)
        where TCodec : ISpanCodec<T> => Session.ServeSpan<T, TCodec>(ref this, place, target);

    /// <summary>Serves a recorded call without a result.</summary>
    public void Serve() => Session.Serve<Nothing, NothingCodec>(ref this);

    /// <summary>Serves a recorded result.</summary>
    public T Serve<T, TCodec>()
        where TCodec : IValueCodec<T> => Session.Serve<T, TCodec>(ref this);

    /// <summary>Serves a recorded task. A recorded cancellation carries the token.</summary>
    public Task ServeTask(CancellationToken cancellationToken = default) =>
        Session.ServeTask<Nothing, NothingCodec>(ref this, cancellationToken);

    /// <summary>Serves a recorded task. A recorded cancellation carries the token.</summary>
    public Task<T> ServeTask<T, TCodec>(CancellationToken cancellationToken = default)
        where TCodec : IValueCodec<T> => Session.ServeTask<T, TCodec>(ref this, cancellationToken);

    /// <summary>Serves a recorded task. A recorded cancellation carries the token.</summary>
    public ValueTask ServeValueTask(CancellationToken cancellationToken = default) => new(ServeTask(cancellationToken));

    /// <summary>Serves a recorded task. A recorded cancellation carries the token.</summary>
    public ValueTask<T> ServeValueTask<T, TCodec>(CancellationToken cancellationToken = default)
        where TCodec : IValueCodec<T> => new(ServeTask<T, TCodec>(cancellationToken));
}
