namespace Reenact.CodeFixes.Determinism;

/// <summary>What becomes of a call that waits.</summary>
internal enum WaitKind
{
    /// <summary><c>Deterministic.Delay</c> with its arguments.</summary>
    Delay,

    /// <summary>An awaited <c>Deterministic.Delay</c>.</summary>
    Sleep,

    /// <summary>The overload with a <c>TimeProvider</c> after the duration.</summary>
    Provider,
}
