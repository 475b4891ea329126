namespace Reenact.Generators.Models;

/// <summary>What a marked method comes to: one of both.</summary>
/// <param name="Source">What the pipeline emits a shim from; null where the method has problems.</param>
/// <param name="Rejected">What stands in for the shim; null where there is one, or none could compile.</param>
internal sealed record MarkedMethod(RecordedMethodSource? Source, RejectedMethodModel? Rejected);
