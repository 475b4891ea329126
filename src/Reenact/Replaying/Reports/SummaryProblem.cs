namespace Reenact.Replaying.Reports;

/// <summary>Something that keeps a summary from being whole.</summary>
/// <param name="Where">A report file, a recording or a worker.</param>
/// <param name="What">What is wrong with it, in a sentence.</param>
internal sealed record SummaryProblem(string Where, string What);
