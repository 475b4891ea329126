namespace Reenact.Analyzers.Tests.Data;

public sealed class IgnoreMemberTests
{
    [Fact]
    public Task The_fix_leaves_out_a_parameter_of_a_record_a_property_and_a_field_wherever_they_are() => IgnoreMemberVerifier.VerifyAsync(
        [
            """
            public partial class Tools
            {
                [Recorded]
                public partial int Book(Booking {|REEN3001:booking|}, Order {|REEN3001:order|});

                private int BookCore(Booking booking, Order order) => 1;

                [Recorded]
                public partial int Cancel(List<Booking> {|REEN3001:bookings|}, Trip {|REEN3001:trip|});

                private int CancelCore(List<Booking> bookings, Trip trip) => 1;
            }
            """,
            """
            /// <summary>A booking.</summary>
            public sealed record Booking(
                string Id, // by the airline
                Action Callback);

            public sealed class Order
            {
                public string Id { get; set; } = "";

                /// <summary>Where it came from.</summary>
                [Obsolete("Old")]
                public Stream? Source { get; set; } // open
            }

            public sealed class Trip
            {
                private readonly int secret = 1;

                public int Total() => secret;
            }
            """,
        ],
        [
            """
            public partial class Tools
            {
                [Recorded]
                public partial int Book(Booking booking, Order order);

                private int BookCore(Booking booking, Order order) => 1;

                [Recorded]
                public partial int Cancel(List<Booking> bookings, Trip trip);

                private int CancelCore(List<Booking> bookings, Trip trip) => 1;
            }
            """,
            """
            /// <summary>A booking.</summary>
            public sealed record Booking(
                string Id, // by the airline
                [property: IgnoreRecorded] Action Callback);

            public sealed class Order
            {
                public string Id { get; set; } = "";

                /// <summary>Where it came from.</summary>
                [Obsolete("Old")]
                [IgnoreRecorded]
                public Stream? Source { get; set; } // open
            }

            public sealed class Trip
            {
                [IgnoreRecorded]
                private readonly int secret = 1;

                public int Total() => secret;
            }
            """,
        ]);

    [Fact]
    public Task Each_project_is_fixed() => IgnoreMemberVerifier.VerifyAsync(
        ["public record Job(Action Work); public partial class Tools { [Recorded] public partial int Run(Job {|REEN3001:job|}); int RunCore(Job job) => 1; }"],
        ["public record Job([property: IgnoreRecorded] Action Work); public partial class Tools { [Recorded] public partial int Run(Job job); int RunCore(Job job) => 1; }"],
        ["public record Task2(Action Work); public partial class Tools { [Recorded] public partial int Run(Task2 {|REEN3001:job|}); int RunCore(Task2 job) => 1; }"],
        ["public record Task2([property: IgnoreRecorded] Action Work); public partial class Tools { [Recorded] public partial int Run(Task2 job); int RunCore(Task2 job) => 1; }"]);

    [Fact]
    public Task A_value_that_is_at_fault_itself_and_a_field_beside_others_have_no_such_fix() => IgnoreMemberVerifier.VerifyNoFixAsync("""
        public interface IOwner;

        public sealed class Pair
        {
            public Action? First, Second;
        }

        public partial class Tools
        {
            [Recorded]
            public partial int Find(IOwner {|REEN3001:owner|}, Pair {|REEN3001:pair|}, HttpClient {|REEN3001:client|});

            private int FindCore(IOwner owner, Pair pair, HttpClient client) => 1;
        }
        """);
}
