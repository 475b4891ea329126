namespace Reenact.Generators.Models;

/// <summary>What one recorded interface gives the pipeline.</summary>
/// <param name="Decorator">The class to emit.</param>
/// <param name="Values">The types of what it records.</param>
/// <param name="Codecs">The codecs to emit for them.</param>
internal sealed record DecoratorSource(
    DecoratorModel Decorator,
    EquatableArray<CodecRegistrationModel> Values,
    EquatableArray<ValueCodecModel> Codecs) : ValueSource(Values, Codecs);
