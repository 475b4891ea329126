namespace Reenact.Generators.Models;

/// <summary>What a method or an interface records.</summary>
/// <param name="Values">The types of what it records.</param>
/// <param name="Codecs">The codecs to emit for them.</param>
internal abstract record ValueSource(EquatableArray<CodecRegistrationModel> Values, EquatableArray<ValueCodecModel> Codecs);
