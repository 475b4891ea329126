using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Shapes;

public sealed class CoreCalledTests
{
    private const string Tools = """
        public partial class FlightTools
        {
            [Recorded]
            public partial Task<int> SearchAsync(string city, int nights = 1);

            protected internal virtual Task<int> SearchCoreAsync(string city, int nights) => Task.FromResult(nights);

            [Recorded]
            public partial T Echo<T>([IgnoreRecorded] T value) where T : struct;

            protected internal T EchoCore<T>(T value) where T : struct => value;
        }
        """;

    [Fact]
    public Task A_call_of_a_core_is_flagged() => CoreCallVerifier.VerifyAsync(
        [Tools, """
        public class Agent(FlightTools tools)
        {
            public Task<int> FindAsync() => tools.{|#0:SearchCoreAsync|}("Rome", 2);
        }
        """],
        new DiagnosticResult(Descriptors.CoreCalled).WithLocation(0).WithArguments("SearchCoreAsync", "FlightTools.SearchAsync"));

    [Theory]
    [InlineData("var found = tools?.{|REEN1005:SearchCoreAsync|}(\"Rome\", 2);")]
    [InlineData("tools.{|REEN1005:EchoCore<int>|}(1);")]
    [InlineData("Func<string, int, Task<int>> search = tools.{|REEN1005:SearchCoreAsync|};")]
    [InlineData("var search = tools.{|REEN1005:SearchCoreAsync|};")]
    [InlineData("new[] { 1 }.Select(tools.{|REEN1005:EchoCore|}).ToList();")]
    [InlineData("void Local() => tools.{|REEN1005:EchoCore|}(1); Local();")]
    [InlineData("Task.Run(async () => await tools.{|REEN1005:SearchCoreAsync|}(\"Rome\", 2).ConfigureAwait(false));")]
    [InlineData("tools.{|REEN1005:EchoCore|}(tools.{|REEN1005:EchoCore|}(1));")]
    public Task Every_way_to_reach_a_core_is_flagged(string statement) => CoreCallVerifier.VerifyAsync(Tools, $$"""
        public class Agent
        {
            public void Run(FlightTools tools)
            {
                {{statement}}
            }
        }
        """);

    [Fact]
    public Task Calls_within_the_type_and_from_initializers_are_flagged() => CoreCallVerifier.VerifyAsync("""
        public partial class Tools
        {
            private static readonly int First = {|REEN1005:AddCore|}(1, 2);

            public int Three => {|REEN1005:AddCore|}(1, 2);

            [Recorded]
            public static partial int Add(int a, int b);

            private static int AddCore(int a, int b) => a + b;

            [Recorded]
            public partial int Twice(int a);

            private int TwiceCore(int a) => {|REEN1005:AddCore|}(a, a) + First;
        }
        """);

    [Fact]
    public Task A_replayed_core_that_calls_itself_is_flagged_and_a_recorded_one_is_not() => CoreCallVerifier.VerifyAsync("""
        public partial class Tools
        {
            [Recorded]
            public partial int Depth(int left);

            private int DepthCore(int left) => left == 0 ? 0 : 1 + DepthCore(left - 1);

            [Replayed]
            public partial int Plan(int left);

            private int PlanCore(int left) => left == 0 ? 0 : 1 + {|REEN1005:PlanCore|}(left - 1);
        }
        """);

    [Fact]
    public Task An_overriding_core_may_call_the_one_it_overrides() => CoreCallVerifier.VerifyAsync(Tools, """
        public class CachedTools : FlightTools
        {
            protected internal override async Task<int> SearchCoreAsync(string city, int nights) => 1 + await base.SearchCoreAsync(city, nights);

            public Task<int> OtherAsync() => base.{|REEN1005:SearchCoreAsync|}("Rome", 2);

            public Task<int> OwnAsync() => {|REEN1005:SearchCoreAsync|}("Rome", 2);
        }
        """);

