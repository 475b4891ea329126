namespace Reenact.Generators.Tests.Running;

/// <summary>Framework types as members of a recorded type, compiled and run: what is written comes back.</summary>
public class FrameworkValueTests
{
    private const string Usings = """
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Drawing;
        using System.Globalization;
        using System.Net;
        using System.Numerics;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        """;

    [Theory]
    [InlineData("BigInteger", "BigInteger.Pow(7, 2000)")]
    [InlineData("(Int128, UInt128, nint, nuint)", "(Int128.MinValue, UInt128.MaxValue, -1, 1)")]
    [InlineData("(Complex, Vector2, Vector3, Vector4)", "(new(1, -0.0), new(1, 2), new(1, 2, 3), new(1, 2, 3, 4))")]
    [InlineData("(Index, Range, Rune)", "(^1, 1..^2, new Rune(0x1F600))")]
    [InlineData("StringBuilder", "new StringBuilder(\"text\")")]
    [InlineData("BitArray", "new BitArray([true, false, true])")]
    [InlineData("CultureInfo", "CultureInfo.InvariantCulture")]
    [InlineData("TimeZoneInfo", "TimeZoneInfo.FindSystemTimeZoneById(\"Europe/Berlin\")")]
    [InlineData("IPEndPoint", "new IPEndPoint(IPAddress.IPv6Loopback, 443)")]
    [InlineData("(Color, Point, PointF, System.Drawing.Size, SizeF, Rectangle, RectangleF?)", "(Color.Red, new(1, 2), new(1, 2), new(1, 2), new(1, 2), new(1, 2, 3, 4), null)")]
    [InlineData("JsonDocument", "JsonDocument.Parse(\"{\\\"a\\\":1.0}\")")]
    [InlineData("(JsonNode?, JsonObject, JsonArray, JsonValue)", "(null, new JsonObject { [\"a\"] = null }, new JsonArray(1, \"b\"), JsonValue.Create(1.50m))")]
    [InlineData("Item?[,]", "new Item?[,] { { new(1), null }, { new(2), new(3) } }")]
    [InlineData("int[][,,]", "[new int[2, 0, 3], new int[,,] { { { 1, 2 } } }]")]
    [InlineData("byte[,,,]", "new byte[1, 2, 3, 4]")]
    [InlineData("ImmutableHashSet<Item>", "[new Item(1), new Item(2)]")]
    [InlineData("ImmutableSortedSet<string>", "ImmutableSortedSet.Create(StringComparer.Ordinal, \"b\", \"B\")")]
    [InlineData("(ImmutableQueue<int>, ImmutableStack<int>)", "([1, 2], [1, 2])")]
    [InlineData("ImmutableDictionary<Item, string?>", "new Dictionary<Item, string?> { [new(1)] = null, [new(2)] = \"b\" }.ToImmutableDictionary()")]
    [InlineData("ImmutableSortedDictionary<string, Item>", "new Dictionary<string, Item> { [\"a\"] = new(1) }.ToImmutableSortedDictionary()")]
    [InlineData("(IImmutableList<int>, IImmutableSet<int>, IImmutableQueue<int>, IImmutableStack<int>)", "(ImmutableList.Create(1), ImmutableHashSet.Create(1, 2), ImmutableQueue.Create(1), ImmutableStack.Create(1))")]
    [InlineData("IImmutableDictionary<int, Item>", "ImmutableDictionary.Create<int, Item>().Add(1, new Item(1))")]
    [InlineData("FrozenSet<(int, string)>", "new[] { (2, \"b\"), (1, \"a\") }.ToFrozenSet()")]
    [InlineData("FrozenDictionary<DayOfWeek, Item>", "new Dictionary<DayOfWeek, Item> { [DayOfWeek.Monday] = new(1), [DayOfWeek.Friday] = new(2) }.ToFrozenDictionary()")]
    [InlineData("(ConcurrentQueue<int>, ConcurrentStack<int>, ConcurrentBag<int>)", "(new([1, 2]), new([1, 2]), new([2, 1, 2]))")]
    [InlineData("ConcurrentDictionary<Guid, Item[]>", "new() { [Guid.Empty] = [new Item(1)] }")]
    [InlineData("(ReadOnlySet<int>, ObservableCollection<int>, ReadOnlyObservableCollection<int>)", "(new(new HashSet<int> { 1 }), [1, 2], new([1, 2]))")]
    [InlineData("PriorityQueue<Item, double>", "new([(new Item(1), 2.5), (new Item(2), 1.5)])")]
    [InlineData("OrderedDictionary<Item, int>", "new() { [new(2)] = 1, [new(1)] = 2 }")]
    [InlineData("Tuple<int, int, int, int, int, int, int, Tuple<Item, int?>>", "new(1, 2, 3, 4, 5, 6, 7, new(new(8), null))")]
    public void Framework_types_come_back(string type, string value)
    {
        var code = LoadedCode.Of($$"""
            {{Usings}}
            namespace Acme;
            public sealed record Item(int Id);
            public sealed record Holder({{type}} Value);
            public partial class Tools
            {
                [Recorded] public partial Holder Make({{type}} value);
                private Holder MakeCore({{type}} value) => new(value);
                public static object Sample() => new Tools().Make({{value}});
            }
            """);
        var sample = code.Call("Acme.Tools", "Sample");

        // Checks that what was read is written as the same bytes.
        Assert.NotNull(code.Codec("Acme.Holder", "Acme_HolderCodec").RoundTrip(sample));
    }
}
