using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Determinism;

public sealed class UnstableHashCodeTests
{
    private const string Types = """
        public record Order(int Id);
        public record struct Place(int X, int Y);
        public record struct Named(string Name);
        public record struct Placed(Place Place, DateTime At, DayOfWeek Day, Guid Id, int? Floor, decimal Price);
        public record struct Keyed((int, int) Key);
        public record struct Erased(object Value);
        public struct Pair { public int A, B; }
        public class Plain { public int A; }
        public sealed class Derived : ById;
        public class ById { public int Id; public override int GetHashCode() => Id * 31 + (Id == 0 ? 1 : 0); }
        public class ByDate { public DateTime At; public override int GetHashCode() { return At.GetHashCode(); } }
        public class ByName { public string Name = ""; public override int GetHashCode() => Name.GetHashCode(); }
        public class ByParts { public int A, B; public override int GetHashCode() => HashCode.Combine(A, B); }
        public class ByOrdinal { public string Name = ""; public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name); }
        public class ByOther { public ByName Other = new(); public override int GetHashCode() => Other.GetHashCode(); }
        public class BySelf { public BySelf? Next; public int Id; public override int GetHashCode() => Id ^ (Next?.GetHashCode() ?? 0); }
        public class ByBase { public override int GetHashCode() => base.GetHashCode(); }
        public record Tagged(string Tag) { public override int GetHashCode() => Tag.Length; }
        public record struct Sized(string Text) { public override int GetHashCode() => Text.Length; }
        public enum Kind { A, B }
        """;

    [Theory]
    [InlineData("{|REEN2007:\"a\".GetHashCode()|} % 8")]
    [InlineData("{|REEN2007:((string)input).GetHashCode()|}")]
    [InlineData("{|REEN2007:\"a\".GetHashCode(StringComparison.Ordinal)|}")]
    [InlineData("{|REEN2007:\"a\".GetHashCode(StringComparison.OrdinalIgnoreCase)|}")]
    [InlineData("{|REEN2007:((object)\"a\").GetHashCode()|}")]
    [InlineData("{|REEN2007:((IEquatable<string>)\"a\").GetHashCode()|}")]
    [InlineData("{|REEN2007:string.GetHashCode(\"a\".AsSpan())|}")]
    [InlineData("{|REEN2007:string.GetHashCode(\"a\", StringComparison.Ordinal)|}")]
    [InlineData("input.ToString()?{|REEN2007:.GetHashCode()|}")]
    [InlineData("new[] { \"a\" }.Select(name => {|REEN2007:name.GetHashCode()|}).Sum()")]
    [InlineData("(Func<int>){|REEN2007:\"a\".GetHashCode|}")]
    [InlineData("{|REEN2007:StringComparer.Ordinal.GetHashCode(\"a\")|}")]
    [InlineData("{|REEN2007:StringComparer.OrdinalIgnoreCase.GetHashCode(\"a\")|}")]
    [InlineData("{|REEN2007:((IEqualityComparer<string>)StringComparer.Ordinal).GetHashCode(\"a\")|}")]
    [InlineData("{|REEN2007:((StringComparer)input).GetHashCode(\"a\")|}")]
    [InlineData("new[] { \"a\" }.Select({|REEN2007:StringComparer.Ordinal.GetHashCode|}).Sum()")]
    [InlineData("{|REEN2007:EqualityComparer<string>.Default.GetHashCode(\"a\")|}")]
    [InlineData("{|REEN2007:EqualityComparer<Order>.Default.GetHashCode(new Order(1))|}")]
    [InlineData("{|REEN2007:EqualityComparer<object>.Default.GetHashCode(\"a\")|}")]
    [InlineData("{|REEN2007:ReferenceEqualityComparer.Instance.GetHashCode(input)|}")]
    [InlineData("{|REEN2007:System.Collections.StructuralComparisons.StructuralEqualityComparer.GetHashCode(new[] { 1 })|}")]
    [InlineData("{|REEN2007:System.Globalization.CultureInfo.InvariantCulture.CompareInfo.GetHashCode(\"a\", default)|}")]
    [InlineData("{|REEN2007:HashCode.Combine(1)|}")]
    [InlineData("{|REEN2007:HashCode.Combine(1, 2)|} & 7")]
    [InlineData("new[] { 1, 2 }.Aggregate({|REEN2007:HashCode.Combine|})")]
    [InlineData("{|REEN2007:new HashCode().ToHashCode()|}")]
    [InlineData("{|REEN2007:(1, 2).GetHashCode()|}")]
    [InlineData("{|REEN2007:ValueTuple.Create(1, 2, 3).GetHashCode()|}")]
    [InlineData("{|REEN2007:ValueTuple.Create(\"a\").GetHashCode()|}")]
    [InlineData("{|REEN2007:Tuple.Create(1, \"a\").GetHashCode()|}")]
    [InlineData("{|REEN2007:new { A = \"a\" }.GetHashCode()|}")]
    [InlineData("{|REEN2007:new KeyValuePair<int, int>(1, 2).GetHashCode()|}")]
    [InlineData("{|REEN2007:new Order(1).GetHashCode()|}")]
    [InlineData("{|REEN2007:new Named(\"a\").GetHashCode()|}")]
    [InlineData("{|REEN2007:new Keyed((1, 2)).GetHashCode()|}")]
    [InlineData("{|REEN2007:((Keyed?)new Keyed((1, 2))).GetHashCode()|}")]
    [InlineData("{|REEN2007:new Pair().GetHashCode()|}")]
    [InlineData("{|REEN2007:new Plain().GetHashCode()|}")]
    [InlineData("{|REEN2007:new int[1].GetHashCode()|}")]
    [InlineData("{|REEN2007:new List<int>().GetHashCode()|}")]
    [InlineData("{|REEN2007:System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(input)|}")]
    [InlineData("{|REEN2007:typeof(string).GetHashCode()|}")]
    [InlineData("{|REEN2007:((Action)input).GetHashCode()|}")]
    [InlineData("{|REEN2007:((System.Reflection.MethodInfo)input).GetHashCode()|}")]
    [InlineData("{|REEN2007:cancellationToken.GetHashCode()|}")]
    [InlineData("{|REEN2007:new Uri(\"https://example.com\").GetHashCode()|}")]
    [InlineData("{|REEN2007:((Int128)1).GetHashCode()|}")]
    [InlineData("{|REEN2007:(1..2).GetHashCode()|}")]
    [InlineData("{|REEN2007:new System.Numerics.BigInteger(1).GetHashCode()|}")]
    [InlineData("{|REEN2007:System.Net.IPAddress.Loopback.GetHashCode()|}")]
    [InlineData("{|REEN2007:System.Globalization.CultureInfo.InvariantCulture.GetHashCode()|}")]
    [InlineData("{|REEN2007:new ByName().GetHashCode()|}")]
    [InlineData("{|REEN2007:new ByParts().GetHashCode()|}")]
    [InlineData("{|REEN2007:new ByOrdinal().GetHashCode()|}")]
    [InlineData("{|REEN2007:new ByOther().GetHashCode()|}")]
    [InlineData("{|REEN2007:new ByBase().GetHashCode()|}")]
    public Task Hash_codes_that_differ_between_processes_are_flagged(string expression) => Verify(expression);

