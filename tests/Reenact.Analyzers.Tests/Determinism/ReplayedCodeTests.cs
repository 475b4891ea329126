using Microsoft.CodeAnalysis.Testing;
using Reenact.Analyzers.Determinism;

namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>Which code counts as replayed, and what a diagnostic says about how it is reached.</summary>
public sealed class ReplayedCodeTests
{
    [Fact]
    public Task Code_that_no_replayed_method_reaches_is_not_flagged() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial int Handle(int input);

            private int HandleCore(int input) => input;

            // The name of the core, but not its signature.
            private int HandleCore(string input) => DateTime.Now.Year;

            public DateTime Started { get; } = DateTime.Now;
        }

        public static class Host
        {
            public static DateTime Now() => DateTime.Now;
        }
        """);

    [Fact]
    public Task What_code_says_of_itself_is_not_flagged() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            private readonly List<string> flights = [];

            [Replayed]
            public partial int Handle(int input);

            private int HandleCore(int input)
            {
                var state = Session.Snapshot("flights", flights);
                var decision = Session.Current!.Decide("flight", flights[0], flights.Where(flight => flight.Length > input), "it is the first");
                Session.Current?.Snapshot("input", input, version: 2);
                Session.Link(Session.Current?.CurrentCall ?? default, decision);
                Session.Link(state, "document 4");
                return input;
            }
        }
        """);

    [Fact]
    public Task Everything_that_a_core_uses_is_followed() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial T Handle<T>(T input);

            private T HandleCore<T>(T input)
            {
                Local();
                var plan = new Plan(1) { Name = "a" };
                plan.Id = plan.Id + 1;
                _ = plan + plan;
                _ = (int)plan;
                _ = plan[0];
                plan.Changed += () => { };
                new List<int> { 1 }.ForEach(Plan.Each);
                new Generic<int>().Run("a");
                _ = input.Twice();
                return input;

                void Local() => _ = {|REEN2001:DateTime.Now|};
            }
        }

        public class Base
        {
            protected Base(DateTime time) { }
        }

        public class Plan(int size) : Base({|REEN2001:DateTime.Now|})
        {
            private readonly Guid id = {|REEN2002:Guid.NewGuid()|};

            public int Size { get; } = size + {|REEN2003:Environment.ProcessId|};
            public string Name { get => ""; set => _ = {|REEN2003:Environment.UserName|}; }
            public int Id { get => {|REEN2001:DateTime.Now|}.Year; set { _ = id; } }
            public DateTime this[int index] => {|REEN2001:DateTime.Now|};
            public static Plan operator +(Plan a, Plan b) => {|REEN2002:Random.Shared|}.Next() > 1 ? a : b;
            public static explicit operator int(Plan plan) => {|REEN2002:Random.Shared|}.Next();
            public event Action Changed { add => _ = {|REEN2001:DateTime.Now|}; remove => _ = DateTime.Now; }
            public static void Each(int item) => {|REEN2005:Thread.Sleep(item)|};
            public int NeverRead => DateTime.Now.Year;
        }

        public class Generic<T>
        {
            public void Run<U>(U value) => _ = {|REEN2001:DateTime.Now|};
        }

        public static class Extensions
        {
            extension<T>(T value)
            {
                public T Twice()
                {
                    _ = {|REEN2001:DateTime.Now|};
                    return value;
                }
            }
        }
        """);

    [Fact]
    public Task A_getter_that_is_only_set_is_not_followed() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore() => Year = 1;

            private int Year { get => DateTime.Now.Year; set { } }
        }
        """);

    [Fact]
    public Task Recorded_methods_are_not_followed_but_their_arguments_are_checked() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial int Handle();

            private int HandleCore() => Read({|REEN2001:DateTime.Now|}.Year);

            [Recorded]
            public partial int Read(int year);

            private int ReadCore(int year) => File.ReadAllText("a").Length;
        }
        """);

    [Fact]
    public Task A_recorded_core_called_directly_is_followed() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial string Handle();

            private string HandleCore() => ReadCore();

            [Recorded]
            public partial string Read();

            private string ReadCore() => {|REEN2004:File.ReadAllText("a")|};
        }
        """);

    [Fact]
    public Task Members_stated_deterministic_are_not_followed() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore()
            {
                Measure();
                _ = Elapsed;
                Clock.Tick();
                Clock.Inner.Tick();
            }

            [Deterministic("only logged")]
            private static void Measure() => _ = DateTime.Now;

            [Deterministic("only logged")]
            private static DateTime Elapsed => DateTime.Now;
        }

        [Deterministic("only logged")]
        public static class Clock
        {
            public static void Tick() => _ = DateTime.Now;

            public static class Inner
            {
                public static void Tick() => _ = DateTime.Now;
            }
        }
        """);

    [Fact]
    public Task Delegates_passed_to_Capture_are_not_followed() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore()
            {
                _ = Deterministic.Capture("cores", () => Environment.ProcessorCount);
                _ = Deterministic.Capture("user", User);
                _ = Deterministic.Capture({|REEN2003:Environment.MachineName|}, () => 1);
            }

            private static string User() => Environment.UserName;
        }
        """);

    [Fact]
    public Task What_a_replay_is_given_to_run_is_replayed_code() => DeterminismVerifier.VerifyAsync("""
        public static class Replays
        {
            public static async Task RunAsync()
            {
                var started = DateTime.Now;
                using var replay = Session.Replay("case.reenact");
                await replay.RunAsync(() => Task.FromResult({|REEN2001:DateTime.Now|}));
                await replay.RunAsync(async () => { await Task.Yield(); Next(); });
                Func<Task> code = () => { _ = {|REEN2002:Guid.NewGuid()|}; return Task.CompletedTask; };
                await replay.RunAsync(code);
                await replay.RunAsync(Last);
                await Others.RunAsync(() => Task.FromResult(DateTime.Now));
            }

            private static void Next() => _ = {|REEN2001:DateTime.Now|};

            private static Task Last() { _ = {|REEN2001:DateTime.Now|}; return Task.CompletedTask; }
        }

        public static class Others
        {
            public static Task RunAsync(Func<Task> code) => code();
        }
        """);

    [Fact]
    public Task Recursion_ends() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial int Handle(int left);

            private int HandleCore(int left) => left == 0 ? {|REEN2001:DateTime.Now|}.Year : Again(left - 1);

            private int Again(int left) => left == 1 ? Again(left) : HandleCore(left) + Handle(left);
        }
        """);

    [Fact]
    public Task Code_is_followed_into_other_files_and_through_generated_ones_whose_offences_stand_at_their_calls() => DeterminismVerifier.VerifyAsync(
        """
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore() => {|REEN2001:Generated.Run()|};
        }
        """,
        """
        // <auto-generated/>
        public static class Generated
        {
            public static void Run()
            {
                _ = System.DateTime.Now;
                Planner.Next();
            }
        }
        """,
        """
        public static class Planner
        {
            public static void Next() => _ = {|REEN2001:DateTime.Now|};
        }
        """);

    [Fact]
    public Task An_offence_that_two_roots_reach_is_reported_once_with_the_shortest_chain() => DeterminismVerifier.VerifyAsync(
        ["""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore() => Planner.Plan();
        }

        public partial class SalesAgent
        {
            [Replayed]
            public partial Task HandleAsync();

            private Task HandleCoreAsync()
            {
                Planner.Next();
                return Task.CompletedTask;
            }
        }

        public static class Planner
        {
            public static void Plan() => Next();

            public static void Next() => _ = {|#0:DateTime.UtcNow|};
        }
        """],
        new DiagnosticResult(Descriptors.WallClock)
            .WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments("DateTime.UtcNow", "use 'Deterministic.UtcNow'", "reached from SalesAgent.HandleAsync → Planner.Next, and from 1 other root"));

    [Fact]
    public Task The_calls_of_the_chain_are_additional_locations() => DeterminismVerifier.VerifyAsync(
        ["""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore() => _ = {|#2:new Planner()|};
        }

        public class Planner
        {
            public Planner() => _ = {|#1:Next|};

            private int Next => {|#0:Environment.ProcessId|};
        }
        """],
        new DiagnosticResult(Descriptors.HostEnvironment)
            .WithLocation(0)
            .WithLocation(1)
            .WithLocation(2)
            .WithArguments("Environment.ProcessId", "read it with 'Deterministic.Capture'", "reached from SupportAgent.Handle → new Planner → Planner.Next"));

    [Fact]
    public Task A_chain_of_ten_thousand_calls_is_followed_and_shown_by_its_ends()
    {
        const int Length = 10_000;
        var steps = string.Join('\n', Enumerable.Range(0, Length).Select(i => $"    private static void Step{i}() => Step{i + 1}();"));
        return DeterminismVerifier.VerifyAsync(
            [$$"""
            public partial class SupportAgent
            {
                [Replayed]
                public partial void Handle();

                private void HandleCore() => Step0();
            {{steps}}

                private static void Step{{Length}}() => _ = {|#0:DateTime.UtcNow|};
            }
            """],
            new DiagnosticResult(Descriptors.WallClock)
                .WithLocation(0)
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
                .WithArguments(
                    "DateTime.UtcNow",
                    "use 'Deterministic.UtcNow'",
                    "reached from SupportAgent.Handle → SupportAgent.Step0 → SupportAgent.Step1 → SupportAgent.Step2 → … → "
                    + "SupportAgent.Step9997 → SupportAgent.Step9998 → SupportAgent.Step9999 → SupportAgent.Step10000"));
    }

    [Fact]
    public Task A_pragma_suppresses() => DeterminismVerifier.VerifyAsync(Agent.Running("""
        #pragma warning disable REEN2001 // only shown, never decided on
                    _ = DateTime.Now;
        #pragma warning restore REEN2001
        """));
}
