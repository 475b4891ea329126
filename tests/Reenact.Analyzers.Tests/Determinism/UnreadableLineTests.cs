using System.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Tests.Determinism;

public sealed class UnreadableLineTests
{
    private const string Path = "/0/Reenact.Determinism.txt";

    [Theory]
    [InlineData("")]
    [InlineData("# APIs of our libraries")]
    [InlineData("   # indented")]
    [InlineData("N:Acme = deterministic")]
    [InlineData("T:Acme.Rates=nondeterministic")]
    [InlineData("  T:Acme.Box`1.Lid   =   deterministic   | only computes")]
    [InlineData("M:Acme.Clock.#ctor = nondeterministic REEN2001 # reads the clock")]
    [InlineData("M:Acme.Clock.Add``1(System.Func{``0},System.Int32[],System.Int32@) = nondeterministic | use issue #12")]
    [InlineData("P:Acme.Clock.Item(System.Int32) = nondeterministic REEN2003")]
    [InlineData("F:Acme.Clock.Epoch = deterministic")]
    [InlineData("E:Acme.Clock.Ticked = nondeterministic REEN2005")]
    [InlineData("M:Acme.Money.op_Implicit(Acme.Money)~System.Decimal = deterministic")]
    public Task A_line_that_says_something_or_nothing_is_read(string line) => VerifyAsync(line + "\n");

    [Theory]
    [InlineData("Acme.Rates = deterministic", "'Acme.Rates' is no documentation id: it begins with 'N:', 'T:', 'M:', 'P:', 'F:' or 'E:' (namespace, type, method, property, field, event)")]
    [InlineData("X:Acme.Rates = deterministic", "'X:Acme.Rates' is no documentation id: it begins with 'N:', 'T:', 'M:', 'P:', 'F:' or 'E:' (namespace, type, method, property, field, event)")]
    [InlineData("T:Acme Rates = deterministic", "' ' can't be part of the documentation id 'T:Acme Rates'")]
    [InlineData("T:Acme..Rates = deterministic", "'T:Acme..Rates' is no full name")]
    [InlineData("T:Acme.Rates(System.Int32) = deterministic", "'T:Acme.Rates(System.Int32)' has parameters, but names no method")]
    [InlineData("M:Get = deterministic", "'M:Get' does not name a member with its type and namespace")]
    [InlineData("M:Acme.Rates..ctor = deterministic", "in a documentation id a constructor is '#ctor': 'M:Acme.Rates.#ctor'")]
    [InlineData("M:Acme.Rates.Get( = deterministic", "the parameters in 'M:Acme.Rates.Get(' are not those of a method: '(', types with commas between them, ')'")]
    [InlineData("T:Acme.Rates", "write one 'documentation-id = deterministic' or 'documentation-id = nondeterministic'")]
    [InlineData("T:Acme.Rates =", "the verdict is missing: write 'deterministic' or 'nondeterministic'")]
    [InlineData("T:Acme.Rates = pure", "'pure' is no verdict: write 'deterministic' or 'nondeterministic'")]
    [InlineData("T:Acme.Rates = deterministic = deterministic", "write one 'documentation-id = deterministic' or 'documentation-id = nondeterministic'")]
    [InlineData("T:Acme.Rates = deterministic REEN2001", "nothing but a reason after '|' can follow 'deterministic'")]
    [InlineData("T:Acme.Rates = nondeterministic REEN9999", "'REEN9999' is not one of the rules REEN2001 to REEN2005")]
    [InlineData("T:Acme.Rates = nondeterministic REEN2001 always", "at most a rule, and '|' with what to do instead, can follow 'nondeterministic'")]
    [InlineData("| use IRates", "an API and its verdict are missing before '|'")]
    public Task A_line_that_says_nothing_clear_is_reported_with_what_is_wrong(string line, string problem) =>
        VerifyAsync($"# ours\n{line}\n", Problem(2, line.Length, problem));

    [Fact]
    public Task A_second_line_about_one_api_is_reported() => VerifyAsync(
        "T:Acme.Rates = deterministic\nT:Acme.Rates = nondeterministic\n",
        Problem(2, 31, "line 1 says something about 'T:Acme.Rates' already"));

    [Fact]
    public Task A_line_that_is_too_long_is_reported_and_not_looked_at() => VerifyAsync(
        new string('x', 5000),
        Problem(1, StatedApis.LongestLine, "it is longer than 1000 characters"));

    [Fact]
    public void A_file_that_is_too_long_is_read_up_to_the_limit()
    {
        var lines = Enumerable.Range(0, StatedApis.MostLines + 5).Select(i => $"T:Acme.Type{i} = deterministic");

        var stated = StatedApis.Of(SourceText.From(string.Join('\n', lines)));

        Assert.Equal(StatedApis.MostLines, stated.Lines.Count);
        Assert.Single(stated.Unreadable);
    }

    [Fact]
    public Task Of_files_that_contradict_each_other_the_first_is_believed() => StatedApisVerifier.VerifyWithFilesAsync(
        "",
        [("/0/Reenact.Determinism.txt", "T:Acme.Rates = deterministic\nT:Acme.Tax = deterministic\n"),
            ("/1/reenact.determinism.TXT", "T:Acme.Tax = deterministic\nT:Acme.Rates = nondeterministic\n")],
        new DiagnosticResult(Descriptors.UnreadableLine)
            .WithSpan("/1/reenact.determinism.TXT", 2, 1, 2, 32)
            .WithArguments("Reenact.Determinism.txt", "'/0/Reenact.Determinism.txt' says otherwise in line 1"));

    [Fact]
    public Task Other_files_are_not_read() => StatedApisVerifier.VerifyWithFilesAsync("", [("/0/PublicAPI.Shipped.txt", "nonsense")]);

    [Fact]
    public void Nothing_that_a_file_can_hold_fails_or_takes_long()
    {
        var random = new Random(20);
        const string letters = "TMN:.`#(){}=|~ \t\r\nab\0\uD800é";
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 60).Select(_ => letters[random.Next(letters.Length)]));
            Assert.NotNull(StatedApis.Of(SourceText.From(text)).Table);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_text_is_read_once()
    {
        var text = SourceText.From("T:Acme.Rates = deterministic");

        Assert.Same(StatedApis.Of(text), StatedApis.Of(text));
    }

    private static Task VerifyAsync(string text, params DiagnosticResult[] expected) =>
        StatedApisVerifier.VerifyWithFilesAsync("", [(Path, text)], expected);

    private static DiagnosticResult Problem(int line, int length, string problem) => new DiagnosticResult(Descriptors.UnreadableLine)
        .WithSpan(Path, line, 1, line, 1 + length)
        .WithArguments("Reenact.Determinism.txt", problem);
}
