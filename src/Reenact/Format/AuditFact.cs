using Reenact.Events;

namespace Reenact.Format;

/// <summary>What one event says that must fit other events.</summary>
/// <param name="What">What it says.</param>
/// <param name="Place">The event's place in its block.</param>
/// <param name="Kind">The event's kind.</param>
/// <param name="Span">The call that it belongs to.</param>
/// <param name="Id">Of a start the parent call, of a definition or blob its id, of a reference what it refers to.</param>
/// <param name="Start">Of <see cref="AuditFactKind.Calls"/> the start, for its arguments as they are stored.</param>
internal readonly record struct AuditFact(AuditFactKind What, int Place, EventKind Kind, long Span, long Id, CallStartedEvent? Start = null);

/// <summary>What a fact says.</summary>
internal enum AuditFactKind : byte
{
    /// <summary>The event is there; for each event, after what it refers to.</summary>
    Event,

    /// <summary>It refers to a blob.</summary>
    RefersToBlob,

    /// <summary>It has a reference to blobs that is none.</summary>
    BadReference,

    /// <summary>It calls a method.</summary>
    Calls,

    /// <summary>It has a name that is a definition.</summary>
    UsesName,

    /// <summary>It defines a method, not only a name.</summary>
    DefinesMethod,

    /// <summary>It has text or values in blobs, without which it can't be read.</summary>
    NeedsBlobs,

    /// <summary>It can't be read.</summary>
    Malformed,
}
