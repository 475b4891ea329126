using Reenact.Determinism;
using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact;

/// <summary>
/// The clock, random numbers, ids and environment for replayed code. Outside a session each member reads the real thing; in a
/// recorded session it reads it and records the value; on replay it returns the recorded value. Thread-safe, except that
/// parallel branches of one span see the values of <see cref="Random"/> in an order of their own.
/// </summary>
public static class Deterministic
{
    private static readonly RecordedMethod DelayMethod = new(
        "Reenact.Deterministic.Delay", CallKind.Service, ["duration"], signature: 0x0D1A_7E17_0000_0001, leaf: true);

    /// <summary>The wall clock, in UTC.</summary>
    public static DateTimeOffset UtcNow =>
        Current is { } context
            ? new DateTimeOffset(Capture<long, Int64Codec>(context, CaptureSource.Clock, null, static () => DateTimeOffset.UtcNow.UtcTicks), TimeSpan.Zero)
            : DateTimeOffset.UtcNow;

    /// <summary>A time provider whose clock, timestamps and timers are recorded; on replay its timers take no real time.</summary>
    public static TimeProvider TimeProvider { get; } = new RecordedTimeProvider();

    /// <summary>
    /// Random numbers from a seed that is recorded, one generator for each span: hold on to the value no longer than the method runs.
    /// </summary>
    public static Random Random =>
        Current is { } context
            ? context.GetRandom(static reader =>
                new SeededRandom(Capture<int, Int32Codec>(reader, CaptureSource.RandomSeed, null, static () => Random.Shared.Next())))
            : Random.Shared;

    /// <summary>A fresh id (a version 4 UUID).</summary>
    public static Guid NewGuid() =>
        Current is { } context
            ? Capture<Guid, GuidCodec>(context, CaptureSource.Id, null, static () => Guid.NewGuid())
            : Guid.NewGuid();

    /// <summary>A fresh id that sorts by time (a version 7 UUID).</summary>
    public static Guid CreateVersion7() =>
        Current is { } context
            ? Capture<Guid, GuidCodec>(context, CaptureSource.Id, null, static () => Guid.CreateVersion7())
            : Guid.CreateVersion7();

    /// <summary>An environment variable; null where it is not set.</summary>
    /// <param name="variable">Its name.</param>
    public static string? GetEnvironmentVariable(string variable) =>
        Current is { } context
            ? Capture<string, StringCodec>(context, CaptureSource.Environment, variable, () => Environment.GetEnvironmentVariable(variable)!)
            : Environment.GetEnvironmentVariable(variable);

    /// <summary>Waits. On replay it takes no real time, and ends when it did in the recorded order of things.</summary>
    /// <param name="duration">How long; not negative.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    public static Task Delay(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        if (!RecordedCall.TryEnter(DelayMethod, out var call))
        {
            return Task.Delay(duration, cancellationToken);
        }

        var writer = call.BeginArguments(1);
        TimeSpanCodec.Write(ref writer, duration, call.Values);
        return call.Start(ref writer) == CallAction.Serve
            ? call.ServeTask(cancellationToken)
            : call.ReturnTask(Task.Delay(duration, cancellationToken));
    }

    /// <summary>Reads a value that replayed code needs and that no other member covers.</summary>
    /// <typeparam name="T">The type of the value; the generator makes its codec where it sees the call.</typeparam>
    /// <param name="name">What the value is; part of the recording.</param>
    /// <param name="read">Reads the real value. It does not run on replay.</param>
    /// <exception cref="InvalidOperationException">There is no codec for the type.</exception>
    [RecordedTypeArguments]
    public static T Capture<T>(string name, Func<T> read) =>
        Current is { } context ? ValueCodecs.For<T>().Capture(context, name, read) : read();

    /// <summary>Reads a value that replayed code needs and that no other member covers, with a codec of its own.</summary>
    /// <param name="name">What the value is; part of the recording.</param>
    /// <param name="read">Reads the real value. It does not run on replay.</param>
    public static T Capture<T, TCodec>(string name, Func<T> read)
        where TCodec : IValueCodec<T> =>
        Current is { } context ? Capture<T, TCodec>(context, CaptureSource.Named, name, read) : read();

    /// <summary>Where captured values go: nowhere in a leaf, whose span holds no events.</summary>
    internal static CallContext? Current =>
        LiveSessions.Any && Ambient.Current is { LeafMethod: null } context && context.Session.TakesCalls() ? context : null;

    internal static T Capture<T, TCodec>(CallContext context, CaptureSource source, string? name, Func<T> read)
        where TCodec : IValueCodec<T> => context.Session.Capture<T, TCodec>(context, source, name, read);
}
