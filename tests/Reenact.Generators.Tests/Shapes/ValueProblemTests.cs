using Reenact.Generators.Shapes;

namespace Reenact.Generators.Tests.Shapes;

/// <summary>Types that can't be recorded are told why, with the path of the member.</summary>
public class ValueProblemTests
{
    [Theory]
    [InlineData("object", "Parameter 'a' is an object, so nothing says what it holds")]
    [InlineData("dynamic", "Parameter 'a' is dynamic, so nothing says what it holds")]
    [InlineData("Action", "Parameter 'a' is the delegate Action; code can't be recorded")]
    [InlineData("Type", "Parameter 'a' is a Type, which emitted code can't make again without reflection")]
    [InlineData("System.IO.Stream", "Parameter 'a' is a Stream, which is read once and is gone")]
    [InlineData("Exception", "Parameter 'a' is the exception Exception, which can't be made again from its members")]
    [InlineData("Task<int>", "Parameter 'a' is a Task<int>; only what it results in can be recorded")]
    [InlineData("int[,,,,]", "Parameter 'a' is an array of 5 dimensions, which has no codec")]
    [InlineData("object[,]", "Parameter 'a' at [,] is an object, so nothing says what it holds")]
    [InlineData("System.Runtime.InteropServices.GCHandle", "Parameter 'a' is a GCHandle, a framework type that has no codec")]
    [InlineData("IServiceProvider", "Parameter 'a' is a IServiceProvider, a framework type that has no codec")]
    [InlineData("List<object>", "Parameter 'a' at [] is an object, so nothing says what it holds")]
    [InlineData("Dictionary<string, Action>", "Parameter 'a' at [].Value is the delegate Action; code can't be recorded")]
    [InlineData("(int, object)", "Parameter 'a' at .Item2 is an object, so nothing says what it holds")]
    [InlineData("PriorityQueue<int, object>", "Parameter 'a' at [].Priority is an object, so nothing says what it holds")]
    [InlineData("System.Collections.Immutable.ImmutableDictionary<string, object>", "Parameter 'a' at [].Value is an object, so nothing says what it holds")]
    [InlineData("Tuple<int, int, int, int, int, int, int, Tuple<object>>", "Parameter 'a' at .Item1 is an object, so nothing says what it holds")]
    public void Framework_types(string type, string problem) => AssertProblem("", type, problem);

    [Theory]
    [InlineData("ArraySegment<int>", "is a ArraySegment<int>, a collection that has no codec. Use ReadOnlyMemory<T> or an array")]
    [InlineData("Array", "is a Array, whose elements are objects, so nothing says what they hold. Use an array of a type, such as string[]")]
    [InlineData("DBNull", "is a DBNull, a framework type that has no codec. Use null")]
    [InlineData("Lazy<int>", "is a Lazy<int>, a framework type that has no codec. Pass its value")]
    [InlineData("System.Buffers.ReadOnlySequence<byte>", "is a ReadOnlySequence<byte>, a framework type that has no codec. Use ReadOnlyMemory<T> or an array")]
    [InlineData("System.Collections.ArrayList", "is a ArrayList, whose elements are objects, so nothing says what they hold. Use List<T>")]
    [InlineData("System.Collections.Hashtable", "is a Hashtable, whose elements are objects, so nothing says what they hold. Use Dictionary<TKey, TValue>")]
    [InlineData("System.Collections.IEnumerable", "is a IEnumerable, whose elements are objects, so nothing says what they hold. Use IEnumerable<T>")]
    [InlineData("System.Collections.IList", "is a IList, whose elements are objects, so nothing says what they hold. Use IReadOnlyList<T>")]
    [InlineData("System.Collections.Concurrent.BlockingCollection<int>", "is a BlockingCollection<int>, a collection that has no codec. Use ConcurrentQueue<T>, or a list of what it holds")]
    [InlineData("System.Collections.ObjectModel.KeyedCollection<int, string>", "is a KeyedCollection<int, string>, a collection that has no codec. Use Dictionary<TKey, TItem> or OrderedDictionary<TKey, TItem>")]
    [InlineData("System.Collections.Specialized.NameValueCollection", "is a NameValueCollection, a collection that has no codec. Use Dictionary<string, string[]>")]
    [InlineData("ILookup<int, string>", "is a ILookup<int, string>, a collection that has no codec. Use Dictionary<TKey, List<TElement>>")]
    [InlineData("IGrouping<int, string>", "is a IGrouping<int, string>, a collection that has no codec. Use KeyValuePair<TKey, List<TElement>>")]
    [InlineData("System.Text.Encoding", "is a Encoding, a framework type that has no codec. Pass its WebName as a string")]
    [InlineData("System.Text.RegularExpressions.Regex", "is a Regex, a framework type that has no codec. Pass its pattern as a string, and its options")]
    [InlineData("System.Xml.Linq.XElement", "is a XElement, a framework type that has no codec. Pass its XML as a string")]
    public void Framework_types_with_something_better(string type, string problem) => Assert.Equal(
        $"REEN3001 Parameter 'a' {problem}.",
        Assert.Single(ShapeOf.Problems($"public partial class T {{ [Recorded] public partial int M({type} a); private int MCore({type} a) => 1; }}")));

