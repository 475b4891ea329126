using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Data;

public sealed class NotRecordableTests
{
    [Fact]
    public Task A_member_deep_inside_is_named_with_its_path_and_the_way_out() => RecordedMethodVerifier.VerifyAsync(
        ["""
        public interface IOwner;

        public sealed record Passenger(string Name, IOwner Owner);

        public sealed record Booking(List<Passenger> Passengers);

        public partial class FlightTools
        {
            [Recorded]
            public partial int Book(Booking {|#0:booking|}, CancellationToken cancellationToken);

            private int BookCore(Booking booking, CancellationToken cancellationToken) => 1;
        }
        """],
        new DiagnosticResult(Descriptors.NotRecordable).WithLocation(0).WithArguments(
            "Booking.Passengers[].Owner",
            "is the interface IOwner, so nothing says how to make one again",
            "Use a class or record, list its types with [RecordedUnion] on IOwner, or write a codec and name it with [ValueCodec] on IOwner, or leave it out with [IgnoreRecorded]"));

    [Theory]
    [InlineData("void Run(object {|REEN3001:value|})")]
    [InlineData("void Run(dynamic {|REEN3001:value|})")]
    [InlineData("void Run(Action {|REEN3001:value|})")]
    [InlineData("void Run(Task {|REEN3001:value|})")]
    [InlineData("void Run(Dictionary<string, HttpClient> {|REEN3001:value|})")]
    [InlineData("{|REEN3001:Type|} Run(int value)")]
    [InlineData("{|REEN3001:(int, Exception)|} Run(int value)")]
    public Task A_type_without_a_codec_is_flagged_where_it_stands(string signature) => RecordedMethodVerifier.VerifyAsync(Tool(signature));

    [Theory]
    [InlineData("List<(string Name, DateOnly? Day)> Run(int value)")]
    [InlineData("Uri Run(Dictionary<Guid, decimal[]> value)")]
    [InlineData("System.Text.Json.JsonElement Run(DayOfWeek value)")]
    [InlineData("void Run([IgnoreRecorded] HttpClient value)")]
    public Task Recordable_types_and_ignored_parameters_are_not_flagged(string signature) => RecordedMethodVerifier.VerifyAsync(Tool(signature));

    [Fact]
    public Task A_type_with_a_codec_of_its_own_is_not_flagged() => RecordedMethodVerifier.VerifyAsync("""
        using MessagePack;

        [ValueCodec(typeof(OwnerCodec))]
        public interface IOwner;

        public struct OwnerCodec : IValueCodec<IOwner>
        {
            public static void Write(ref MessagePackWriter writer, IOwner value, ValueWriteContext context) => writer.WriteNil();

            public static IOwner Read(ref MessagePackReader reader, ValueReadContext context) => throw new ValueFormatException("no owner");
        }

        public partial class FlightTools
        {
            [Recorded]
            public partial IOwner Owner();

            private IOwner OwnerCore() => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public Task A_type_that_does_not_exist_is_left_to_the_compiler() => RecordedMethodVerifier.VerifyAsync("""
        public partial class Tools
        {
            [Recorded]
            public partial void {|CS8795:Run|}({|CS0246:Missing|} value);

            private void RunCore({|CS0246:Missing|} value) => throw new InvalidOperationException();
        }
        """);

    private static string Tool(string signature)
    {
        var core = signature.Replace(" Run(", " RunCore(", StringComparison.Ordinal).Replace("[IgnoreRecorded] ", "", StringComparison.Ordinal)
            .Replace("{|REEN3001:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        return $$"""
            public partial class Tools
            {
                [Recorded]
                public partial {{signature}};

                private {{core}} => throw new InvalidOperationException();
            }
            """;
    }
}
