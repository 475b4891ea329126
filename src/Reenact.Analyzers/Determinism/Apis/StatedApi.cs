namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>A line of <c>Reenact.Determinism.txt</c> that says something about an API.</summary>
/// <param name="id">The documentation id.</param>
/// <param name="verdict">What the line says; no rule for 'deterministic'.</param>
/// <param name="line">Where it stands, from zero.</param>
internal sealed class StatedApi(string id, ApiVerdict verdict, int line)
{
    public string Id { get; } = id;

    public ApiVerdict Verdict { get; } = verdict;

    public int Line { get; } = line;
}
