namespace Reenact.Generators.Models;

/// <summary>A type and its codec, for code that knows the type only as a type argument.</summary>
/// <param name="Type">In code.</param>
/// <param name="Codec">In code.</param>
/// <param name="Host">The type that both can be named in; null for anywhere.</param>
internal sealed record CodecRegistrationModel(string Type, string Codec, HostModel? Host = null);
