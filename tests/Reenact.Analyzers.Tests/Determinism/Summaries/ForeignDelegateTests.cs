namespace Reenact.Analyzers.Tests.Determinism.Summaries;

/// <summary>Delegates that replayed code hands to a library which says what it does with them.</summary>
public sealed class ForeignDelegateTests
{
    private const string Retry = """
        namespace Shop;

        public class Retry
        {
            private readonly Func<int>? kept;
            public Retry() { }
            public Retry(Func<int> read) => kept = read;
            public int Call(Func<int> read) => read();
            public int Hand(Func<int> read) => Call(read);
            public bool Ask(Func<int> read) => read is null;
            [Deterministic("calls it where nobody looks")] public int State(Func<int> read) => read();
        }
        """;

    [Theory]
    [InlineData("_ = new Retry().Call({|REEN2012:read|});")]
    [InlineData("_ = new Retry().Hand({|REEN2012:read|});")]
    [InlineData("_ = new Retry({|REEN2012:read|});")]
    [InlineData("_ = new Retry().Call({|REEN2012:field|});")]
    [InlineData("_ = new Retry({|REEN2012:field|});")]
    public Task An_unknown_delegate_is_flagged_where_the_library_calls_or_keeps_it(string statement) => Verify(statement);

    [Theory]
    [InlineData("_ = new Retry().Ask(read);")]
    [InlineData("_ = new Retry().Ask(field);")]
    [InlineData("_ = new Retry().State(read);")]
    public Task It_is_fine_where_the_library_does_not(string statement) => Verify(statement);

    [Theory]
    [InlineData("_ = new Retry().Call(() => 1);")]
    [InlineData("_ = new Retry(() => {|REEN2001:DateTime.Now|}.Year);")]
    [InlineData("_ = new Retry().Call(() => {|REEN2001:DateTime.Now|}.Year);")]
    [InlineData("_ = new Retry().Call(Clock);")]
    [InlineData("_ = new Retry().Call(inner);")]
    public Task A_known_one_is_followed(string statement) => Verify(
        statement,
        statement.Contains("(Clock)", StringComparison.Ordinal) ? "{|REEN2001:DateTime.Now|}.Year" : "1",
        statement.Contains("(inner)", StringComparison.Ordinal) ? "{|REEN2002:Guid.NewGuid()|}" : "Guid.Empty");

    private static Task Verify(string statement, string clock = "1", string id = "Guid.Empty") => Library.VerifyAsync(
        Retry,
        $$"""
        using Shop;

        public partial class SupportAgent(Func<int> given)
        {
            private readonly Func<int> field = given;
            private readonly Func<int> inner = () => {{id}}.Version;

            [Replayed]
            public partial void Handle(Func<int> read);

            private void HandleCore(Func<int> read) { {{statement}} }

            private static int Clock() => {{clock}};
        }
        """);
}
