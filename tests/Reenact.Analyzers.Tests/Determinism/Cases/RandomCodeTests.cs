using CsCheck;

namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>The rules on code that nobody thought of.</summary>
public sealed class RandomCodeTests
{
    private const int Graphs = 80;
    private const int Edits = 400;

    private static readonly CaseTable[] Tables =
    [
        PropertyCases.Rows, ConstructorCases.Rows, OperatorCases.Rows, DelegateCases.Rows, DispatchCases.Rows, PatternCases.Rows, RecordCases.Rows,
        StopCases.Rows, StatementCases.Rows, MachineCases.Rows, InputOutputCases.Rows, SharedStateCases.Rows, TextAndOrderCases.Rows,
    ];

    [Fact]
    public Task Exactly_the_offences_that_uses_lead_to_are_found() => Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[1, 24]).SampleAsync(
        (seed, count) =>
        {
            var (replayed, code) = new RandomCode(seed, count).Write();
            return Case.VerifyAsync($"graph {seed} of {count}", replayed, code, "");
        },
        iter: Graphs,
        threads: 2);

    [Fact]
    public async Task No_broken_code_makes_the_analyzer_throw()
    {
        var sources = Tables.SelectMany(static rows => rows).Select(static row => Case.Files(row.Data.Item2, row.Data.Item3, row.Data.Item4)
            .Select(static file => (file.Path, MarkedSource.Parse(file.Text).Text)).ToList()).ToList();
        await Gen.Select(Gen.Int[0, sources.Count - 1], Gen.Int[0, int.MaxValue - 1]).SampleAsync(
            async (source, seed) =>
            {
                var edited = BrokenCode.Edit(sources[source], new Random(seed));
                var compilation = await CaseProject.CompileAsync(edited, TestContext.Current.CancellationToken);
                var found = await CaseProject.DiagnoseAsync(compilation, TestContext.Current.CancellationToken);
                if (found.FirstOrDefault(static each => each.Id == "AD0001") is { } thrown)
                    Assert.Fail($"{thrown}\n{string.Join('\n', edited.Select(static file => file.Text))}");
            },
            iter: Edits,
            threads: 2);
    }
}
