using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Shapes;

public sealed class NameClaimedTwiceTests
{
    [Fact]
    public Task Both_methods_are_flagged_where_they_stand() => ClaimedNameVerifier.VerifyAsync(
        [
            """
            public partial class FlightTools
            {
                [Recorded(Name = "search")]
                public partial int {|#0:Search|}(string city);

                private int SearchCore(string city) => 1;
            }
            """,
            """
            public partial class HotelTools
            {
                [Replayed(Name = "search")]
                public partial int {|#1:Find|}(string city);

                private int FindCore(string city) => 1;
            }
            """,
        ],
        new DiagnosticResult(Descriptors.NameClaimedTwice).WithLocation(0).WithLocation(1).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments("FlightTools.Search", "search", "HotelTools.Find"),
        new DiagnosticResult(Descriptors.NameClaimedTwice).WithLocation(1).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments("HotelTools.Find", "search", "FlightTools.Search"));

    [Fact]
    public Task The_default_name_of_another_method_is_taken() => ClaimedNameVerifier.VerifyAsync("""
        namespace Acme
        {
            public partial class FlightTools
            {
                [Recorded]
                public partial int {|REEN1007:Search|}(string city);

                private int SearchCore(string city) => 1;

                public partial class Nested<T>
                {
                    [Recorded(Name = "Acme.FlightTools.Search")]
                    public partial int {|REEN1007:Find|}(string city);

                    private int FindCore(string city) => 1;
                }
            }
        }
        """);

    [Fact]
    public Task Overloads_and_overrides_with_one_explicit_name_are_flagged() => ClaimedNameVerifier.VerifyAsync("""
        public partial class FlightTools
        {
            [Recorded(Name = "quote")]
            public virtual partial int {|REEN1007:Quote|}(string city);

            private int QuoteCore(string city) => 1;

            [Recorded(Name = "quote")]
            public partial int {|REEN1007:Quote|}(int city);

            private int QuoteCore(int city) => 1;
        }

        public partial class CheapTools : FlightTools
        {
            [Recorded(Name = "quote")]
            public override partial int {|REEN1007:Quote|}(string city);

            private int QuoteCore(string city) => 1;
        }
        """);

    [Fact]
    public Task Overloads_with_their_own_name_and_other_names_are_not_flagged() => ClaimedNameVerifier.VerifyAsync("""
        public partial class FlightTools
        {
            [Recorded]
            public partial int Quote(string city);

            private int QuoteCore(string city) => 1;

            [Recorded(Name = "FlightTools.Quote")]
            public partial int Quote(int city);

            private int QuoteCore(int city) => 1;

            [Recorded(Name = "quote")]
            public partial int Quote(long city);

            private int QuoteCore(long city) => 1;

            [Recorded(Name = "Quote")]
            public partial int Quote(char city);

            private int QuoteCore(char city) => 1;

            [Recorded(Name = "")]
            public partial int Empty(int a);

            private int EmptyCore(int a) => 1;

            [Recorded(Name = "")]
            public partial int Blank(int a);

            private int BlankCore(int a) => 1;
        }
        """);
}
