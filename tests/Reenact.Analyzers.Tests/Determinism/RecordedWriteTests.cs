namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>REEN2011: what recorded methods change and replayed code reads.</summary>
public sealed class RecordedWriteTests
{
    [Theory]
    [InlineData("{|REEN2011:count|} = 1;")]
    [InlineData("{|REEN2011:count|} += 1;")]
    [InlineData("{|REEN2011:count|}++;")]
    [InlineData("Interlocked.Increment(ref {|REEN2011:count|});")]
    [InlineData("({|REEN2011:count|}, _) = (1, 2);")]
    [InlineData("{|REEN2011:Size|} = 1;")]
    [InlineData("{|REEN2011:items.Add(\"a\")|};")]
    [InlineData("{|REEN2011:items[0]|} = \"a\";")]
    [InlineData("{|REEN2011:numbers[0]|} = 1;")]
    [InlineData("{|REEN2011:cart.Total|} = 1;")]
    [InlineData("var held = items; {|REEN2011:held.Clear()|};")]
    [InlineData("{|REEN2011:captured.Add(1)|};")]
    public Task A_change_of_what_replayed_code_reads_is_flagged(string statement) => Verify(
        "_ = count + Size + items.Count + numbers.Length + cart.Total + captured.Count;",
        statement);

    [Theory]
    [InlineData("count = 1; unread = 2;")]
    [InlineData("items.Add(\"a\");")]
    [InlineData("cart.Total = 1;")]
    public Task A_change_of_what_only_recorded_code_reads_is_fine(string statement) => Verify("count = 2;", statement);

    [Theory]
    [InlineData("_ = count;")]
    [InlineData("_ = items.Contains(\"a\");")]
    [InlineData("var made = new List<string>(); made.Add(\"a\");")]
    [InlineData("var made = new Cart(); made.Total = 1;")]
    [InlineData("_ = new Cart { Total = 1 };")]
    public Task Reading_and_changing_what_the_method_made_is_fine(string statement) =>
        Verify("_ = count + items.Count + cart.Total;", statement);

    [Fact]
    public Task A_change_in_what_the_core_calls_is_flagged() => Verify(
        "_ = count + cart.Total;",
        "Note(); cart.Fill();",
        "private void Note() => {|REEN2011:count|}++;",
        "public void Fill() => {|REEN2011:Total|} = 2;");

    [Fact]
    public Task A_static_is_flagged() => DeterminismVerifier.VerifyAsync("""
        public static class Registry { [Deterministic("test")] public static int Read() => 1; public static readonly List<int> All = []; }

        public partial class SupportAgent
        {
            [Replayed]
            public partial int Handle();

            private int HandleCore() { Search(); return Registry.All.Count; }

            [Recorded]
            public partial void Search();

            private void SearchCore() => {|REEN2011:Registry.All.Add(1)|};
        }
        """);

    [Theory]
    [InlineData("var list = new List<int>(); Fill(list); return list.Count;", true)]
    [InlineData("Fill(input); return 1;", true)]
    [InlineData("Fill(kept); return 1;", true)]
    [InlineData("Fill(new List<int>()); return 1;", false)]
    [InlineData("var list = new List<int> { 1 }; Fill(list); return 1;", false)]
    public Task A_change_of_an_argument_that_the_caller_keeps_is_flagged(string statements, bool isFlagged) => DeterminismVerifier.VerifyAsync($$"""
        public partial class SupportAgent
        {
            private readonly List<int> kept = [];

            [Replayed]
            public partial int Handle(List<int> input);

            private int HandleCore(List<int> input)
            {
                {{statements}}
            }

            [Recorded]
            public partial void Fill(List<int> list);

            private void FillCore(List<int> list) => {{(isFlagged ? "{|REEN2011:list.Add(1)|}" : "list.Add(1)")}};
        }
        """);

    [Fact]
    public Task A_recorded_method_that_only_hosts_call_is_fine() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            private int count;

            [Replayed]
            public partial int Handle();

            private int HandleCore() => count;

            [Recorded]
            public partial void Search();

            private void SearchCore() => count++;
        }
        """);

    private static Task Verify(string replayed, string recorded, string members = "", string ofCart = "") => DeterminismVerifier.VerifyAsync($$"""
        public sealed class Cart { public int Total { get; set; } {{ofCart}} }

        public partial class SupportAgent(List<int> captured)
        {
            private readonly List<string> items = [];
            private readonly int[] numbers = [1];
            private readonly Cart cart = new();
            private int count;
            private int unread;

            public int Size { get; set; }

            public int Captured => captured.Count;

            {{members}}

            [Replayed]
            public partial void Handle();

            private void HandleCore()
            {
                Search();
                {{replayed}}
            }

            [Recorded]
            public partial void Search();

            private void SearchCore()
            {
                {{recorded}}
            }

            public int Unread() => unread;
        }
        """);
}
