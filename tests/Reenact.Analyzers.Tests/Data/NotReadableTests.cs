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

    [Fact]
    public Task The_fix_writes_a_codec_whose_reading_the_author_completes() =>
        FixVerifier<Analyzers.Data.UnreadableResultAnalyzer, CodeFixes.Data.RegisterCodecCodeFix>.VerifyAsync(
            Quote + """


            public partial class Shop
            {
                [Recorded]
                public partial {|REEN3002:Quote|} Ask();

                private Quote AskCore() => throw new InvalidOperationException();
            }
            """,
            """
            [ValueCodec(typeof(QuoteCodec))]
            public class Quote
            {
                public Quote(int[] prices) => Total = prices.Sum();

                public int Total { get; }
            }

            internal readonly struct QuoteCodec : IValueCodec<Quote>
            {
                public static void Write(ref MessagePack.MessagePackWriter writer, Quote value, ValueWriteContext context)
                {
                    if (value is null)
                    {
                        writer.WriteNil();
                        return;
                    }

                    context.Enter();
                    writer.WriteMapHeader(1);
                    writer.Write("Total");
                    Reenact.Shims.Int32Codec.Write(ref writer, value.Total, context);
                    context.Leave();
                }

                public static Quote Read(ref MessagePack.MessagePackReader reader, ValueReadContext context)
                {
                    if (reader.TryReadNil())
                    {
                        return null!;
                    }

                    int total = default;
                    context.Enter();
                    for (var left = reader.ReadMapHeader(); left > 0; left--)
                    {
                        switch (context.ReadText(ref reader))
                        {
                            case "Total":
                                total = Reenact.Shims.Int32Codec.Read(ref reader, context);
                                break;
                            default:
                                reader.Skip();
                                break;
                        }
                    }

                    context.Leave();
                    throw new NotSupportedException("Say how to make Quote again.");
                }
            }

            public partial class Shop
            {
                [Recorded]
                public partial Quote Ask();

                private Quote AskCore() => throw new InvalidOperationException();
            }
            """);

    [Fact]
    public Task The_fix_leaves_out_a_member_that_can_not_be_set() =>
        FixVerifier<Analyzers.Data.UnreadableResultAnalyzer, CodeFixes.Data.IgnoreMemberCodeFix>.VerifyAsync(
            """
            public static class Shelf<T>
            {
                public struct Page
                {
                    public Page(int[] items) => Total = items.Sum();

                    public string Name { get; set; }

                    /// <summary>How many.</summary>
                    public int Total { get; }
                }
            }

            public partial class Shop
            {
                [Recorded]
                public partial {|REEN3002:Shelf<int>.Page|} Ask();

                private Shelf<int>.Page AskCore() => new();
            }
            """,
            """
            public static class Shelf<T>
            {
                public struct Page
                {
                    public Page(int[] items) => Total = items.Sum();

                    public string Name { get; set; }

                    /// <summary>How many.</summary>
                    [IgnoreRecorded]
                    public int Total { get; }
                }
            }

            public partial class Shop
            {
                [Recorded]
                public partial Shelf<int>.Page Ask();

                private Shelf<int>.Page AskCore() => new();
            }
            """);
}
