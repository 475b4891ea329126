using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Analyzers.Determinism.Summaries;

namespace Reenact.Analyzers.Tests.Determinism.Summaries;

/// <summary>What a library says of its members when it is built.</summary>
public sealed class LibrarySummaryTests
{
    [Fact]
    public Task A_library_names_each_member_that_others_see_and_that_is_not_deterministic() => Expect(
        """
        DeterminismSummary(1)
        NondeterministicMember("F:Shop.Clock.Started", "REEN2001", "DateTime.Now", "Clock.Started")
        NondeterministicMember("M:Shop.Box`1.#ctor", "REEN2002", "Guid.NewGuid", "new Box → Box.id")
        NondeterministicMember("M:Shop.Box`1.Fill``1(`0,``0)", "REEN2001", "DateTime.UtcNow", "Box.Fill → Inner.Read")
        NondeterministicMember("M:Shop.Clock.OnTick", "REEN2001", "DateTime.UtcNow", "Clock.OnTick → Inner.Read")
        NondeterministicMember("M:Shop.Clock.get_Item(System.Int32)", "REEN2001", "Environment.TickCount", "Clock.this")
        NondeterministicMember("M:Shop.Clock.get_Now", "REEN2001", "DateTime.UtcNow", "Clock.Now → Inner.Read")
        NondeterministicMember("M:Shop.Clock.op_Addition(Shop.Clock,Shop.Clock)", "REEN2001", "DateTime.UtcNow", "Clock.operator + → Inner.Read")
        """,
        """
        namespace Shop;

        public class Clock
        {
            public static readonly DateTime Started = DateTime.Now;
            public static readonly int Ticks = 5;
            public DateTime Now => Inner.Read();
            public DateTime Epoch => default;
            public int this[int i] => Environment.TickCount;
            public static Clock operator +(Clock left, Clock right) { Inner.Read(); return left; }
            protected void OnTick() => Inner.Read();
            private void Hidden() => Inner.Read();
            internal void Internal() => Inner.Read();
        }

        public class Box<T>
        {
            private readonly Guid id = Guid.NewGuid();
            public void Fill<U>(T item, U other) => Inner.Read();
            public override string ToString() => id.ToString();
        }

        internal static class Inner
        {
            public static DateTime Read() => DateTime.UtcNow;
        }
        """);

    [Fact]
    public Task Of_several_offences_in_a_member_the_first_of_the_rules_is_named() => Expect(
        """
        DeterminismSummary(1)
        NondeterministicMember("M:Plan.Make", "REEN2001", "DateTime.Now", "Plan.Make")
        NondeterministicMember("M:Plan.Read", "REEN2004", "File.ReadAllText", "Plan.Read")
        """,
        """
        public static class Plan
        {
            public static string Make() => Environment.MachineName + Guid.NewGuid() + DateTime.Now.Ticks;
            public static string Read() => Environment.MachineName + System.IO.File.ReadAllText("a");
        }
        """);

    [Fact]
    public Task The_nearest_offence_explains_a_member_and_what_certainly_differs_goes_first() => Expect(
        """
        DeterminismSummary(1)
        NondeterministicMember("M:Plan.Far", "REEN2002", "Guid.NewGuid", "Plan.Far → Plan.Two → Plan.Three")
        NondeterministicMember("M:Plan.Near", "REEN2001", "DateTime.Now", "Plan.Near → Plan.One")
        NondeterministicMember("M:Plan.Waits(System.Threading.Tasks.Task{System.Int32})", "REEN2005", "Task.Result", "Plan.Waits", IsInfo = true)
        """,
        """
        public static class Plan
        {
            public static void Near() { Two(); One(); }
            public static void Far() { _ = Waits(null!); Two(); }
            public static int Waits(Task<int> task) => task.Result;
            private static void One() => _ = DateTime.Now;
            private static void Two() => Three();
            private static void Three() => Guid.NewGuid();
        }
        """);

    [Fact]
    public Task What_a_library_records_or_states_is_not_named() => Expect(
        "DeterminismSummary(1)",
        """
        public partial class Tools
        {
            [Recorded] public partial int Read();
            private int ReadCore() => Environment.ProcessId;
            [Replayed] public partial int Run();
            private int RunCore() => Environment.ProcessId;
            [Deterministic("the same everywhere")] public int State() => Environment.ProcessId;
            public int Capture() => Deterministic.Capture("id", () => Environment.ProcessId);
            public DateTimeOffset Now => Deterministic.UtcNow;
            public int Uses() => Read() + Run() + State();
        }
        """);

    [Fact]
    public Task What_a_library_does_not_know_does_not_make_it_nondeterministic() => Expect(
        "DeterminismSummary(1)",
        """
        public interface IUnknown { void Run(); }
        public class Caller { public void Call(IUnknown other) => other.Run(); public dynamic Dynamic(dynamic value) => value.Run(); }
        """);

