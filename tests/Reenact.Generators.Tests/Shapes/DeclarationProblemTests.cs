using Reenact.Generators.Shapes;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests.Shapes;

/// <summary>Declarations that can't be recorded are told why; no shim is emitted for them.</summary>
public class DeclarationProblemTests
{
    [Theory]
    [InlineData(
        "public partial class T { [Recorded] public int A() => 1; }",
        "REEN1001 T.A is not a partial declaration, so its calls can't be recorded. Declare it partial, and move its body to ACore.")]
    [InlineData(
        "public class O { public partial class T { [Recorded] public partial int A(); private int ACore() => 1; } }",
        "REEN1002 O contains T.A, which is recorded, and is not partial. Declare it partial.")]
    [InlineData(
        "public partial class T { [Recorded] public partial Task FindAsync(int a); }",
        "REEN1003 T.FindAsync has no core: T declares no FindCoreAsync. Write its body as FindCoreAsync, with the same parameters and result.")]
    [InlineData(
        "public partial class T { [Recorded] public partial int A(int a); private int ACore(long a) => 1; }",
        "REEN1003 T.A has no core with its signature: ACore takes parameter 1, 'a', as long, not int. Give ACore the same parameter types and result.")]
    [InlineData(
        "public partial class T { [Recorded] public partial int A(int a); private int ACore() => 1; }",
        "REEN1003 T.A has no core with its signature: ACore has 0 parameters, not 1. Give ACore the same parameter types and result.")]
    [InlineData(
        "public partial class T { [Recorded] public partial int A(int a); private long ACore(int a) => 1; }",
        "REEN1003 T.A has no core with its signature: ACore returns long, not int. Give ACore the same parameter types and result.")]
    [InlineData(
        "public partial class T { [Recorded] public partial int A(int a); private int ACore(in int a) => 1; }",
        "REEN1003 T.A has no core with its signature: ACore takes parameter 1, 'a', by in, not by value. Give ACore the same parameter types and result.")]
    [InlineData(
        "public partial class T { [Recorded] public static partial int A(); private int ACore() => 1; }",
        "REEN1003 T.A has no core with its signature: ACore is not static. Give ACore the same parameter types and result.")]
    [InlineData(
        "public partial class T { [Recorded] public partial int A<X>(); private int ACore() => 1; }",
        "REEN1003 T.A has no core with its signature: ACore has 0 type parameters, not 1. Give ACore the same parameter types and result.")]
    [InlineData(
        "public partial class T { [Recorded, Replayed] public partial int A(); private int ACore() => 1; }",
        "REEN1008 T.A is marked both [Recorded], whose body does not run on replay, and [Replayed], whose body does. Keep [Recorded] for a call of the outside world, or [Replayed] for code of the agent.")]
    [InlineData(
        "public interface I { int A(); } public partial class T : I { [Recorded] int I.A() => 1; }",
        "REEN1004 T.I.A implements an interface explicitly, and C# has no such partial methods. Write the recorded method as an ordinary partial method, and forward to it from this one.")]
    [InlineData(
        "public abstract partial class T { [Recorded] public abstract int A(); }",
        "REEN1004 T.A is abstract, and C# has no abstract partial methods. Put the attribute on the methods that override it.")]
    [InlineData(
        "public partial interface I { [Recorded] int A() => 1; }",
        "REEN1004 I.A is a member of an interface. Put the attribute on the methods that implement it.")]
    [InlineData(
        "public ref partial struct T { [Recorded] public partial int A(); private int ACore() => 1; }",
        "REEN1004 T.A is a member of a ref struct, which can't outlive the call. Move it to a class.")]
    [InlineData(
        "file partial class T { [Recorded] public partial int A(); private int ACore() => 1; }",
        "REEN1004 T.A is a member of a type that is local to its file, which emitted code can't extend. Make the type internal or public.")]
    [InlineData(
        "public static partial class T { extension(string text) { [Recorded] public int A() => 1; } }",
        "REEN1004 T.A stands in an extension block, and C# has no partial methods there. Write it as a static partial method whose first parameter is marked 'this'.")]
    [InlineData(
        "public partial class T { private int f; [Recorded] public partial ref int A(); private ref int ACore() => ref f; }",
        "REEN1004 T.A returns by reference, which can't be recorded. Return the value.")]
    [InlineData(
        "public partial class T { [Recorded(CallKind.Agent)] public partial int A(); private int ACore() => 1; }",
        "REEN1004 T.A is marked [Recorded] with the kind Agent, whose body would run again on replay. Mark it [Replayed], or give it another kind.")]
    [InlineData(
        "public partial class T { [Recorded] public partial void A(System.Text.Json.Utf8JsonReader a); private void ACore(System.Text.Json.Utf8JsonReader a) { } }",
        "REEN1004 Parameter 'a' is the ref struct Utf8JsonReader, and what it refers to can't be kept. Take an array, a ReadOnlyMemory or a span, or leave it out with [IgnoreRecorded].")]
    [InlineData(
        "public partial class T { [Recorded] public partial void A(ref Span<int> a); private void ACore(ref Span<int> a) { } }",
        "REEN1004 Parameter 'a' is the ref struct Span<int>, passed by ref, and what it refers to can't be kept. Pass an array or a Memory.")]
    [InlineData(
        "public partial class T { [Recorded] public partial void A([IgnoreRecorded] out ReadOnlySpan<int> a); private void ACore(out ReadOnlySpan<int> a) => a = default; }",
        "REEN1004 Parameter 'a' is the ref struct ReadOnlySpan<int>, passed by out, and what it refers to can't be kept. Pass an array or a Memory.")]
    [InlineData(
        "public partial class T { [Recorded] public partial void A<X>(X a) where X : allows ref struct; private void ACore<X>(X a) where X : allows ref struct { } }",
        "REEN1004 Parameter 'a' is of the type parameter X, which may be a ref struct, and what it refers to can't be kept. Take an array, a ReadOnlyMemory or a span, or leave it out with [IgnoreRecorded].")]
    [InlineData(
        "public partial class T { [Recorded] public partial void A(ref Action a); private void ACore(ref Action a) { } }",
        "REEN3001 Parameter 'a' is the delegate Action; code can't be recorded. Pass data instead, or leave it out with [IgnoreRecorded].")]
    [InlineData(
        "public partial class T { [Recorded] public partial void A(IProgress<Action> a); private void ACore(IProgress<Action> a) { } }",
        "REEN3001 What is reported to parameter 'a' is the delegate Action; code can't be recorded. Pass data instead, or leave it out with [IgnoreRecorded].")]
    [InlineData(
        "public partial class T { [Recorded] public partial void A(ReadOnlySpan<Action> a); private void ACore(ReadOnlySpan<Action> a) { } }",
        "REEN3001 Parameter 'a' is the delegate Action; code can't be recorded. Pass data instead, or leave it out with [IgnoreRecorded].")]
    [InlineData(
        "public unsafe partial class T { [Recorded] public partial void A(int* a); private void ACore(int* a) { } }",
        "REEN1004 Parameter 'a' is a pointer, which means nothing in another process. Take the data it points to.")]
    [InlineData(
        "public partial class T { [Recorded] public partial Task<IAsyncEnumerable<int>> A(); private Task<IAsyncEnumerable<int>> ACore() => null!; }",
        "REEN1004 T.A returns an IAsyncEnumerable<int> through a task. Return the stream itself, and await within the core what comes before its first item.")]
    [InlineData(
        "public partial class T { [Recorded] public partial IAsyncEnumerator<int> A(); private IAsyncEnumerator<int> ACore() => null!; }",
        "REEN1004 T.A returns an IAsyncEnumerator<int>, which is read once and is gone. Return an IAsyncEnumerable, or a list.")]
    [InlineData(
        "public partial class T { [Recorded] public partial IEnumerator<int> A(); private IEnumerator<int> ACore() { yield return 1; } }",
        "REEN1004 T.A returns an IEnumerator<int>, which is read once and is gone. Return a list.")]
    [InlineData(
        "public partial class T { [Recorded] public partial IAsyncEnumerable<System.IO.Stream> A(); private IAsyncEnumerable<System.IO.Stream> ACore() => null!; }",
        "REEN3001 The result of T.A is a Stream, which is read once and is gone. Use byte[] or ReadOnlyMemory<byte>, or leave it out with [IgnoreRecorded].")]
    [InlineData(
        "public partial class T { [Recorded] public partial System.Linq.IQueryable<int> A(); private System.Linq.IQueryable<int> ACore() => null!; }",
        "REEN3001 The result of T.A is a IQueryable<int>, a query that runs elsewhere, and again each time it is read. Call ToList on it, and use the list.")]
    [InlineData(
        "public partial class T { [Recorded] public partial Task<System.IO.FileStream> A(); private Task<System.IO.FileStream> ACore() => null!; }",
        "REEN1004 T.A returns a FileStream, which can't be made again from its content. Return a Stream, whose content is recorded, byte[] or ReadOnlyMemory<byte>.")]
    public void The_problem_and_its_remedy_are_named(string source, string problem)
    {
        Assert.Equal([problem], ShapeOf.Problems(source));
        var run = GeneratorRun.Of(source);
        Assert.Null(run.Exception);
        Assert.DoesNotContain(run.Sources.Values, static source => source.Contains("RecordedCall", StringComparison.Ordinal));
        Assert.Empty(run.Reported);
    }