    [Fact]
    public Task Marked_methods_names_and_unrelated_methods_are_not_flagged() => CoreCallVerifier.VerifyAsync(Tools, """
        public class Agent
        {
            public async Task RunAsync(FlightTools tools)
            {
                await tools.SearchAsync("Rome", 2);
                Console.WriteLine(nameof(tools.SearchCoreAsync));
                WarmUpCore();
                Core();
            }

            private void WarmUp() => WarmUpCore();

            private void WarmUpCore() { }

            private void Core() { }
        }
        """);

    [Fact]
    public Task An_overload_that_is_no_core_is_not_flagged() => CoreCallVerifier.VerifyAsync("""
        public partial class Tools
        {
            [Recorded]
            public partial int Add(int a);

            private int AddCore(int a) => a;

            private int AddCore(string a) => a.Length;

            public int Run() => AddCore("two");
        }
        """);

    [Fact]
    public Task Tests_of_a_core_are_not_flagged() => CoreCallVerifier.VerifyAsync(Tools, """
        namespace Xunit
        {
            public class FactAttribute : Attribute;
        }

        namespace Tests
        {
            public class SlowFactAttribute : Xunit.FactAttribute;

            public class ToolsTests
            {
                [SlowFact]
                public void It_finds() => Find(new FlightTools());

                private static void Find(FlightTools tools) => tools.SearchCoreAsync("Rome", 2);
            }
        }
        """);

    [Fact]
    public Task Broken_code_is_left_to_the_compiler() => CoreCallVerifier.VerifyAsync("""
        public partial class Tools
        {
            [Recorded]
            public partial int {|CS8795:Add|}({|CS0246:Missing|} a);

            private int AddCore({|CS0246:Missing|} a) => {|CS7036:AddCore|}();

            public int Run() => {|CS0103:SubCore|}();
        }
        """);

    [Fact]
    public Task The_fix_calls_the_recorded_method() => CallRecordedMethodVerifier.VerifyAsync(
        """
        public partial class Tools
        {
            [Recorded]
            public partial Task<int> SearchAsync(string @class, int nights = 1);

            private async Task<int> SearchCoreAsync(string city, int days)
            {
                await Task.Yield();
                return days;
            }

            [Recorded]
            public partial T Echo<T>([IgnoreRecorded] T value);

            private T EchoCore<T>(T it) => it;

            public async Task<int> RunAsync()
            {
                // Twice.
                var first = await {|REEN1005:SearchCoreAsync|}("Rome", /* short */ 2).ConfigureAwait(false); // first
                Func<string, int, Task<int>> search = this.{|REEN1005:SearchCoreAsync|};
                return first + await {|REEN1005:SearchCoreAsync|}(days: {|REEN1005:EchoCore<int>|}(it: {|REEN1005:EchoCore|}(1)), city: "Oslo");
            }
        }
        """,
        """
        public partial class Tools
        {
            [Recorded]
            public partial Task<int> SearchAsync(string @class, int nights = 1);

            private async Task<int> SearchCoreAsync(string city, int days)
            {
                await Task.Yield();
                return days;
            }

            [Recorded]
            public partial T Echo<T>([IgnoreRecorded] T value);

            private T EchoCore<T>(T it) => it;

            public async Task<int> RunAsync()
            {
                // Twice.
                var first = await SearchAsync("Rome", /* short */ 2).ConfigureAwait(false); // first
                Func<string, int, Task<int>> search = this.SearchAsync;
                return first + await SearchAsync(nights: Echo<int>(value: Echo(1)), @class: "Oslo");
            }
        }
        """);

    [Fact]
    public Task No_fix_is_offered_where_a_static_core_serves_an_instance_method() => CallRecordedMethodVerifier.VerifyNoFixAsync("""
        public partial class Tools
        {
            [Recorded]
            public partial int Add(int a);

            private static int AddCore(int a) => a;

            public static int Run() => {|REEN1005:AddCore|}(1);
        }
        """);
}
