using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Determinism.Summaries;

/// <summary>What replayed code is told of a library that says which of its members are not deterministic.</summary>
public sealed class ForeignMemberTests
{
    private const string Clock = """
        namespace Shop;

        public sealed class Clock
        {
            public static readonly DateTime Started = DateTime.Now;
            public static DateTime Made { get; } = DateTime.Now;
            public static readonly int Fixed = 1;
            public static DateTime Now => Inner.Read();
            public static DateTime Epoch => default;
            public DateTime this[int i] => Inner.Read();
            public static Clock operator +(Clock left, Clock right) { Inner.Read(); return left; }
            public static implicit operator int(Clock clock) => Inner.Read().Year;
            public event Action Ticked { add => Inner.Read(); remove { } }
            public static int Next() => Inner.Read().Year;
            public int Fine() => 1;
        }

        public class Box<T>
        {
            public Box() { }
            public Box(T item) => Inner.Read();
            public U Get<U>(U item) { Inner.Read(); return item; }
            public T? Fine() => default;
        }

        public class Feed : IEnumerable<int>, IDisposable
        {
            IEnumerator<int> IEnumerable<int>.GetEnumerator() { Inner.Read(); yield return 1; }
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
            void IDisposable.Dispose() => Inner.Read();
            public override string ToString() { Inner.Read(); return ""; }
        }

        public class Items
        {
            public IEnumerator<int> GetEnumerator() { Inner.Read(); yield return 1; }
        }

        public class Clocked { public Clocked() => Inner.Read(); }

        public static class Extensions
        {
            public static int Twice(this string text) => Inner.Read().Year;
            public static int Once(this string text) => 1;
        }

        public static class Lazily
        {
            public static readonly Func<int> Kept = () => 1;
            public static IEnumerable<int> Items() { Inner.Read(); yield return 1; }
        }

        internal static class Inner { public static DateTime Read() => DateTime.UtcNow; }
        """;

    [Theory]
    [InlineData("_ = {|REEN2001:Clock.Now|};")]
    [InlineData("_ = {|REEN2001:Clock.Started|};")]
    [InlineData("_ = {|REEN2001:Clock.Made|};")]
    [InlineData("_ = {|REEN2001:Clock.Next()|};")]
    [InlineData("_ = {|REEN2001:clock[1]|};")]
    [InlineData("_ = {|REEN2001:clock + clock|};")]
    [InlineData("int year = {|REEN2001:clock|};")]
    [InlineData("{|REEN2001:clock.Ticked += () => { }|};")]
    [InlineData("Func<int> next = {|REEN2001:Clock.Next|}; _ = next();")]
    [InlineData("_ = {|REEN2001:new Box<int>(1)|};")]
    [InlineData("_ = {|REEN2001:new Box<int>(1)|}.Get(\"a\");")]
    [InlineData("_ = {|REEN2001:box.Get(\"a\")|};")]
    [InlineData("_ = {|REEN2001:\"a\".Twice()|};")]
    [InlineData("foreach (var item in {|REEN2001:feed|}) { }")]
    [InlineData("foreach (var item in {|REEN2001:new Items()|}) { }")]
    [InlineData("foreach (var item in {|REEN2001:Lazily.Items()|}) { }")]
    [InlineData("using ({|REEN2001:feed|}) { }")]
    [InlineData("_ = $\"{{|REEN2001:feed|}}\";")]
    [InlineData("_ = {|REEN2001:feed.ToString()|};")]
    [InlineData("_ = new Own();", "public class Own() : {|REEN2001:Clocked()|};")]
    [InlineData("_ = {|REEN2001:new Own()|};", "public class Own : Clocked;")]
    public Task What_is_not_deterministic_is_flagged_where_it_is_used(string statement, string more = "") => Verify(Clock, statement, more);

    [Theory]
    [InlineData("_ = Clock.Epoch;")]
    [InlineData("_ = Clock.Fixed;")]
    [InlineData("_ = clock.Fine();")]
    [InlineData("_ = new Box<int>().Fine();")]
    [InlineData("_ = \"a\".Once();")]
    [InlineData("_ = Lazily.Kept;")]
    [InlineData("_ = nameof(Clock.Now);")]
    [InlineData("_ = Deterministic.Capture(\"now\", () => Clock.Now);")]
    public Task What_is_deterministic_is_not(string statement) => Verify(Clock, statement);

    [Theory]
    [InlineData("one.Run();", "_ = 1;")]
    [InlineData("new Plain().Run();", "_ = 1;")]
    [InlineData("{|REEN2001:plain.Run()|};", "_ = 1;")]
    [InlineData("own.Run();", "{|REEN2002:Guid.NewGuid()|}.ToString();")]
    [InlineData("own.Base();", "_ = 1;")]
    public Task An_override_runs_where_it_may(string statement, string code) => Library.VerifyAsync(
        """
        namespace Shop;

        public class Plain { public virtual void Run() { } }
        public sealed class One : Plain { public override void Run() { } }
        internal sealed class Other : Plain { public override void Run() => _ = DateTime.Now; }
        public abstract class Open { public abstract void Run(); }
        """,
        $$"""
        using Shop;

        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle(Plain plain, One one, Own own);

            private void HandleCore(Plain plain, One one, Own own) { {{statement}} }
        }

        public sealed class Own : Plain
        {
            public override void Run() { {{code}} }
            public void Base() => base.Run();
        }
        """);

