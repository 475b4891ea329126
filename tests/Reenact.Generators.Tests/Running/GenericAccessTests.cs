namespace Reenact.Generators.Tests.Running;

/// <summary>Members of closed generic types that only the type itself can set.</summary>
public class GenericAccessTests
{
    private static readonly LoadedCode Code = LoadedCode.Of(
        """
        namespace Acme;

        public class Base<TKey> where TKey : notnull { public TKey Key { get; private set; } = default!; public void Name(TKey key) => Key = key; }
        public sealed class Page<T> : Base<string> where T : notnull
        {
            public T First { get; private set; } = default!;
            public List<T>? Items { get; private set; }
            public readonly int Total;
            public int Size { get; } = 5;
            public int Limit { get; init; } = 9;
            public (T, Guid) Mark { get; private set; }
            public Page() { }
            public static Page<T> Of(T first, int total) { var made = new Page<T>(total) { Limit = 3 }; made.First = first; made.Items = [first, first]; made.Mark = (first, new Guid(1, 2, 3, new byte[8])); made.Name("key"); return made; }
            private Page(int total) { Total = total; Size = total + 1; }
            public override string ToString() => $"{Key} {First} {string.Join(',', Items ?? [])} {Total} {Size} {Limit} {Mark}";
        }
        public struct Cell<T> { public T Value { get; private set; } public static Cell<T> Of(T value) => new() { Value = value }; public override string ToString() => $"{Value}"; }

        public partial class Tools
        {
            [Recorded] public partial Page<int> Numbers(); private Page<int> NumbersCore() => Sample.Numbers();
            [Recorded] public partial Page<string> Texts(Cell<decimal> cell); private Page<string> TextsCore(Cell<decimal> cell) => Sample.Texts();
        }

        public static class Sample
        {
            public static Page<int> Numbers() => Page<int>.Of(4, 7);
            public static Page<string> Texts() => Page<string>.Of("a", 8);
            public static Cell<decimal> Cell() => Cell<decimal>.Of(1.50m);
        }
        """);

    [Theory]
    [InlineData("Numbers", "key 4 4,4 7 8 3 (4, 00000001-0002-0003-0000-000000000000)")]
    [InlineData("Texts", "key a a,a 8 9 3 (a, 00000001-0002-0003-0000-000000000000)")]
    [InlineData("Cell", "1.50")]
    public void Come_back(string sample, string expected)
    {
        var value = Code.Call("Acme.Sample", sample)!;
        Assert.Equal(expected, Code.CodecOf(value.GetType()).RoundTrip(value)!.ToString());
    }

    [Fact]
    public void Keep_what_construction_gives_them_where_a_recording_lacks_them()
    {
        var type = Code.Call("Acme.Sample", "Numbers")!.GetType();
        Assert.Equal(" 0  0 5 9 (0, 00000000-0000-0000-0000-000000000000)", Code.CodecOf(type).Read([0x80])!.ToString());
    }
}