    [Fact]
    public void All_problems_of_a_method_are_named_at_once()
    {
        var shape = ShapeOf.Input("public class T { [Recorded] public int A(object a, ref Span<int> b, Action c) => 1; }");
        Assert.Equal(
            [
                (ShapeProblemKind.NotPartial, ShapePlace.Method, 0),
                (ShapeProblemKind.ContainingTypeNotPartial, ShapePlace.ContainingType, 0),
                (ShapeProblemKind.UnsupportedSignature, ShapePlace.Parameter, 1),
                (ShapeProblemKind.NotRecordable, ShapePlace.Parameter, 0),
                (ShapeProblemKind.NotRecordable, ShapePlace.Parameter, 2),
            ],
            shape.Problems.Select(static problem => (problem.Kind, problem.Place, problem.Index)));
    }

    [Fact]
    public void A_type_that_does_not_exist_is_left_to_the_compiler()
    {
        var shape = ShapeOf.Input("public partial class T { [Recorded] public partial int A(Missing a); private int ACore(Missing a) => 1; }");
        Assert.Equal([null], shape.Problems.Select(static problem => problem.Id));
    }

    [Fact]
    public void Streams_iterators_and_content_are_recorded() => Assert.Empty(ShapeOf.Problems(
        """
        public partial class T
        {
            [Recorded] public partial IAsyncEnumerable<int> A(CancellationToken token); private IAsyncEnumerable<int> ACore(CancellationToken token) => null!;
            [Recorded] public partial IEnumerable<int> B(); private IEnumerable<int> BCore() { yield return 1; }
            [Recorded] public partial Task<System.IO.Stream?> C(); private Task<System.IO.Stream?> CCore() => null!;
            [Recorded] public partial ValueTask<System.IO.MemoryStream> D(); private ValueTask<System.IO.MemoryStream> DCore() => default;
        }
        """));

    [Theory]
    [InlineData("Search", "SearchCore")]
    [InlineData("SearchAsync", "SearchCoreAsync")]
    [InlineData("Async", "CoreAsync")]
    [InlineData("Asynchronous", "AsynchronousCore")]
    public void The_core_is_named_after_its_method(string method, string core) => Assert.Equal(core, CoreMethod.NameFor(method));
}
