namespace Reenact.Generators.Incremental;

/// <summary>128 bits of a SHA-256 hash: what has the same fingerprint is the same.</summary>
internal readonly record struct Fingerprint(ulong High, ulong Low);
