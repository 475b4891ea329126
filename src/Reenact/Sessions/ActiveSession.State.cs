using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact;

/// <content>What an agent says of itself: its state, its decisions, and what comes from what.</content>
public abstract partial class ActiveSession
{
    /// <summary>The call whose body the running code is, for a link; the session itself outside any.</summary>
    public abstract LinkEnd CurrentCall { get; }

    /// <summary>
    /// Records the agent's state. The first snapshot of a name is recorded whole, later ones as what has changed, so take one wherever
    /// somebody may want to look or to go on from. On replay it is compared with the recorded one.
    /// </summary>
    /// <typeparam name="T">The type of the state; the generator makes its codec where it sees the call.</typeparam>
    /// <param name="name">What it is the state of, at most 1,024 UTF-8 bytes. Each name has its own state.</param>
    /// <param name="state">The state. It is encoded before the method returns, and may change afterwards.</param>
    /// <param name="version">The version of the state's shape, for whoever reads it later.</param>
    /// <returns>The snapshot, for links.</returns>
    /// <exception cref="InvalidOperationException">There is no codec for the type, or the call stands in a leaf.</exception>
    /// <exception cref="ReplayDivergenceException">On replay the state is another than when it was recorded.</exception>
    [RecordedTypeArguments]
    public LinkEnd Snapshot<T>(string name, T state, long? version = null)
    {
        CheckName(name);
        var place = PlaceOf("A snapshot");
        var encoder = EventEncoder.Rent(this);
        var writer = encoder.Writer(name);
        RegisteredCodec<T>.Write(ref writer, state, encoder.Values);
        writer.Flush();
        var encoded = encoder.Written.ToArray();
        encoder.Return();
        return TakeSnapshot(place, name, version, encoded);
    }

    /// <summary>Records a decision of the agent. On replay what is chosen is compared with what was chosen then.</summary>
    /// <typeparam name="T">The type of what can be chosen; the generator makes its codec where it sees the call.</typeparam>
    /// <param name="name">What is decided, at most 1,024 UTF-8 bytes.</param>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="alternatives">What else could have been; at most 65,535.</param>
    /// <param name="rationale">Why, for people.</param>
    /// <returns>The decision, for links.</returns>
    /// <exception cref="InvalidOperationException">There is no codec for the type, or the call stands in a leaf.</exception>
    /// <exception cref="ReplayDivergenceException">On replay something else is chosen than when it was recorded.</exception>
    [RecordedTypeArguments]
    public LinkEnd Decide<T>(string name, T chosen, IEnumerable<T>? alternatives = null, string? rationale = null)
    {
        CheckName(name);
        var place = PlaceOf("A decision");
        var others = alternatives as IReadOnlyCollection<T> ?? alternatives?.ToList();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(others?.Count ?? 0, ushort.MaxValue, nameof(alternatives));

        var encoder = EventEncoder.Rent(this);
        var writer = encoder.Writer(name);
        RegisteredCodec<T>.Write(ref writer, chosen, encoder.Values);
        writer.Flush();
        var end = encoder.Written.Length;
        if (others is not null)
        {
            writer = encoder.Writer(name);
            writer.WriteArrayHeader(others.Count);
            foreach (var other in others)
            {
                RegisteredCodec<T>.Write(ref writer, other, encoder.Values);
            }

            writer.Flush();
        }

        var encoded = encoder.Written.ToArray();
        encoder.Return();
        return TakeDecision(place, name, encoded.AsMemory(0, end), encoded.AsMemory(end), rationale);
    }

    /// <summary>Records that one thing comes from another, where it can't be seen from the values. On replay it does nothing.</summary>
    /// <param name="from">What it comes from: a decision, a snapshot, a call, or text that names something outside.</param>
    /// <param name="to">What comes from it.</param>
    /// <param name="relation">How.</param>
    /// <exception cref="ArgumentException">An end is of another session.</exception>
    public void Link(LinkEnd from, LinkEnd to, LinkRelation relation = LinkRelation.DerivedFrom)
    {
        if (!from.IsOf(this) || !to.IsOf(this))
        {
            throw new ArgumentException(
                "An end of a link is an event of another session. Link to it by a text that names it, such as the other session's id and the event's number.",
                from.IsOf(this) ? nameof(to) : nameof(from));
        }

        if (!from.IsNothing && !to.IsNothing)
        {
            TakeLink(from, to, relation);
        }
    }

    /// <summary>Takes a snapshot.</summary>
    /// <param name="place">Where the code runs that takes it.</param>
    /// <param name="name">What it is the state of.</param>
    /// <param name="version">The version of its shape.</param>
    /// <param name="state">The whole state, encoded.</param>
    private protected abstract LinkEnd TakeSnapshot(CallContext place, string name, long? version, byte[] state);

    /// <summary>Takes a decision.</summary>
    /// <param name="place">Where the code runs that decides.</param>
    /// <param name="name">What is decided.</param>
    /// <param name="chosen">What was chosen, encoded.</param>
    /// <param name="alternatives">The array of what else could have been; empty when it was not said.</param>
    /// <param name="rationale">Why.</param>
    private protected abstract LinkEnd TakeDecision(CallContext place, string name, ReadOnlyMemory<byte> chosen, ReadOnlyMemory<byte> alternatives, string? rationale);

    /// <summary>Takes a link whose ends are of this session or outside it.</summary>
    private protected abstract void TakeLink(LinkEnd from, LinkEnd to, LinkRelation relation);

    /// <summary>Where code runs that the session does not flow with: code that holds on to the session.</summary>
    private protected abstract CallContext RootContext { get; }

    /// <summary>Where the calling code runs in this session.</summary>
    /// <exception cref="InvalidOperationException">In a leaf.</exception>
    private CallContext PlaceOf(string what)
    {
        if (Ambient.Current is not { } context || !ReferenceEquals(context.Session, this))
        {
            return RootContext;
        }

        return context.LeafMethod is not { } leaf
            ? context
            : throw new InvalidOperationException(
                $"{what} was recorded inside {leaf.Name}, which is marked Leaf = true: nothing may be recorded inside a leaf. Remove Leaf = true from {leaf.Name}.");
    }

    private static void CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (System.Text.Encoding.UTF8.GetByteCount(name) > Values.ValueLimits.Name)
        {
            throw new ArgumentException($"The name has more than {Values.ValueLimits.Name:N0} bytes of UTF-8. Give it a shorter one: it is what people look for.", nameof(name));
        }
    }
}
