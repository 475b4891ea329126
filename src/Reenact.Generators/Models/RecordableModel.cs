namespace Reenact.Generators.Models;

/// <summary>Closed types that code uses as type arguments of something recorded, or that <c>[assembly: Recordable&lt;T&gt;]</c> names.</summary>
/// <param name="Values">The types, with their codecs.</param>
/// <param name="Codecs">The codecs to emit for them.</param>
internal sealed record RecordableModel(EquatableArray<CodecRegistrationModel> Values, EquatableArray<ValueCodecModel> Codecs)
    : ValueSource(Values, Codecs);
