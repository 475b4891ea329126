using Reenact.Events;
using Reenact.Replaying;
using Reenact.Sessions;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact;

/// <content>Calls whose result the plan gives. They end when the recorded call did.</content>
public sealed partial class SessionReplay
{
    private T ServeOverride<T, TCodec>(LiveCall live)
        where TCodec : IValueCodec<T>
    {
        var value = MakeOverride<T, TCodec>(live, out var failure);
        if (failure is not null)
        {
            FailOverride(live, failure, FailureCompletion.Thrown);
            throw failure;
        }

        EndOverride<T, TCodec>(live, value, ResultCompletion.AtReturn);
        return value;
    }

    private Task<T> ServeOverriddenTask<T, TCodec>(LiveCall live)
        where TCodec : IValueCodec<T>
    {
        var value = MakeOverride<T, TCodec>(live, out var failure);
        var completion = new TaskCompletionSource<T>();
        if (live is { EndsLater: true, Place: { } place, Turn: { } turn })
        {
            engine.Await(place, turn, () => Complete(later: true));
        }
        else
        {
            Complete(later: false);
        }

        return completion.Task;

        void Complete(bool later)
        {
            if (failure is null)
            {
                EndOverride<T, TCodec>(live, value, later ? ResultCompletion.Later : ResultCompletion.AtReturn);
                completion.SetResult(value);
            }
            else
            {
                FailOverride(live, failure, later ? FailureCompletion.Later : FailureCompletion.FailedTask);
                completion.SetFromTask(ServedTask<T, TCodec>.EndedBy(failure));
            }
        }
    }

    private OverriddenStream<T, TCodec> ServeOverriddenStream<T, TCodec>(LiveCall live, in RecordedCall call, CancellationToken cancellationToken)
        where TCodec : IValueCodec<T>
    {
        var made = Make(live, Request<IAsyncEnumerable<T>>(live, read: null), out var failure);
        if (failure is null && made is not IEnumerable<T>)
        {
            throw RefuseOverride(live, $"which is no IEnumerable<{CodeName.Of(typeof(T))}>");
        }

        return new OverriddenStream<T, TCodec>(this, engine, call, live, failure is null ? (IEnumerable<T>)made! : [], failure, cancellationToken);
    }

    private T MakeOverride<T, TCodec>(LiveCall live, out Exception? failure)
        where TCodec : IValueCodec<T>
    {
        var made = Make(
            live,
            Request<T>(live, returned => engine.Read<T, TCodec>(returned, live.Method)),
            out failure);
        if (failure is not null)
        {
            return default!;
        }

        if (typeof(T) == typeof(Nothing))
        {
            throw RefuseOverride(live, "but the method has no result; only OverrideFailure can change it");
        }

        return OverriddenResults.TryConvert<T>(made, out var value)
            ? value
            : throw RefuseOverride(live, made is null ? $"but it returns {CodeName.Of(typeof(T))}, which can't be null" : $"a {CodeName.Of(made.GetType())}, but it returns {CodeName.Of(typeof(T))}");
    }

    /// <summary>Asks the plan what a call gets. What the plan's own function throws is no result of the call.</summary>
    private object? Make(LiveCall live, OverrideRequest request, out Exception? failure)
    {
        try
        {
            return live.Planned!.Make(request, out failure);
        }
        catch (ReplayDivergenceException divergence)
        {
            FailOverride(live, divergence, FailureCompletion.Thrown);
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw RefuseOverride(
                live,
                $"which threw {exception.GetType()} of its own: {TextEscape.Message(exception.Message)}",
                "Correct the function that the plan gives; to let the call fail, use OverrideFailure.",
                exception);
        }
    }

    /// <summary>Ends a call whose override can't be used, and with it the replay.</summary>
    private ReplayDivergenceException RefuseOverride(LiveCall live, string problem, string? remedy = null, Exception? cause = null)
    {
        var refusal = new ReplayDivergenceException(engine.DivergeOverride(live, problem, remedy).Divergence, cause);
        FailOverride(live, refusal, FailureCompletion.Thrown);
        return refusal;
    }

    private static OverrideRequest Request<T>(LiveCall live, Func<CallReturnedEvent, T>? read) => new(
        live.Method.Name,
        live.Number,
        live.Place?.Start,
        live.Place?.End,
        () => read is not null && live.Place?.End is CallReturnedEvent returned ? read(returned) : null);

    private void EndOverride<T, TCodec>(LiveCall live, T value, ResultCompletion completion)
        where TCodec : IValueCodec<T>
    {
        var encoder = EventEncoder.Rent(this);
        var writer = encoder.Writer("result");
        TCodec.Write(ref writer, value, encoder.Values);
        writer.Flush();
        live.Forked?.ReturnWith(encoder.Written, live.Place?.End, completion);
        engine.EndOverride(live, encoder.Written);
        encoder.Return();
    }

    private void FailOverride(LiveCall live, Exception failure, FailureCompletion completion)
    {
        live.Forked?.Fail(failure, default, completion);
        engine.EndLive(live, failure);
    }
}
