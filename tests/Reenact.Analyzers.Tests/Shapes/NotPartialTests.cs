using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Shapes;

public sealed class NotPartialTests
{
    [Fact]
    public Task An_ordinary_method_is_flagged() => RecordedMethodVerifier.VerifyAsync(
        ["""
        public partial class FlightTools
        {
            [Recorded]
            public double {|#0:Quote|}(string city) => city.Length;

            [Replayed]
            private async Task {|REEN1001:HandleAsync|}() => await Task.Yield();
        }
        """],
        new DiagnosticResult(Descriptors.NotPartial).WithLocation(0).WithArguments(
            "FlightTools.Quote",
            "is not a partial declaration, so its calls can't be recorded",
            "Declare it partial, and move its body to QuoteCore"));

    [Fact]
    public Task Partial_methods_and_unmarked_ones_are_not_flagged() => RecordedMethodVerifier.VerifyAsync("""
        public partial class FlightTools
        {
            [Recorded]
            public partial double Quote(string city);

            private double QuoteCore(string city) => city.Length;

            public double Price() => Quote("Rome");
        }
        """);

    [Fact]
    public Task The_fix_splits_a_method_and_keeps_what_callers_see() => SplitMethodVerifier.VerifyAsync(
        """
        using System.ComponentModel;

        public partial class FlightTools
        {
            private int calls;

            /// <summary>Finds flights.</summary>
            /// <param name="origin">From.</param>
            [Recorded(Name = "flights"), Description("Finds flights.")]
            public virtual async Task<List<string>> {|REEN1001:SearchAsync|}(
                [Description("From")] string origin, // where from
                string destination = "ROM",
                CancellationToken cancellationToken = default)
            {
                // The database is slow.
                calls++;
                await Task.Yield();
                return [origin, destination];
            } // searched

            public Task Both() => Task.WhenAll(SearchAsync("BER"), SearchAsync("OSL", "LIS"));
        }
        """,
        """
        using System.ComponentModel;

        public partial class FlightTools
        {
            private int calls;

            /// <summary>Finds flights.</summary>
            /// <param name="origin">From.</param>
            [Recorded(Name = "flights"), Description("Finds flights.")]
            public virtual partial Task<List<string>> SearchAsync(
                [Description("From")] string origin, // where from
                string destination = "ROM",
                CancellationToken cancellationToken = default);

            private async Task<List<string>> SearchCoreAsync(
                string origin, // where from
                string destination,
                CancellationToken cancellationToken)
            {
                // The database is slow.
                calls++;
                await Task.Yield();
                return [origin, destination];
            } // searched

            public Task Both() => Task.WhenAll(SearchAsync("BER"), SearchAsync("OSL", "LIS"));
        }
        """);

    [Fact]
    public Task The_fix_splits_every_kind_of_method() => SplitMethodVerifier.VerifyAsync(
        """
        public static partial class Tools
        {
            [Recorded]
            static int {|REEN1001:Add|}(int a, params int[] rest) => a + rest.Sum();
            [Recorded]
            public static string {|REEN1001:Shout|}(this string text)
                => text + "!";
            // Generic.
            [Recorded] internal static int {|REEN1001:Count|}<T>([IgnoreRecorded] T value)
                where T : class
            {
                return value is null ? 0 : 1;
            }
        }

        public partial record struct Point(int X)
        {
            [Recorded]
            public readonly int {|REEN1001:Twice|}() => 2 * X;
        }
        """,
        """
        public static partial class Tools
        {
            [Recorded]
            private static partial int Add(int a, params int[] rest);

            private static int AddCore(int a, int[] rest) => a + rest.Sum();
            [Recorded]
            public static partial string Shout(this string text);

            private static string ShoutCore(string text)
                => text + "!";
            // Generic.
            [Recorded] internal static partial int Count<T>([IgnoreRecorded] T value)
                where T : class;

            private static int CountCore<T>(T value)
                where T : class
            {
                return value is null ? 0 : 1;
            }
        }

        public partial record struct Point(int X)
        {
            [Recorded]
            public readonly partial int Twice();

            private readonly int TwiceCore() => 2 * X;
        }
        """);

    [Fact]
    public Task The_fix_splits_iterators_and_keeps_their_tokens() => SplitMethodVerifier.VerifyAsync(
        """
        using System.Runtime.CompilerServices;

        public partial class Tools
        {
            /// <summary>Counts.</summary>
            [Recorded]
            public IEnumerable<int> {|REEN1001:Count|}(int to)
            {
                for (var i = 0; i < to; i++)
                    yield return i;
            }

            [Recorded]
            protected internal async IAsyncEnumerable<string> {|REEN1001:WatchAsync|}(string city, [EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                await Task.Delay(1, cancellationToken); // slow
                yield return city;
            }

            [Recorded]
            public IAsyncEnumerable<string> {|REEN1001:AgainAsync|}(string city) => WatchAsync(city);

            /// <summary>Picks.</summary>
            /// <typeparam name="T">What.</typeparam>
            [Replayed]
            public async Task<TResult> {|REEN1001:PickAsync|}<T, TResult>([IgnoreRecorded] T value, [IgnoreRecorded] Func<T, TResult> pick)
                where T : class, IComparable<T>
                where TResult : class, new()
                => await Task.FromResult(pick(value));
        }
        """,
        """
        using System.Runtime.CompilerServices;

        public partial class Tools
        {
            /// <summary>Counts.</summary>
            [Recorded]
            public partial IEnumerable<int> Count(int to);

            private IEnumerable<int> CountCore(int to)
            {
                for (var i = 0; i < to; i++)
                    yield return i;
            }

            [Recorded]
            protected internal partial IAsyncEnumerable<string> WatchAsync(string city, CancellationToken cancellationToken = default);

            private async IAsyncEnumerable<string> WatchCoreAsync(string city, [EnumeratorCancellation] CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken); // slow
                yield return city;
            }

            [Recorded]
            public partial IAsyncEnumerable<string> AgainAsync(string city);

            private IAsyncEnumerable<string> AgainCoreAsync(string city) => WatchAsync(city);

            /// <summary>Picks.</summary>
            /// <typeparam name="T">What.</typeparam>
            [Replayed]
            public partial Task<TResult> PickAsync<T, TResult>([IgnoreRecorded] T value, [IgnoreRecorded] Func<T, TResult> pick)
                where T : class, IComparable<T>
                where TResult : class, new();

            private async Task<TResult> PickCoreAsync<T, TResult>(T value, Func<T, TResult> pick)
                where T : class, IComparable<T>
                where TResult : class, new()
                => await Task.FromResult(pick(value));
        }
        """);

    [Fact]
    public Task The_fix_keeps_line_endings() => SplitMethodVerifier.VerifyAsync(
        "public partial class Tools\r\n{\r\n    [Recorded]\r\n    public int {|REEN1001:Add|}(int a) => a;\r\n}\r\n",
        "public partial class Tools\r\n{\r\n    [Recorded]\r\n    public partial int Add(int a);\r\n\r\n    private int AddCore(int a) => a;\r\n}\r\n");

    [Fact]
    public Task No_fix_is_offered_where_the_name_of_the_core_is_taken() => SplitMethodVerifier.VerifyNoFixAsync("""
        public partial class Tools
        {
            [Recorded]
            public int {|REEN1001:Add|}(int a) => AddCore(a);

            private int AddCore(int a) => a;
        }
        """);
}