    [Theory]
    [InlineData("public interface IShape;", "IShape", "Parameter 'a' is the interface IShape, so nothing says how to make one again")]
    [InlineData("public abstract class Shape;", "Shape", "Parameter 'a' is the abstract class Shape, so nothing says which type to make again")]
    [InlineData("public class Gate : IDisposable { public void Dispose() { } }", "Gate", "Parameter 'a' is a Gate, which is disposable: it holds a resource rather than data")]
    [InlineData("public class Bag : List<int>;", "Bag", "Parameter 'a' is a Bag, a collection that has no codec")]
    [InlineData("public record Booking(List<Passenger> Passengers); public record Passenger(System.IO.Stream Owner);", "Booking", "Booking.Passengers[].Owner is a Stream, which is read once and is gone")]
    [InlineData("public record A(B B); public record B(A? A, C[] Cs); public record C(object Tag);", "List<A>", "A.B.Cs[].Tag is an object, so nothing says what it holds")]
    [InlineData("public class Counter { private int count; public void Add() => count++; }", "Counter", "Counter.count is not public, so a recording would lose it")]
    [InlineData("public class Counter { internal int Count { get; set; } }", "Counter", "Counter.Count is not public, so a recording would lose it")]
    [InlineData("public record Twice([property: RecordedName(\"B\")] int A, int B);", "Twice", "Twice is a Twice, which has two members with the name 'B' in recordings")]
    [InlineData("public class Base { public int A; } public class Derived : Base { public new int A; }", "Derived", "Derived.A is hidden by a member of the same name in a derived type, so only one of them can be reached")]
    [InlineData("public class Base { [RecordedName(\"Old\")] public int A { get; set; } } public class Derived : Base { public new int A { get; set; } }", "Derived", "Derived.A is hidden by a member of the same name in a derived type, so only one of them can be reached")]
    [InlineData("public class Base { public object A { get; set; } = 1; } public class Derived : Base { public new int A => 1; }", "Derived", "Derived.A is hidden by a member of the same name in a derived type, so only one of them can be reached")]
    [InlineData("public class Price(int cents) { public string Shown() => cents.ToString(); }", "Price", "Price.cents is not public, so a recording would lose it")]
    [InlineData("public struct Price(int cents) { public readonly int Euros => cents / 100; }", "Price", "Price.cents is not public, so a recording would lose it")]
    [InlineData("[RecordedUnion(typeof(string))] public interface IShape;", "IShape", "Parameter 'a' is a IShape, whose [RecordedUnion] lists string, which does not derive from IShape")]
    [InlineData("[RecordedUnion(typeof(A.X), typeof(B.X))] public interface IShape; public static class A { public record X : IShape; } public static class B { public record X : IShape; }", "IShape", "Parameter 'a' is a IShape, whose [RecordedUnion] has two cases named X")]
    [InlineData("[RecordedUnion(typeof(Box<>))] public interface IShape; public record Box<T>(T It) : IShape;", "IShape", "Parameter 'a' is a IShape, whose [RecordedUnion] lists Box<>, which can't be closed over its type arguments")]
    [InlineData("[RecordedUnion(typeof(Inner))] public interface IShape; public abstract record Inner : IShape;", "IShape", "Parameter 'a' is a IShape, whose [RecordedUnion] lists Inner, of which there are no values")]
    [InlineData("[RecordedUnion] public interface IShape;", "IShape", "Parameter 'a' is a IShape, whose [RecordedUnion] lists no type")]
    [InlineData("[RecordedUnion(typeof(Circle))] public interface IShape; public record Circle(object Tag) : IShape;", "IShape", "IShape as Circle.Tag is an object, so nothing says what it holds")]
    [InlineData("[RecordedUnion(typeof(Circle))] public interface IShape; public record Circle([property: RecordedName(\"$type\")] int Tag) : IShape;", "IShape", "IShape as Circle has a member that is recorded as '$type', which is where its case stands")]
    [InlineData("[ValueCodec(typeof(string))] public class Odd;", "Odd", "Parameter 'a' is a Odd, whose [ValueCodec] names the codec String, which does not implement IValueCodec<Odd>")]
    public void Own_types(string types, string type, string problem) => AssertProblem(types, type, problem);

