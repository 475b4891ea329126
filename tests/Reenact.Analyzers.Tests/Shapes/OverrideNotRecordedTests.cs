using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Shapes;

public sealed class OverrideNotRecordedTests
{
    private const string Tools = """
        public partial class FlightTools
        {
            [Recorded]
            public virtual partial double Quote(string city);

            private double QuoteCore(string city) => city.Length;

            [Replayed]
            protected virtual partial Task PlanAsync();

            private Task PlanCoreAsync() => Task.CompletedTask;

            public virtual int Ordinary() => 1;
        }
        """;

    [Fact]
    public Task An_override_without_the_attribute_is_flagged() => OverrideVerifier.VerifyAsync(
        [Tools, """
        public class CheapTools : FlightTools
        {
            public override double {|#0:Quote|}(string city) => 1;

            protected override async Task {|#1:PlanAsync|}()
            {
                await base.PlanAsync();
                await base.PlanAsync();
            }
        }

        public abstract class AbstractTools : CheapTools
        {
            public abstract override double Quote(string city);
        }

        public class LastTools : AbstractTools
        {
            public sealed override double {|#2:Quote|}(string city) => 2;
        }
        """],
        new DiagnosticResult(Descriptors.OverrideNotRecorded).WithLocation(0).WithArguments("CheapTools.Quote", "FlightTools.Quote", "Recorded"),
        new DiagnosticResult(Descriptors.OverrideNotRecorded).WithLocation(1).WithArguments("CheapTools.PlanAsync", "FlightTools.PlanAsync", "Replayed"),
        new DiagnosticResult(Descriptors.OverrideNotRecorded).WithLocation(2).WithArguments("LastTools.Quote", "FlightTools.Quote", "Recorded"));

    [Fact]
    public Task An_override_of_a_generic_base_is_flagged() => OverrideVerifier.VerifyAsync("""
        public partial class Store<T>
        {
            [Recorded]
            public virtual partial int Count([IgnoreRecorded] T item);

            private int CountCore(T item) => 1;
        }

        public class TextStore : Store<string>
        {
            public override int {|REEN1006:Count|}(string item) => 2;
        }
        """);

    [Fact]
    public Task Marked_overrides_and_others_are_not_flagged() => OverrideVerifier.VerifyAsync(Tools, """
        public partial class CheapTools : FlightTools
        {
            [Recorded]
            public override partial double Quote(string city);

            private double QuoteCore(string city) => 1;

            public override int Ordinary() => 2;

            public override string ToString() => "cheap";
        }

        public class HidingTools : FlightTools
        {
            public new double Quote(string city) => 1;
        }
        """);

    [Fact]
    public Task An_override_that_only_calls_its_base_is_recorded_there() => OverrideVerifier.VerifyAsync(Tools, """
        public class DocumentedTools : FlightTools
        {
            public override double Quote(string city) => base.Quote(city);

            protected override async Task PlanAsync() { await base.PlanAsync().ConfigureAwait(false); }
        }

        public class BusyTools : FlightTools
        {
            public override double {|REEN1006:Quote|}(string city) => base.Quote(File.ReadAllText(city));
        }
        """);

    [Fact]
    public Task A_base_class_in_another_assembly_counts() => OverrideVerifier.VerifyWithLibraryAsync(
        """
        public class FlightTools
        {
            [Reenact.Recorded]
            public virtual double Quote(string city) => city.Length;
        }
        """,
        """
        public class CheapTools : FlightTools
        {
            public override double {|REEN1006:Quote|}(string city) => 1;
        }
        """);

    [Fact]
    public Task The_fix_marks_and_splits_the_override() => RecordOverrideVerifier.VerifyAsync(
        """
        using System.ComponentModel;

        public partial class FlightTools
        {
            [Recorded(CallKind.Service, Name = "quote", Leaf = true)]
            public virtual partial double Quote(string city);

            private double QuoteCore(string city) => city.Length;

            [Replayed]
            public virtual partial Task<T> PlanAsync<T>([IgnoreRecorded] Func<T> make) where T : class;

            protected Task<T> PlanCoreAsync<T>(Func<T> make) where T : class => Task.FromResult(make());
        }

        public class Outer
        {
            internal sealed class CheapTools : FlightTools
            {
                /// <summary>Cheap.</summary>
                public override double {|REEN1006:Quote|}(string city) => 1; // one

                [Description("Plans")]
                public override async Task<T> {|REEN1006:PlanAsync|}<T>(Func<T> make)
                {
                    // Slowly.
                    await Task.Yield();
                    return make();
                }
            }
        }
        """,
        """
        using System.ComponentModel;

        public partial class FlightTools
        {
            [Recorded(CallKind.Service, Name = "quote", Leaf = true)]
            public virtual partial double Quote(string city);

            private double QuoteCore(string city) => city.Length;

            [Replayed]
            public virtual partial Task<T> PlanAsync<T>([IgnoreRecorded] Func<T> make) where T : class;

            protected Task<T> PlanCoreAsync<T>(Func<T> make) where T : class => Task.FromResult(make());
        }

        public partial class Outer
        {
            internal sealed partial class CheapTools : FlightTools
            {
                /// <summary>Cheap.</summary>
                [Recorded(CallKind.Service, Leaf = true)]
                public override partial double Quote(string city);

                private double QuoteCore(string city) => 1; // one

                [Description("Plans")]
                [Replayed]
                public override partial Task<T> PlanAsync<T>([IgnoreRecorded] Func<T> make);

                private new async Task<T> PlanCoreAsync<T>(Func<T> make)
                {
                    // Slowly.
                    await Task.Yield();
                    return make();
                }
            }
        }
        """);
}
