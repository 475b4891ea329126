using Microsoft.CodeAnalysis.Testing;
using Reenact.Analyzers.Shapes;

namespace Reenact.Analyzers.Tests.Shapes;

public sealed class RecordedInterfaceTests
{
    [Theory]
    [InlineData("unsafe void Fill(byte* memory);")]
    [InlineData("ref int Counter { get; }")]
    [InlineData("IEnumerator<int> Walk();")]
    [InlineData("[IgnoreRecorded] string Token { get; }")]
    public Task A_member_without_a_value_to_record_is_flagged_at_the_attribute(string member) => Verify(
        $"[assembly: {{|REEN1004:RecordInterface<IDevice>|}}] public interface IDevice {{ {member} }}");

    [Theory]
    [InlineData("object Anything();")]
    [InlineData("void Run(Action action);")]
    [InlineData("Task<HttpClient> Client { get; }")]
    public Task A_type_without_a_codec_is_flagged_at_the_attribute(string member) => Verify(
        $"[assembly: {{|REEN3001:RecordInterface(typeof(IDevice))|}}] public interface IDevice {{ {member} }}");

    [Fact]
    public Task The_message_names_the_member_and_the_path() => Verify(
        """
        [assembly: {|#0:RecordInterface<IDesk>|}]

        public interface IOwner;

        public sealed record Passenger(string Name, IOwner Owner);

        public interface ICounter
        {
            void Check(Passenger[] passengers);

            object this[int place] { set; }
        }

        public interface IDesk : ICounter;
        """,
        new DiagnosticResult(Descriptors.NotRecordable).WithLocation(0).WithArguments(
            "Passenger.Owner, which ICounter.Check takes,",
            "is the interface IOwner, so nothing says how to make one again",
            "Use a class or record, list its types with [RecordedUnion] on IOwner, or write a codec and name it with [ValueCodec] on IOwner, or leave it out with [IgnoreRecorded]"),
        new DiagnosticResult(Descriptors.NotRecordable).WithLocation(0).WithArguments(
            "Parameter 'value' of the setter of ICounter.this[]",
            "is an object, so nothing says what it holds",
            "Use a type with members, or JsonElement"));

    [Theory]
    [InlineData("RecordInterface<string>")]
    [InlineData("RecordInterface(typeof(int[]))", false)]
    [InlineData("RecordInterface(typeof(List<>))")]
    [InlineData("RecordInterface(typeof(IMade))")]
    [InlineData("RecordInterface(typeof(Outer.IHidden))")]
    [InlineData("RecordInterface<IHalfHidden>")]
    [InlineData("RecordInterface(typeof(IMadeHere))")]
    [InlineData("RecordInterface<IFine>(Kind = CallKind.Agent)")]
    public Task An_interface_that_nothing_can_stand_in_for_is_flagged(string attribute, bool flagged = true) => Verify(
        $$"""
        [assembly: {{(flagged ? $"{{|REEN1004:{attribute}|}}" : attribute)}}]

        public interface IFine;

        public interface IMade
        {
            static abstract int Make();
        }

        public interface IMadeHere
        {
            static abstract int Made { get; }
        }

        public static partial class Outer
        {
            internal interface IHidden
            {
                protected int Secret();
            }
        }

        public interface IHalfHidden
        {
            protected int Secret { get; }
        }
        """);

    [Fact]
    public Task Interfaces_that_can_be_recorded_are_not_flagged() => Verify("""
        [assembly: RecordInterface<IFlightApi>(Kind = CallKind.Tool, Leaf = true, Name = "flights")]
        [assembly: RecordInterface(typeof(IStore<>))]

        public interface INamed
        {
            string Name { get; init; }

            event Action? Renamed;
        }

        public interface IFlightApi : INamed, IDisposable, IAsyncDisposable
        {
            Task<IReadOnlyList<decimal>> PricesAsync(string city, [IgnoreRecorded] object logger, CancellationToken cancellationToken = default);

            int Seats(params int[] rows) => rows.Length;

            static int Most => 100;

            static virtual int Least => 1;

            sealed object Hidden() => this;

            protected object Guarded() => this;

            private object Own() => this;
        }

        public interface IStore<in T>
        {
            int Count { get; }

            void Skip<TPlace>(int count);
        }
        """);

    [Fact]
    public Task An_interface_that_does_not_exist_is_left_to_the_compiler() => Verify(
        "[assembly: RecordInterface<{|CS0246:INowhere|}>]");

    private static Task Verify(string source, params DiagnosticResult[] expected) => RuleVerifier<RecordedInterfaceAnalyzer>.VerifyAsync([source], expected);
}
