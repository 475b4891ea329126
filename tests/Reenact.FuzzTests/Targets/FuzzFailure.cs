namespace Reenact.FuzzTests;

/// <summary>Something that must not happen, whatever is read.</summary>
internal sealed class FuzzFailure(string message, Exception? inner = null) : Exception(message, inner);
