namespace Reenact.Generators.Models;

/// <summary>One file of shims: all recorded methods of one type.</summary>
internal sealed record TypeShimsModel(string HintName, ContainingTypeModel Type, EquatableArray<RecordedMethodModel> Methods);
