using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Shapes;

public sealed class UnsupportedSignatureTests
{
    [Fact]
    public Task An_explicit_interface_implementation_is_told_to_forward() => RecordedMethodVerifier.VerifyAsync(
        ["""
        public interface ITools
        {
            int Quote();
        }

        public partial class FlightTools : ITools
        {
            [Recorded]
            int ITools.{|#0:Quote|}() => 1;
        }
        """],
        new DiagnosticResult(Descriptors.UnsupportedSignature).WithLocation(0).WithArguments(
            "FlightTools.ITools.Quote",
            "implements an interface explicitly, and C# has no such partial methods",
            "Write the recorded method as an ordinary partial method, and forward to it from this one"));

    [Fact]
    public Task An_abstract_method_is_told_to_be_overridden_by_a_recorded_one() => RecordedMethodVerifier.VerifyAsync(
        ["""
        public abstract partial class FlightTools
        {
            [Recorded]
            public abstract int {|#0:Quote|}();
        }
        """],
        new DiagnosticResult(Descriptors.UnsupportedSignature).WithLocation(0).WithArguments(
            "FlightTools.Quote",
            "is abstract, and C# has no abstract partial methods",
            "Put the attribute on the methods that override it"));

    [Fact]
    public Task A_lambda_is_flagged() => RecordedMethodVerifier.VerifyAsync(
        ["public partial class Tools { public Func<int> Run() => {|#0:[Recorded] () => 1|}; }"],
        new DiagnosticResult(Descriptors.UnsupportedSignature).WithLocation(0).WithArguments(
            "A lambda in Tools",
            "is no ordinary method",
            "Write the recorded method as an ordinary partial method, and forward to it from this one"));

    [Theory]
    [InlineData("public interface ITools { [Recorded] int {|REEN1004:Quote|}(); }")]
    [InlineData("public static partial class Tools { extension(string text) { [Recorded] public int {|REEN1004:Quote|}() => 1; } }")]
    [InlineData("public partial class Tools { public int Price { [Recorded] {|REEN1004:get|} => 1; } }")]
    [InlineData("public partial class Tools { [Recorded] public static Tools operator {|REEN1004:+|}([IgnoreRecorded] Tools a, [IgnoreRecorded] Tools b) => a; }")]
    [InlineData("public partial class Tools { public void Run() { Local(); [Recorded] int {|REEN1004:Local|}() => 1; } }")]
    [InlineData("file partial class Tools { [Recorded] public int {|REEN1004:Quote|}() => 1; }")]
    [InlineData("public ref partial struct Tools { [Recorded] public int {|REEN1004:Quote|}() => 1; }")]
    public Task A_member_that_can_not_be_partial_is_flagged(string source) => RecordedMethodVerifier.VerifyAsync(source);

    [Theory]
    [InlineData("public partial {|REEN1004:ref int|} Quote()", "private ref int QuoteCore() => throw new InvalidOperationException();")]
    [InlineData("public unsafe partial int Quote(int* {|REEN1004:value|})", "private unsafe int QuoteCore(int* value) => 1;")]
    [InlineData("public partial int Quote(System.Text.Json.Utf8JsonReader {|REEN1004:value|})", "private int QuoteCore(System.Text.Json.Utf8JsonReader value) => 1;")]
    [InlineData("public partial int Quote(ref Span<int> {|REEN1004:value|})", "private int QuoteCore(ref Span<int> value) => 1;")]
    [InlineData("public partial {|REEN1004:ReadOnlySpan<int>|} Quote()", "private ReadOnlySpan<int> QuoteCore() => default;")]
    [InlineData("public partial {|REEN1004:FileStream|} Quote()", "private FileStream QuoteCore() => throw new InvalidOperationException();")]
    [InlineData("public partial {|REEN1004:IEnumerator<int>|} Quote()", "private IEnumerator<int> QuoteCore() { yield return 1; }")]
    [InlineData("public partial {|REEN1004:Task<IAsyncEnumerable<int>>|} Quote()", "private Task<IAsyncEnumerable<int>> QuoteCore() => throw new InvalidOperationException();")]
    public Task A_signature_without_values_is_flagged_where_it_says_so(string declaration, string core) => RecordedMethodVerifier.VerifyAsync(
        $"public partial class Tools {{ [Recorded] {declaration}; {core} }}");

    [Theory]
    [InlineData("public partial IAsyncEnumerable<int> QuoteAsync()", "private IAsyncEnumerable<int> QuoteCoreAsync() => throw new InvalidOperationException();")]
    [InlineData("public partial IEnumerable<int> Quote()", "private IEnumerable<int> QuoteCore() { yield return 1; }")]
    [InlineData("public partial Task<Stream> QuoteAsync()", "private Task<Stream> QuoteCoreAsync() => throw new InvalidOperationException();")]
    [InlineData("public partial ValueTask<List<int>> QuoteAsync()", "private ValueTask<List<int>> QuoteCoreAsync() => default;")]
    [InlineData("public static partial void Quote(this string value)", "private static void QuoteCore(string value) { }")]
    [InlineData("public partial int Quote(in int a, ref int b, out int c, ref readonly int d)", "private int QuoteCore(in int a, ref int b, out int c, ref readonly int d) => c = 1;")]
    [InlineData("public partial int Quote(Span<int> a, IProgress<int>? b, params ReadOnlySpan<string> c)", "private int QuoteCore(Span<int> a, IProgress<int>? b, ReadOnlySpan<string> c) => 1;")]
    [InlineData("public partial int Quote([IgnoreRecorded] System.Text.Json.Utf8JsonReader value)", "private int QuoteCore(System.Text.Json.Utf8JsonReader value) => 1;")]
    [InlineData("public override partial string ToString()", "private string ToStringCore() => \"\";")]
    public Task Ordinary_signatures_are_not_flagged(string declaration, string core) => RecordedMethodVerifier.VerifyAsync(
        $"public {(declaration.Contains("static") ? "static " : "")}partial class Tools {{ [Recorded] {declaration}; {core} }}");
}
