using Reenact.Events;
using Reenact.Shims;

namespace Reenact;

/// <content>What an agent says of itself in the session that it runs in, if it runs in one.</content>
public static partial class Session
{
    /// <summary>Records the agent's state, as <see cref="ActiveSession.Snapshot"/> does. Outside a session nothing happens, and nothing is encoded.</summary>
    /// <param name="name">What it is the state of.</param>
    /// <param name="state">The state.</param>
    /// <param name="version">The version of the state's shape.</param>
    /// <returns>The snapshot, for links; nothing outside a session.</returns>
    /// <inheritdoc cref="ActiveSession.Snapshot" path="/exception"/>
    [RecordedTypeArguments]
    public static LinkEnd Snapshot<T>(string name, T state, long? version = null) => Current?.Snapshot(name, state, version) ?? default;

    /// <summary>Records a decision of the agent, as <see cref="ActiveSession.Decide"/> does. Outside a session nothing happens.</summary>
    /// <param name="name">What is decided.</param>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="alternatives">What else could have been.</param>
    /// <param name="rationale">Why.</param>
    /// <returns>The decision, for links; nothing outside a session.</returns>
    /// <inheritdoc cref="ActiveSession.Decide" path="/exception"/>
    [RecordedTypeArguments]
    public static LinkEnd Decide<T>(string name, T chosen, IEnumerable<T>? alternatives = null, string? rationale = null) =>
        Current?.Decide(name, chosen, alternatives, rationale) ?? default;

    /// <summary>Records that one thing comes from another, as <see cref="ActiveSession.Link"/> does. Outside a session nothing happens.</summary>
    /// <param name="from">What it comes from.</param>
    /// <param name="to">What comes from it.</param>
    /// <param name="relation">How.</param>
    /// <inheritdoc cref="ActiveSession.Link" path="/exception"/>
    public static void Link(LinkEnd from, LinkEnd to, LinkRelation relation = LinkRelation.DerivedFrom) => Current?.Link(from, to, relation);
}
