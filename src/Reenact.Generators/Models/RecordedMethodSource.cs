namespace Reenact.Generators.Models;

/// <summary>What one marked method gives the pipeline.</summary>
internal sealed record RecordedMethodSource(ContainingTypeModel Type, RecordedMethodModel Method, EquatableArray<ValueCodecModel> Codecs);
