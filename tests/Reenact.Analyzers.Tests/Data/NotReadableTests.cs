using Microsoft.CodeAnalysis.Testing;
using Verifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Data.UnreadableResultAnalyzer>;

namespace Reenact.Analyzers.Tests.Data;

public sealed class NotReadableTests
{
    private const string Quote = """
        public class Quote
        {
            public Quote(int[] prices) => Total = prices.Sum();

            public int Total { get; }
        }
        """;

    [Fact]
    public Task A_result_that_nothing_can_make_again_is_flagged_where_it_stands() => Verifier.VerifyAsync(
        [Quote, """
        public partial class Shop
        {
            [Recorded]
            public partial {|#0:Task<List<Quote>>|} AskAsync(string item);

            private Task<List<Quote>> AskCoreAsync(string item) => throw new InvalidOperationException();
        }
        """],
        new DiagnosticResult(Descriptors.NotReadable).WithLocation(0).WithArguments(
            "Quote",
            "is a Quote, which has no constructor to make it again with: each parameter must have the name and type of a public member",
            "Add such a constructor or one without parameters, or write a codec and name it with [ValueCodec]"));

    [Theory]
    [InlineData("[Recorded]", "int", "Quote quote")]
    [InlineData("[Replayed]", "Quote", "int quote")]
    public Task What_is_only_compared_is_not_flagged(string attribute, string result, string parameter) => Verifier.VerifyAsync(
        Quote,
        $$"""
        public partial class Shop
        {
            {{attribute}}
            public partial {{result}} Ask({{parameter}});

            private {{result}} AskCore({{parameter}}) => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public Task A_private_constructor_is_enough() => Verifier.VerifyAsync(
        Quote.Replace("public int Total", "private Quote(int total) => Total = total; public int Total", StringComparison.Ordinal),
        """
        public partial class Shop
        {
            [Recorded]
            public partial Quote Ask();

            private Quote AskCore() => throw new InvalidOperationException();
        }
        """);
}
