namespace Reenact.Generators.Models;

/// <summary>What one marked method gives the pipeline.</summary>
/// <param name="Type">What declares the method.</param>
/// <param name="Method">What to emit for it.</param>
/// <param name="Values">The types of what it records.</param>
/// <param name="Codecs">The codecs to emit for them.</param>
internal sealed record RecordedMethodSource(
    ContainingTypeModel Type,
    RecordedMethodModel Method,
    EquatableArray<CodecRegistrationModel> Values,
    EquatableArray<ValueCodecModel> Codecs) : ValueSource(Values, Codecs);