    [Theory]
    [InlineData("public class Base { [IgnoreRecorded] public int A { get; set; } } public class V : Base { public new int A { get; set; } }")]
    [InlineData("public class V(int cents) { public int Cents { get; } = cents; }")]
    [InlineData("public class V(int cents) { public int Cents => cents; }")]
    [InlineData("public class V([IgnoreRecorded] int cents) { public string Shown() => cents.ToString(); }")]
    [InlineData("public class V(int cents) { public int Euros { get; } = cents / 100; }")]
    [InlineData("public class Base { public int A { get; set; } } public class V(int start) : Base { [IgnoreRecorded] private readonly int start = start; }")]
    public void Own_types_that_lose_nothing(string types) => Assert.DoesNotContain(
        ShapeOf.Problems($"{types} public partial class T {{ [Recorded] public partial int M(V a); private int MCore(V a) => 1; }}"),
        static problem => problem.StartsWith("REEN3001", StringComparison.Ordinal));

    [Fact]
    public void Private_types_need_partial_types_around_them() => Assert.Equal(
        ["REEN3001 Parameter 'a' at [] is a Outer.Hidden, which is private or protected in Outer, so its codec must stand there. Make Outer partial, or make the type internal or public."],
        ShapeOf.Problems("""
            public class Outer
            {
                protected record Hidden(int Number);
            }
            public partial class T : Outer { [Recorded] private partial int A(List<Hidden> a); private int ACore(List<Hidden> a) => 1; }
            """).Select(static problem => problem.Replace("a Hidden", "a Outer.Hidden", StringComparison.Ordinal)));

    [Fact]
    public void Types_local_to_a_file_cant_be_named() => Assert.Contains(
        "is local to its file, so emitted code can't name it. Make it internal or public.",
        string.Join('\n', ShapeOf.Problems("file record Hidden; file partial class T { [Recorded] public partial int A(Hidden a); private int ACore(Hidden a) => 1; }")),
        StringComparison.Ordinal);

    [Fact]
    public void Type_parameters_that_may_be_ref_structs_have_no_codec() => Assert.StartsWith(
        "REEN1004 Parameter 'a' is of the type parameter X, which may be a ref struct, and ",
        Assert.Single(ShapeOf.Problems("public partial class T { [Recorded] public partial int A<X>(X a) where X : allows ref struct; private int ACore<X>(X a) where X : allows ref struct => 1; }")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("public class Url(string text) { public int Length { get; } = text.Length; }", "Url", "Url is a Url, which has no constructor to make it again with: each parameter must have the name and type of a public member")]
    [InlineData("public class Url { public int Length { get; } public Url(string text) => Length = text.Length; }", "List<Url>", "Url is a Url, which has no constructor to make it again with: each parameter must have the name and type of a public member")]
    [InlineData("public record Page(Url Url); public class Url { public virtual int Length => 3; public int Size { get; } public Url(string text) { } }", "Page", "Page.Url is a Url, which has no constructor")]
    [InlineData("[RecordedUnion(typeof(Url))] public interface ILink; public class Url : ILink { public int Length { get; } public Url(string text) { } }", "ILink", "ILink as Url is a Url, which has no constructor")]
    public void What_can_be_written_but_not_read_warns_as_a_result_alone(string types, string type, string problem)
    {
        var result = ShapeOf.Input($"{types} public partial class T {{ [Recorded] public partial {type} A(); private {type} ACore() => throw new Exception(); }}");
        Assert.Empty(result.Problems);
        Assert.Equal("REEN3002", result.Unreadable!.Id);
        Assert.StartsWith(problem, $"{result.Unreadable.Subject} {result.Unreadable.Reason}", StringComparison.Ordinal);
        Assert.Null(ShapeOf.Input($"{types} public partial class T {{ [Recorded] public partial int A({type} a); private int ACore({type} a) => 1; }}").Unreadable);
        Assert.Null(ShapeOf.Input($"{types} public partial class T {{ [Replayed] public partial {type} A(); private {type} ACore() => throw new Exception(); }}").Unreadable);
    }

    [Fact]
    public void Ignored_parameters_can_have_any_type() => Assert.Empty(ShapeOf.Problems(
        "public partial class T { [Recorded] public partial int A([IgnoreRecorded] IServiceProvider services, CancellationToken token); private int ACore(IServiceProvider services, CancellationToken token) => 1; }"));

    [Fact]
    public void A_problem_is_shown_where_it_is()
    {
        var shape = ShapeOf.Input("public partial class T { [Recorded] public partial Task<object> A(int a, object b); private Task<object> ACore(int a, object b) => null!; }");
        Assert.Equal(
            [(ShapePlace.Parameter, 1), (ShapePlace.Result, 0)],
            shape.Problems.Select(static problem => (problem.Place, problem.Index)));
    }

    private static void AssertProblem(string types, string type, string problem)
    {
        var found = Assert.Single(ShapeOf.Problems($"{types} public partial class T {{ [Recorded] public partial int M({type} a); private int MCore({type} a) => 1; }}"));
        Assert.StartsWith($"REEN3001 {problem}. ", found, StringComparison.Ordinal);
    }
}