    [Theory]
    [InlineData("42.GetHashCode()")]
    [InlineData("42L.GetHashCode() + 42u.GetHashCode() + ((short)1).GetHashCode() + ((byte)1).GetHashCode() + ((nint)1).GetHashCode()")]
    [InlineData("'a'.GetHashCode() + true.GetHashCode()")]
    [InlineData("1.5.GetHashCode() + 1.5f.GetHashCode() + 1.5m.GetHashCode() + ((Half)1.5).GetHashCode()")]
    [InlineData("Guid.Empty.GetHashCode()")]
    [InlineData("DateTime.UnixEpoch.GetHashCode() + DateTimeOffset.UnixEpoch.GetHashCode() + TimeSpan.Zero.GetHashCode()")]
    [InlineData("default(DateOnly).GetHashCode() + default(TimeOnly).GetHashCode()")]
    [InlineData("DayOfWeek.Friday.GetHashCode() + Kind.A.GetHashCode()")]
    [InlineData("((int?)1).GetHashCode()")]
    [InlineData("new Version(1, 2).GetHashCode()")]
    [InlineData("new System.Text.Rune('a').GetHashCode()")]
    [InlineData("((Index)1).GetHashCode()")]
    [InlineData("((object)1).GetHashCode()")]
    [InlineData("((IComparable)1).GetHashCode()")]
    [InlineData("ValueTuple.Create(1).GetHashCode()")]
    [InlineData("Tuple.Create(1, 2).GetHashCode()")]
    [InlineData("new { A = 1, B = DateTime.UnixEpoch }.GetHashCode()")]
    [InlineData("EqualityComparer<int>.Default.GetHashCode(1)")]
    [InlineData("EqualityComparer<Place>.Default.GetHashCode(new Place(1, 2))")]
    [InlineData("EqualityComparer<object>.Default.GetHashCode(1)")]
    [InlineData("((IEqualityComparer<string>)input).GetHashCode(\"a\")")]
    [InlineData("new Place(1, 2).GetHashCode()")]
    [InlineData("new Placed().GetHashCode()")]
    [InlineData("new Erased(1).GetHashCode()")]
    [InlineData("new ById().GetHashCode()")]
    [InlineData("new Derived().GetHashCode()")]
    [InlineData("new ByDate().GetHashCode()")]
    [InlineData("new BySelf().GetHashCode()")]
    [InlineData("new Tagged(\"a\").GetHashCode()")]
    [InlineData("new Sized(\"a\").GetHashCode()")]
    [InlineData("nameof(GetHashCode)")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }[\"a\"]")]
    [InlineData("new HashSet<(int, int)> { (1, 2) }.Contains((1, 2))")]
    [InlineData("new[] { \"a\" }.Distinct().ToList()")]
    [InlineData("new Order(1) == new Order(1)")]
    [InlineData("new[] { new Plain() }.GroupBy(each => each).ToList()")]
    [InlineData("\"a\".GetHashCode() == \"b\".GetHashCode()")]
    [InlineData("new Plain().GetHashCode() != new Plain().GetHashCode()")]
    [InlineData("string.GetHashCode(\"a\") == string.GetHashCode(\"b\")")]
    [InlineData("System.Security.Cryptography.SHA256.HashData(new byte[1])")]
    public Task Stable_and_unseen_hash_codes_are_not_flagged(string expression) => Verify(expression);

    [Fact]
    public Task What_hash_tables_ask_is_not_flagged() => DeterminismVerifier.VerifyAsync(
        Agent.Running("""
            var key = new Key("a", 1);
            _ = new Dictionary<Key, int>(new KeyComparer()) { [key] = 1 };
            _ = new KeyComparer().Equals(key, key);
            _ = EqualityComparer<Key>.Create((a, b) => a == b, key => key.Name.GetHashCode());
            _ = new Untyped().Equals(1, 1);
            """),
        """
        public sealed class Key(string name, int number)
        {
            public string Name => name;
            public override bool Equals(object? other) => other is Key key && GetHashCode() == key.GetHashCode() && key.Name == name;
            public override int GetHashCode() { return Hash(); int Hash() => HashCode.Combine(name, number); }
        }

        public sealed class KeyComparer : IEqualityComparer<Key>
        {
            public KeyComparer() => GetHashCode(new Key("", 0));
            public bool Equals(Key? a, Key? b) => a!.Name == b!.Name;
            public int GetHashCode(Key key) => StringComparer.Ordinal.GetHashCode(key.Name);
        }

        public sealed class Untyped : System.Collections.IEqualityComparer
        {
            public new bool Equals(object? a, object? b) => ((System.Collections.IEqualityComparer)this).GetHashCode(a!) == 1;
            int System.Collections.IEqualityComparer.GetHashCode(object value) => value.ToString()!.GetHashCode();
        }
        """);

    [Fact]
    public Task A_hash_code_built_by_hand_is_flagged_once() => DeterminismVerifier.VerifyAsync(Agent.Running("""
        var hash = new HashCode();
        hash.Add(1);
        hash.Add("a");
        hash.AddBytes(new byte[2]);
        var value = {|REEN2007:hash.ToHashCode()|};
        """));

    [Fact]
    public Task A_hash_function_that_is_no_override_is_followed() => DeterminismVerifier.VerifyAsync(
        Agent.Running("_ = Shard.Of(\"a\");"),
        "public static class Shard { public static int Of(string name) => Math.Abs({|REEN2007:name.GetHashCode()|}) % 16; }");

    [Theory]
    [InlineData("input", "object")]
    [InlineData("(IComparable)input", "IComparable")]
    [InlineData("(Shape)input", "Shape")]
    public Task A_hash_code_that_depends_on_the_type_at_run_time_is_a_hint(string value, string type) => DeterminismVerifier.VerifyAsync(
        [Agent.Running($"_ = {{|#0:({value}).GetHashCode()|}};"), "public abstract class Shape { }"],
        new DiagnosticResult(Descriptors.UnstableHashCode)
            .WithSeverity(DiagnosticSeverity.Info)
            .WithLocation(0)
            .WithArguments(type + ".GetHashCode", "give the object an id of its own", "reached from SupportAgent.HandleAsync"));

    [Fact]
    public Task A_type_parameter_is_judged_by_its_constraint() => DeterminismVerifier.VerifyAsync(
        [
            Agent.Running("_ = Keys.OfEnum(DayOfWeek.Friday) + Keys.Of(1);"),
            """
            public static class Keys
            {
                public static int OfEnum<T>(T value) where T : struct, Enum => value.GetHashCode();
                public static int Of<T>(T value) where T : notnull => {|#0:EqualityComparer<T>.Default.GetHashCode(value)|};
            }
            """,
        ],
        new DiagnosticResult(Descriptors.UnstableHashCode)
            .WithSeverity(DiagnosticSeverity.Info)
            .WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments(
                "EqualityComparer.GetHashCode",
                "use a hash that is the same everywhere, such as 'XxHash3' over its UTF-8 bytes",
                "reached from SupportAgent.HandleAsync → Keys.Of"));

    [Fact]
    public Task Types_of_other_assemblies_are_judged_by_what_their_symbols_tell() => DeterminismVerifier.VerifyWithLibraryAsync(
        """
        namespace Acme
        {
            public class Plain { }
            public struct Pair { public int A; }
            public record Order(int Id);
            public record struct Place(int X);
            public class Custom { public override int GetHashCode() => 1; }
        }

        namespace System.Runtime.CompilerServices
        {
            internal static class IsExternalInit { }
        }
        """,
        """
        using Acme;
        using Reenact;

        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore()
            {
                _ = {|REEN2007:new Plain().GetHashCode()|};
                _ = {|REEN2007:new Pair().GetHashCode()|};
                _ = {|REEN2007:new Order(1).GetHashCode()|};
                _ = new Place(1).GetHashCode();
                _ = new Custom().GetHashCode();
            }
        }
        """);

    [Theory]
    [InlineData("\"a\".GetHashCode()", "string.GetHashCode", "use a hash that is the same everywhere, such as 'XxHash3' over its UTF-8 bytes")]
    [InlineData("HashCode.Combine(1, 2)", "HashCode.Combine", "use a hash that is the same everywhere, such as 'XxHash3' over its UTF-8 bytes")]
    [InlineData("(1, 2).GetHashCode()", "(int, int).GetHashCode", "use a hash that is the same everywhere, such as 'XxHash3' over its UTF-8 bytes")]
    [InlineData("new List<int>().GetHashCode()", "List<int>.GetHashCode", "give the object an id of its own")]
    public Task The_message_names_what_is_hashed_and_a_way_out(string expression, string subject, string remedy) => DeterminismVerifier.VerifyAsync(
        [Agent.Running($"_ = {{|#0:{expression}|}};")],
        new DiagnosticResult(Descriptors.UnstableHashCode).WithLocation(0).WithArguments(subject, remedy, "reached from SupportAgent.HandleAsync"));

    [Theory]
    [InlineData("new Tree<int>(null!).GetHashCode()")]
    [InlineData("new Half<int>().GetHashCode()")]
    [InlineData("new Swapped<int, string>().GetHashCode()")]
    [InlineData("new Ping<int>().GetHashCode()")]
    [InlineData("new Outer<int>.Inner().GetHashCode()")]
    [InlineData("new Box<Box<int>>().GetHashCode()")]
    [InlineData("new Tree<int>(null!).ToString()")]
    [InlineData("new Tree<int>(null!) == default")]
    [InlineData("new Tree<int>(null!).Equals(default)")]
    [InlineData("$\"{new Tree<int>(null!)} {new Ping<int>()}\"")]
    [InlineData("new[] { new Tree<int>(null!) }.OrderBy(each => each).First()")]
    [InlineData("new[] { new Ping<int>() }.ToHashSet().Contains(default)")]
    [InlineData("{|REEN2007:new Marked<int>(null!, \"a\").GetHashCode()|}")]
    [InlineData("{|REEN2007:new Box<Box<string>>().GetHashCode()|}")]
    [InlineData("{|REEN2007:new Box<Box<int[]>>().GetHashCode()|}")]
    public Task A_generic_type_may_hold_ever_larger_ones_of_itself(string expression) => DeterminismVerifier.VerifyAsync(
        Agent.Evaluating(expression),
        """
        public record struct Tree<T>(Tuple<Tree<List<T>>> Next);
        public record struct Half<T>(Half<List<T>>? {|CS0523:Next|});
        public record struct Swapped<T, U>(Tuple<Swapped<U[], T>> Next);
        public record struct Ping<T>(Tuple<Pong<T[]>> Next);
        public record struct Pong<T>(Tuple<Ping<T[]>> Next);
        public class Outer<T> { public record struct Inner(Tuple<Outer<List<T>>.Inner> Next); }
        public record struct Marked<T>(Tuple<Marked<List<T>>> Next, string Name);
        public record struct Box<T>(T Value);
        """);

    [Fact]
    public Task A_new_object_is_certainly_another_one_on_replay() => DeterminismVerifier.VerifyAsync(
        [Agent.Running("_ = {|#0:new object().GetHashCode()|};")],
        new DiagnosticResult(Descriptors.UnstableHashCode).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning)
            .WithArguments("object.GetHashCode", "give the object an id of its own", "reached from SupportAgent.HandleAsync"));

    private static Task Verify(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression), Types);
}