    [Fact]
    public Task Code_here_that_overrides_a_members_of_the_library_is_followed() => Library.VerifyAsync(
        "public abstract class Job { public abstract void Run(); public void Twice() { Run(); Run(); } }",
        """
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle(Job job);

            private void HandleCore(Job job) => job.Run();
        }

        public sealed class Own : Job { public override void Run() => _ = {|REEN2001:DateTime.Now|}; }
        """);

    [Fact]
    public Task A_call_through_an_interface_of_the_library_stays_unknown() => Library.VerifyAsync(
        "public interface IPlanner { void Next(); } internal sealed class Planner : IPlanner { public void Next() => _ = DateTime.Now; }",
        """
        public partial class SupportAgent(IPlanner planner)
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore() => {|REEN2012:planner.Next()|};
        }
        """);

    [Fact]
    public async Task A_library_tells_what_it_learnt_from_another()
    {
        const string Agent = """
            public partial class SupportAgent
            {
                [Replayed]
                public partial void Handle();

                private void HandleCore() { _ = {|#0:Middle.Read()|}; _ = Middle.Fine(); }
            }
            """;
        const string Middle = "public static class Middle { public static DateTime Read() => Clock.Now; public static DateTime Fine() => Clock.Epoch; }";
        const string Clock = "public static class Clock { public static DateTime Now => Read(); public static DateTime Epoch => default; private static DateTime Read() => DateTime.UtcNow; }";
        var expected = new DiagnosticResult(Descriptors.WallClock).WithLocation(0).WithArguments(
            "Middle.Read",
            "it uses 'DateTime.UtcNow' (Middle.Read → Clock.Now → Clock.Read): call it in 'Deterministic.Capture', or in a [Recorded] method",
            "reached from SupportAgent.Handle");

        var builtClock = await Library.BuildAsync("Clock", Clock);
        await DeterminismVerifier.VerifyWithReferencesAsync(Agent, [await Library.BuildAsync("Middle", Middle, builtClock), builtClock], [expected]);
        var liveClock = (await Library.CompileAsync("Clock", Clock)).ToMetadataReference();
        await DeterminismVerifier.VerifyWithReferencesAsync(Agent, [(await Library.CompileAsync("Middle", Middle, liveClock)).ToMetadataReference(), liveClock], [expected]);
    }

    [Fact]
    public async Task A_library_that_says_nothing_is_not_judged()
    {
        const string Agent = "public partial class SupportAgent { [Replayed] public partial void Handle(); private void HandleCore() => _ = Clock.Now; }";
        var silent = await Library.CompileAsync("Library", "public static class Clock { public static DateTime Now => DateTime.Now; }");
        using var image = new MemoryStream();
        Assert.True(silent.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        await DeterminismVerifier.VerifyWithReferencesAsync(Agent, [MetadataReference.CreateFromImage(image.ToArray())]);
    }

    [Fact]
    public Task What_a_base_class_of_the_framework_is_known_for_counts_less_than_what_the_library_says() => Library.VerifyAsync(
        "public sealed class Doll : System.IO.FileSystemInfo { public override bool Exists => true; public override string Name => \"a\"; public override void Delete() { } public int Own() => 1; }",
        """
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle(Doll doll);

            private void HandleCore(Doll doll) { _ = doll.Own(); _ = doll.Exists; }
        }
        """);

    [Theory]
    [InlineData("P:Clock.Now = deterministic", "_ = Clock.Now; _ = {|REEN2001:Clock.Next()|};")]
    [InlineData("T:Clock = deterministic", "_ = Clock.Now; _ = Clock.Next();")]
    [InlineData("M:Clock.Fine = nondeterministic", "_ = {|REEN2001:Clock.Now|};")]
    public async Task What_the_project_says_counts_more(string line, string statement)
    {
        var library = await Library.BuildAsync(
            "Library",
            "public static class Clock { public static DateTime Now => DateTime.Now; public static int Next() => DateTime.Now.Year; public static int Fine() => 1; }");

        await DeterminismVerifier.VerifyWithReferencesAsync(
            $"public partial class SupportAgent {{ [Replayed] public partial void Handle(); private void HandleCore() {{ {statement} }} }}",
            [library],
            stated: line);
    }

    private static Task Verify(string library, string statement, string more = "") => Library.VerifyAsync(
        library,
        $$"""
        using Shop;

        namespace App
        {
            public partial class SupportAgent
            {
                [Replayed]
                public partial void Handle(Clock clock, Box<int> box, Feed feed);

                private void HandleCore(Clock clock, Box<int> box, Feed feed) { {{statement}} }
            }

            {{more}}
        }
        """);
}
