using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Shapes;

public sealed class ContainingTypeNotPartialTests
{
    [Fact]
    public Task A_type_is_flagged_once_for_all_its_methods() => ContainingTypeVerifier.VerifyAsync(
        ["""
        public class {|#0:FlightTools|}
        {
            [Recorded]
            public int First() => 1;

            [Recorded]
            public int Second() => 2;

            public class Unrelated
            {
                public int Third() => 3;
            }
        }
        """],
        new DiagnosticResult(Descriptors.ContainingTypeNotPartial).WithLocation(0).WithArguments(
            "FlightTools", "contains FlightTools.First, which is recorded, and is not partial", "Declare it partial"));

    [Fact]
    public Task Every_type_around_is_flagged_and_the_compiler_agrees() => ContainingTypeVerifier.VerifyAsync("""
        public class {|CS0260:{|REEN1002:Outer|}|}
        {
            public struct {|CS0260:{|REEN1002:Middle|}|}
            {
                public partial record Inner
                {
                    [Replayed]
                    public partial void Handle();

                    private void HandleCore() { }
                }
            }
        }
        """);

    [Fact]
    public Task Partial_types_are_not_flagged() => ContainingTypeVerifier.VerifyAsync("""
        public static partial class Outer
        {
            public partial class Inner
            {
                [Recorded]
                public partial int First();

                private int FirstCore() => 1;
            }
        }

        public class Plain
        {
            public int First() => 1;
        }
        """);

    [Fact]
    public Task The_fix_makes_nested_types_partial() => MakePartialVerifier.VerifyAsync(
        """
        namespace Shop;

        /// <summary>Outer.</summary>
        public static class {|REEN1002:Outer|}
        {
            // Inner.
            class {|REEN1002:Inner|}(int size)
            {
                [Recorded]
                public int First() => size;
            }

            public sealed record {|REEN1002:Other|}
            {
                [Recorded]
                public int First() => 1;
            }
        }
        """,
        """
        namespace Shop;

        /// <summary>Outer.</summary>
        public static partial class Outer
        {
            // Inner.
            partial class Inner(int size)
            {
                [Recorded]
                public int First() => size;
            }

            public sealed partial record Other
            {
                [Recorded]
                public int First() => 1;
            }
        }
        """);
}
