namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>REEN2012: calls of which it can't be known what they run.</summary>
public sealed class UnknownTargetTests
{
    [Theory]
    [InlineData("{|REEN2012:planner.Next()|};")]
    [InlineData("_ = {|REEN2012:planner.Size|};")]
    [InlineData("{|REEN2012:planner.Changed += () => { }|};")]
    public Task An_interface_that_nothing_here_implements_is_flagged(string statement) => Verify(
        "IPlanner planner", statement, "public interface IPlanner { void Next(); int Size { get; } event Action Changed; }");

    [Theory]
    [InlineData("[Deterministic(\"pure\")] ")]
    public Task An_interface_that_is_stated_deterministic_is_fine(string attribute) => Verify(
        "IPlanner planner", "planner.Next();", attribute + "public interface IPlanner { void Next(); }");

    [Fact]
    public Task An_interface_whose_implementations_are_all_recorded_is_fine() => Verify(
        "IPlanner planner",
        "planner.Next();",
        """
        public interface IPlanner { void Next(); }
        public sealed partial class Planner : IPlanner { [Recorded] public partial void Next(); private void NextCore() => _ = DateTime.Now; }
        public sealed partial class Other : IPlanner { [Recorded] public partial void Next(); private void NextCore() => _ = DateTime.Now; }
        """);

    [Theory]
    [InlineData("IEnumerable<int> items", "foreach (var item in items) { }")]
    [InlineData("IComparer<string> comparer", "_ = comparer.Compare(\"a\", \"b\");")]
    [InlineData("IDisposable resource", "using (resource) { }")]
    [InlineData("TimeProvider time", "_ = time.GetUtcNow();")]
    public Task Interfaces_of_the_framework_are_fine(string parameter, string statement) => Verify(parameter, statement, "");

    [Fact]
    public Task A_delegate_that_a_root_is_handed_is_flagged() => Verify("Func<int> read", "_ = {|REEN2012:read()|};", "");

    [Fact]
    public Task A_delegate_that_a_root_hands_on_is_flagged() => Verify("Func<int, int> map", "_ = new[] { 1 }.Select({|REEN2012:map|}).ToList();", "");

    [Fact]
    public Task A_delegate_that_is_captured_is_fine() => Verify("Func<int> read", "_ = Deterministic.Capture(\"read\", read);", "");

    [Fact]
    public Task A_delegate_made_in_replayed_code_is_known() => Verify(
        "object input",
        "Helper.Run(() => {|REEN2001:DateTime.Now|}.Year); Helper.Run(Read);",
        """
        public static class Helper { public static int Run(Func<int> read) => read(); }
        public partial class SupportAgent { private static int Read() => {|REEN2001:DateTime.Now|}.Year; }
        """);

    [Fact]
    public Task What_a_private_field_is_given_by_its_type_is_followed() => Verify(
        "object input",
        "_ = read() + other(); run?.Invoke();",
        """
        public partial class SupportAgent
        {
            private readonly Func<int> read = () => {|REEN2001:DateTime.Now|}.Year;
            private readonly Func<int> other;
            private Action? run;
            private readonly Func<int> unused = () => DateTime.Now.Year;

            public SupportAgent() => other = Other;

            public void Set() => run = () => { _ = {|REEN2002:Guid.NewGuid()|}; };

            private static int Other() => {|REEN2003:Environment.ProcessId|};
        }
        """);

    [Fact]
    public Task A_field_that_a_constructor_is_handed_is_flagged() => Verify(
        "object input",
        "_ = {|REEN2012:read()|};",
        """
        public partial class SupportAgent
        {
            private readonly Func<int> read;

            public SupportAgent(Func<int> read) => this.read = read;
        }
        """);

    [Fact]
    public Task A_field_that_replayed_code_hands_to_a_constructor_is_known() => Verify(
        "object input",
        "_ = new Planner(() => {|REEN2001:DateTime.Now|}.Year).Next(); _ = new Primary(() => 1).Next();",
        """
        public class Planner
        {
            private readonly Func<int> read;

            public Planner(Func<int> read) => this.read = read;

            public int Next() => read();
        }

        public class Primary(Func<int> read) { public int Next() => read(); }
        """);

    [Fact]
    public Task A_settable_property_is_followed_and_flagged() => Verify(
        "object input",
        "_ = {|REEN2012:Read()|};",
        """
        public partial class SupportAgent
        {
            public Func<int> Read { get; set; } = () => {|REEN2001:DateTime.Now|}.Year;
        }
        """);

    [Fact]
    public Task A_delegate_that_a_root_is_handed_and_keeps_is_flagged() => Verify(
        "Func<int> input",
        "read = input; _ = {|REEN2012:read()|};",
        "public partial class SupportAgent { private Func<int> read = () => 1; }");

    [Fact]
    public Task Delegates_in_tables_are_followed() => Verify(
        "object input",
        "_ = tools[\"now\"](); _ = array[0](); foreach (var each in list) each(); if (tools.TryGetValue(\"a\", out var found)) _ = found(); later[\"b\"](); foreach (var each in {|REEN2008:later.Values|}) each();",
        """
        public partial class SupportAgent
        {
            private readonly Dictionary<string, Func<int>> tools = new() { ["now"] = () => {|REEN2001:DateTime.Now|}.Year, ["pid"] = Pid };
            private readonly Func<int>[] array = [() => {|REEN2003:Environment.ProcessId|}, () => 1];
            private readonly List<Action> list = [() => { _ = {|REEN2002:Guid.NewGuid()|}; }];
            private readonly Dictionary<string, Action> later = [];
            private readonly Dictionary<string, Action> unused = new() { ["now"] = () => { _ = DateTime.Now; } };

            public SupportAgent()
            {
                later["b"] = () => { _ = {|REEN2001:DateTime.Now|}; };
                later.Add("c", () => { _ = {|REEN2001:DateTime.UtcNow|}; });
            }

            private static int Pid() => {|REEN2003:Environment.ProcessId|};
        }
        """);

    [Fact]
    public Task Delegates_in_tables_from_outside_are_flagged() => Verify(
        "object input",
        "_ = {|REEN2012:tools[0]()|}; _ = {|REEN2012:added[\"a\"]()|}; foreach (var each in tools) _ = {|REEN2012:each()|};",
        """
        public partial class SupportAgent(IReadOnlyList<Func<int>> handed)
        {
            private readonly IReadOnlyList<Func<int>> tools = handed;
            private readonly Dictionary<string, Func<int>> added = [];

            public void Add(Func<int> tool) => added.Add("a", tool);
        }
        """);

    [Fact]
    public Task A_delegate_that_anyone_can_replace_is_shared_state() => Verify(
        "object input",
        "_ = {|REEN2006:Clock.Read|}();",
        "public static class Clock { public static Func<int> Read { get; set; } = () => {|REEN2001:DateTime.Now|}.Year; }");

    [Fact]
    public Task Calls_bound_at_run_time_are_flagged() => Verify("dynamic input", "_ = {|REEN2012:input.Next()|};", "");

    private static Task Verify(string parameter, string statements, string code) => DeterminismVerifier.VerifyAsync($$"""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle([IgnoreRecorded] {{parameter}});

            private void HandleCore({{parameter}})
            {
                {{statements}}
            }
        }

        {{code}}
        """);
}
