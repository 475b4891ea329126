namespace Reenact.Generators.Tests.Running;

/// <summary>Private types have codecs in the types that they are private to.</summary>
public class HiddenTypeTests
{
    private static readonly LoadedCode Code = LoadedCode.Of(
        """
        namespace Acme;
        public partial class Planner
        {
            private sealed record Step(string Name, Kind Kind, List<Step> Next) { public override string ToString() => $"{Name} {Kind} {string.Join(',', Next)}"; }
            private enum Kind { Search, Book }
            [RecordedUnion(typeof(Yes), typeof(No))] private abstract record Answer;
            private sealed record Yes(Step Step) : Answer;
            private sealed record No : Answer;
            [Recorded] private partial Dictionary<string, Step> Plan(Step? first, Answer answer);
            private Dictionary<string, Step> PlanCore(Step? first, Answer answer) => [];
            public static object Step1() => new Step("a", Kind.Book, [new Step("b", Kind.Search, [])]);
            public static object Yes1() => new Yes(new Step("c", Kind.Book, []));

            protected partial class Inner
            {
                private readonly record struct Hidden(int Number);
                [Recorded] private partial Hidden[] Make(Kind kind);
                private Hidden[] MakeCore(Kind kind) => [];
                public static object Hidden1() => new Hidden(7);
            }
            public static object Hidden1() => Inner.Hidden1();
        }

        public partial class Generic<T>
        {
            private sealed record Entry(T Value);
            [Recorded] private partial Entry Read();
            private Entry ReadCore() => throw new InvalidOperationException();
        }
        """);

    [Theory]
    [InlineData("Step1")]
    [InlineData("Yes1")]
    [InlineData("Hidden1")]
    public void Values_of_private_types_come_back(string sample)
    {
        var value = Code.Call("Acme.Planner", sample)!;
        var type = value.GetType().BaseType is { Name: "Answer" } union ? union : value.GetType();
        Assert.Equal(value.ToString(), Code.CodecOf(type).RoundTrip(value)!.ToString());
    }

    [Fact]
    public void They_are_registered()
    {
        // Registration is where a mistake would show: it runs when the module is loaded.
        var captured = typeof(Shims.ValueCodecs).GetMethod("For", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        foreach (var sample in (string[])["Step1", "Hidden1"])
            Assert.NotNull(captured.MakeGenericMethod(Code.Call("Acme.Planner", sample)!.GetType()).Invoke(null, null));
    }
}
