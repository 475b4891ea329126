using Reenact.Events;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>What alignment needs to know of a call.</summary>
/// <param name="Method">The number of its method, the same in both recordings.</param>
/// <param name="Key">What tells its method and arguments.</param>
/// <param name="Sketch">What its arguments are made of.</param>
internal sealed record CallDigest(int Method, ContentHash Key, ulong[] Sketch);
