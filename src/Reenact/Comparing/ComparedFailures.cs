namespace Reenact.Comparing;

/// <summary>How often a method failed in one way. Immutable.</summary>
/// <param name="Method">The method's full name.</param>
/// <param name="Type">The full name of the exception's type.</param>
/// <param name="Before">How often in the session before.</param>
/// <param name="After">How often in the session after.</param>
public sealed record ComparedFailures(string Method, string Type, long Before, long After);
