using Reenact.Events;
using Reenact.Replaying;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact;

/// <content>Replaying a part: from a snapshot on, or one call.</content>
public sealed partial class SessionReplay
{
    private ReplayScope? scope;
    private CallStartedEvent? firstCall;

    /// <summary>
    /// Begins at a snapshot instead of the session's start: what was recorded before it counts as done. The code that is run goes on where the
    /// snapshot was taken, inside the same call, with the state that <see cref="State{T}"/> gives; it is replayed until that call's end.
    /// </summary>
    /// <param name="snapshot">The name of the snapshot.</param>
    /// <param name="event">The snapshot is the last of its name until this event; null, or an event behind the last, for the last of all.</param>
    /// <returns>This replay.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The event is negative.</exception>
    /// <exception cref="KeyNotFoundException">There is no such snapshot; the message lists the names that there are.</exception>
    /// <exception cref="InvalidOperationException">The snapshot was taken where code does not run on replay; or the replay has been run, has its part already, or is recorded.</exception>
    /// <exception cref="RecordingException">The recording is damaged up to there, or can't be read.</exception>
    /// <remarks>
    /// Values that were captured before the snapshot are not there any more: the seed of <see cref="Deterministic.Random"/>, which is read once
    /// in each call, is one of them.
    /// </remarks>
    public SessionReplay From(string snapshot, long? @event = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(snapshot);
        if (@event is { } until)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(until, nameof(@event));
        }

        CheckWhole();
        var state = recording.StateAt(Math.Min(@event ?? long.MaxValue, recording.EventCount));
        var start = state[snapshot].Event;
        var span = recording.ReadEvent(start)?.Span ?? 0;
        script.SkipTo(start + 1);
        var inside = span == 0 ? script.Root : script.FindOpen(span);
        if (inside is null)
        {
            throw new InvalidOperationException(
                $"The snapshot \"{TextEscape.Message(snapshot)}\" of event {start} was taken inside a recorded call, whose body does not run on replay. Begin at one that a [Replayed] method or the session itself took.");
        }

        scope = new ReplayScope(inside, null, CallPlaces.CountServed(recording, span, start + 1, only: null)) { State = recording.StateAt(start) };
        return this;
    }

    /// <summary>
    /// Replays one call alone: the code that is run makes it, with the recorded arguments, which <see cref="Input{T}(string)"/> gives. A recorded call is
    /// served; a <c>[Replayed]</c> method runs, with what it calls served, and its result is compared.
    /// </summary>
    /// <param name="span">The number of the call, as <c>reenact show --json</c> and <see cref="RecordedSpan.Id"/> have it.</param>
    /// <returns>This replay.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such call, or it is part of one that is served.</exception>
    /// <exception cref="InvalidOperationException">The replay has been run, has its part already, or is recorded.</exception>
    /// <exception cref="RecordingException">The recording is damaged up to there, or can't be read.</exception>
    public SessionReplay Span(long span)
    {
        CheckWhole();
        var call = CallPlaces.Find(recording, span);
        script.SkipTo(call.Sequence);
        var inside = script.FindOpen(call.ParentSpan) ?? script.Root;
        script.Expect(inside, span);
        scope = new ReplayScope(inside, span, CallPlaces.CountServed(recording, call.ParentSpan, call.Sequence, only: span)) { Call = call, State = recording.StateAt(call.Sequence) };
        return this;
    }

    /// <summary>A state with which the replay begins: that of the snapshot of <see cref="From"/>, or of another name as of then.</summary>
    /// <typeparam name="T">The type of the state; the generator makes its codec where it sees the call.</typeparam>
    /// <param name="name">The name of the snapshot.</param>
    /// <exception cref="InvalidOperationException">The replay begins at the session's start, or there is no codec for the type.</exception>
    /// <exception cref="KeyNotFoundException">There was no such snapshot until then; the message lists the names that there are.</exception>
    /// <inheritdoc cref="RecordedSnapshot.Read{T}" path="/exception"/>
    [RecordedTypeArguments]
    public T State<T>(string name) =>
        (scope?.State ?? throw new InvalidOperationException("The replay begins at the session's start, where there is no state. Say From or Span first, or read any state with Recording.StateAt."))
        .Read<T>(name);

    /// <summary>A recorded argument of the call of <see cref="Span"/>; without one, of the session's first call.</summary>
    /// <typeparam name="T">The type of the parameter; the generator makes its codec where it sees the call.</typeparam>
    /// <param name="name">The name of the parameter.</param>
    /// <exception cref="ArgumentException">The method has no recorded parameter of that name; the message lists those that it has.</exception>
    /// <exception cref="InvalidOperationException">The recording has no calls, or there is no codec for the type.</exception>
    /// <exception cref="ValueFormatException">The argument is no value of this type, or was not recorded.</exception>
    [RecordedTypeArguments]
    public T Input<T>(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Input<T>(CallPlaces.ParameterOf(InputCall, name));
    }

    /// <inheritdoc cref="Input{T}(string)"/>
    /// <param name="place">The place of the parameter among the recorded ones, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The call has fewer recorded arguments.</exception>
    [RecordedTypeArguments]
    public T Input<T>(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, InputCall.Arguments.Count);
        return InputCall.Arguments[place].Read<T>();
    }

    private CallStartedEvent InputCall => scope?.Call ?? (firstCall ??= CallPlaces.First(recording));

    /// <summary>Where the code runs that the replay is given.</summary>
    private ReplayContext StartContext =>
        scope is { Inside.IsRecorded: true } ? new ReplayContext(new ReplayContext(this, script.Root), scope.Inside) : new ReplayContext(this, script.Root);

    private void CheckWhole()
    {
        if (started != 0 || scope is not null)
        {
            throw new InvalidOperationException("A replay has one part, which is said before it is run. Make another with Session.Replay.");
        }

        CheckNotRecorded(isPart: true);
    }

    private void CheckNotRecorded(bool isPart)
    {
        if (isPart && plan.RecordingPath is not null)
        {
            throw new InvalidOperationException("A replay of a part can't be recorded: a recording begins where its session does. Record a replay of the whole, or fork it.");
        }
    }
}
