using Microsoft.CodeAnalysis.Testing;
using Reenact.Analyzers.Data;

namespace Reenact.Analyzers.Tests.Data;

public sealed class RecordableTypeTests
{
    [Theory]
    [InlineData("System.IO.Stream")]
    [InlineData("object")]
    [InlineData("System.Collections.Generic.List<System.Action>")]
    public Task A_type_that_can_not_be_recorded_is_flagged_at_the_attribute(string type) => Verify($"[assembly: {{|REEN3001:Recordable<{type}>|}}]");

    [Fact]
    public Task The_message_names_the_path() => Verify(
        """
        [assembly: {|#0:Recordable<Booking>|}]
        [assembly: Recordable<Passenger>]

        public sealed record Passenger(string Name);

        public sealed record Booking(List<Seat> Seats);

        public sealed record Seat(object Tag);
        """,
        new DiagnosticResult(Descriptors.NotRecordable)
            .WithLocation(0)
            .WithArguments(
                "Booking.Seats[].Tag",
                "is an object, so nothing says what it holds",
                "Use a type with members, or JsonElement"));

    [Fact]
    public Task A_state_that_can_not_be_recorded_is_flagged_at_the_call() => Verify(
        """
        public sealed record Cart(List<string> Items);

        public sealed class Shop
        {
            private sealed class Hidden
            {
                public int Count { get; set; }
            }

            private void Save(Cart cart, System.IO.Stream file, object any, Hidden[] hidden)
            {
                Session.Snapshot("cart", cart);
                {|REEN3001:Session.Snapshot|}("file", file);
                Session.Current?{|REEN3001:.Snapshot|}("file", file);
                {|REEN3001:Session.Current!.Snapshot<object>|}("any", cart);
                {|REEN3001:Session.Decide|}("which", any);
                {|REEN3001:Session.Snapshot|}("hidden", hidden);
            }

            public void Save<T>(T state) => Session.Snapshot("state", state);
        }
        """);

    [Theory]
    [InlineData("int")]
    [InlineData("System.Collections.Generic.Dictionary<string, System.Guid?>")]
    public Task A_type_with_a_codec_is_fine(string type) => Verify($"[assembly: Recordable<{type}>]");

    [Fact]
    public Task A_type_that_does_not_exist_is_left_to_the_compiler() => Verify("[assembly: Recordable<{|CS0246:Nowhere|}>]");

    private static Task Verify(string source, params DiagnosticResult[] expected) => RuleVerifier<RecordableTypeAnalyzer>.VerifyAsync([source], expected);
}
