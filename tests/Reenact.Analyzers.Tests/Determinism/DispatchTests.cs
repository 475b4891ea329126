namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>Which code a call through a virtual or interface member is followed to.</summary>
public sealed class DispatchTests
{
    [Fact]
    public Task The_only_implementation_of_an_interface_is_followed() => Verify(
        "IPlanner<string> planner",
        "planner.Next(\"a\"); _ = planner.Size; planner.Changed += () => { };",
        """
        public interface IPlanner<T>
        {
            void Next(T value);
            int Size { get; }
            event Action Changed;
        }

        public abstract class PlannerBase
        {
            public int Size => {|REEN2003:Environment.ProcessorCount|};
        }

        public sealed class Planner : PlannerBase, IPlanner<string>
        {
            void IPlanner<string>.Next(string value) => _ = {|REEN2001:DateTime.Now|};
            public event Action Changed { add => _ = {|REEN2002:Guid.NewGuid()|}; remove { } }
            public void Other() => _ = DateTime.Now;
        }
        """);

    [Fact]
    public Task Several_implementations_are_not_guessed_among() => Verify(
        "IPlanner planner",
        "{|REEN2012:planner.Next()|};",
        """
        public interface IPlanner { void Next(); }
        public sealed class Planner : IPlanner { public void Next() => _ = DateTime.Now; }
        public sealed class Other : IPlanner { public void Next() { } }
        """);

    [Fact]
    public Task Implementations_of_another_construction_of_an_interface_don_t_count() => Verify(
        "IHandler<int> handler, IHandler<char> unknown",
        "handler.Run(1); {|REEN2012:unknown.Run('a')|};",
        """
        public interface IHandler<T> { void Run(T value); }
        public sealed class Numbers : IHandler<int> { public void Run(int value) => _ = {|REEN2001:DateTime.Now|}; }
        public sealed class Texts : IHandler<string> { public void Run(string value) => _ = DateTime.Now; }
        """);

    [Fact]
    public Task Overrides_behind_a_type_of_the_framework_are_followed() => Verify(
        "Stream stream, MemoryStream memory, StringReader reader",
        "_ = stream.ReadByte(); _ = memory.Length; _ = reader.Read();",
        """
        public sealed class Counted : MemoryStream
        {
            public override int ReadByte() => {|REEN2003:Environment.ProcessId|};
            public override long Length => {|REEN2003:Environment.ProcessId|};
            public override long Position => Environment.ProcessId;
        }
        """);

    [Fact]
    public Task A_type_parameter_is_seen_as_its_constraint() => Verify(
        "object input",
        "Generic.Run(new Planner());",
        """
        public interface IPlanner { void Next(); }
        public sealed class Planner : IPlanner { public void Next() => _ = {|REEN2001:DateTime.Now|}; }
        public static class Generic { public static void Run<T>(T planner) where T : IPlanner => planner.Next(); }
        """);

    [Fact]
    public Task Overrides_below_the_type_of_the_receiver_are_followed() => Verify(
        "Middle planner",
        "planner.Next(); _ = planner.Size;",
        """
        public abstract class Planner
        {
            public abstract void Next();
            public virtual int Size => 1;
        }
        public class Middle : Planner { public override void Next() => _ = {|REEN2001:DateTime.Now|}; }
        public class Bottom : Middle
        {
            public override void Next() => _ = {|REEN2002:Guid.NewGuid()|};
            public override int Size => {|REEN2003:Environment.ProcessorCount|};
        }
        public class Beside : Planner { public override void Next() => _ = DateTime.Now; }
        """);

    [Fact]
    public Task What_new_made_is_of_just_that_type() => Verify(
        "object input",
        "new Planner().Next();",
        """
        public class Planner { public virtual void Next() { } }
        public class Other : Planner { public override void Next() => _ = DateTime.Now; }
        """);

    [Fact]
    public Task A_call_of_the_base_is_followed_to_the_base_alone() => Verify(
        "Planner planner",
        "planner.Plan();",
        """
        public class Root { public virtual void Next() => _ = {|REEN2001:DateTime.Now|}; }
        public class Planner : Root
        {
            public void Plan() => base.Next();
            public override void Next() => _ = DateTime.Now;
        }
        """);

    [Fact]
    public Task A_recorded_override_is_not_followed() => Verify(
        "Planner planner",
        "planner.Next();",
        """
        public abstract class Planner { public abstract int Next(); }
        public partial class Real : Planner
        {
            [Recorded]
            public override partial int Next();

            private int NextCore() => DateTime.Now.Year;
        }
        """);

    private static Task Verify(string parameter, string statements, string types) => DeterminismVerifier.VerifyAsync($$"""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle([IgnoreRecorded] {{parameter}});

            private void HandleCore({{parameter}}) { {{statements}} }
        }

        {{types}}
        """);
}