    [Fact]
    public Task Static_constructors_and_implicit_ones_run_with_what_is_used() => Expect(
        """
        DeterminismSummary(1)
        NondeterministicMember("M:Child.#ctor", "REEN2001", "DateTime.Now", "new Child → new Parent")
        NondeterministicMember("M:Parent.#ctor", "REEN2001", "DateTime.Now", "new Parent")
        NondeterministicMember("M:Table.Look", "REEN2002", "Guid.NewGuid", "Table.Look → Table.Table")
        """,
        """
        public class Parent { protected Parent() => _ = DateTime.Now; }
        public class Child : Parent;
        public static class Table { static Table() => Guid.NewGuid(); public static int Look() => 1; }
        """);

    [Fact]
    public Task What_an_override_does_is_said_apart() => Expect(
        """
        DeterminismSummary(1)
        NondeterministicMember("M:Base.Run", "REEN2001", "DateTime.Now", "Base.Run → Derived.Run", IsInOverride = true)
        """,
        """
        public class Base { public virtual int Run() => 1; public int Other() => 2; }
        internal class Derived : Base { public override int Run() => DateTime.Now.Year; }
        """);

    [Fact]
    public Task Delegates_that_are_called_kept_or_handed_on_are_named() => Expect(
        """
        DeterminismSummary(1)
        DelegateCaller("M:Retry.#ctor(System.Func{System.Int32},System.Action)", "read")
        DelegateCaller("M:Retry.Both(System.Action,System.Int32,System.Action)", "first", "second")
        DelegateCaller("M:Retry.Call(System.Func{System.Int32})", "read")
        DelegateCaller("M:Retry.Hand(System.Func{System.Int32,System.Int32})", "map")
        DelegateCaller("M:Retry.Make(System.Func{System.Int32})", "read")
        DelegateCaller("M:Retry.Virtual(System.Action)", "action")
        """,
        """
        public class Retry
        {
            private readonly Func<int> kept;
            public Retry(Func<int> read, Action ignored) { ArgumentNullException.ThrowIfNull(ignored); kept = read ?? (() => 1); }
            public int Call(Func<int> read) => read();
            public IEnumerable<int> Hand(Func<int, int> map) => new[] { 1 }.Select(map);
            public void Both(Action first, int times, Action second) { first(); Call(() => { second(); return times; }); }
            public static Retry Make(Func<int> read) => new(read, () => { });
            public bool Is(Action? action) => action is not null && action != null;
            public virtual void Virtual(Action action) { }
            [Deterministic("calls nothing")] public void Stated(Action action) => action();
        }
        """);

    [Fact]
    public Task Internal_members_are_named_where_another_assembly_sees_them() => Expect(
        """
        DeterminismSummary(1)
        NondeterministicMember("M:Clock.Read", "REEN2001", "DateTime.Now", "Clock.Read")
        """,
        """
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Friend")]
        internal static class Clock { internal static void Read() => _ = DateTime.Now; private static void Hidden() => _ = DateTime.Now; }
        """);

    [Fact]
    public Task An_assembly_that_is_stated_deterministic_names_nothing() => Expect(
        "DeterminismSummary(1)",
        """
        [assembly: Deterministic("It works with sessions.")]
        public static class Clock { public static void Read() => _ = DateTime.Now; }
        """);

    [Fact]
    public async Task A_program_says_nothing() =>
        Assert.Null(await Library.SummaryAsync("public static class Program { public static void Main() => _ = DateTime.Now; }", OutputKind.ConsoleApplication));

    [Fact]
    public async Task A_program_whose_internals_others_see_does() => Assert.Contains(
        "M:Program.Main",
        await Library.SummaryAsync(
            "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Tests\")] internal static class Program { internal static void Main() => _ = DateTime.Now; }",
            OutputKind.ConsoleApplication));

    [Fact]
    public async Task An_editor_runs_nothing_of_it()
    {
        var library = await Library.CompileAsync("Library", "public static class Clock { public static void Read() => _ = DateTime.Now; }");

        var run = CSharpGeneratorDriver
            .Create(
                [new DeterminismSummaryGenerator().AsSourceGenerator()],
                parseOptions: TestProject.ParseOptions,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.Implementation, trackIncrementalGeneratorSteps: true))
            .RunGenerators(library, TestContext.Current.CancellationToken)
            .GetRunResult();

        Assert.Empty(run.GeneratedTrees);
        Assert.DoesNotContain(DeterminismSummaryGenerator.StepName, run.Results.Single().TrackedSteps.Keys);
    }

    private static async Task Expect(string summary, string library) => Assert.Equal(summary.ReplaceLineEndings("\n"), await Library.SummaryAsync(library));
}
