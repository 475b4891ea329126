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

namespace Acme;

public sealed record Item(int Id);

public partial class Tools
{
    [Recorded]
    public partial BigInteger Scalars(
        Int128 wide, UInt128 unsigned, nint native, nuint nativeUnsigned, Half half, Complex complex, Vector2 two, Vector3 three, Vector4 four, Index index, Range range,
        Rune rune, StringBuilder builder, BitArray bits, CultureInfo culture, TimeZoneInfo zone, IPAddress address, IPEndPoint? endPoint,
        Color color, Point point, PointF pointF, System.Drawing.Size size, SizeF sizeF, Rectangle rectangle, RectangleF? rectangleF);

    private BigInteger ScalarsCore(
        Int128 wide, UInt128 unsigned, nint native, nuint nativeUnsigned, Half half, Complex complex, Vector2 two, Vector3 three, Vector4 four, Index index, Range range,
        Rune rune, StringBuilder builder, BitArray bits, CultureInfo culture, TimeZoneInfo zone, IPAddress address, IPEndPoint? endPoint,
        Color color, Point point, PointF pointF, System.Drawing.Size size, SizeF sizeF, Rectangle rectangle, RectangleF? rectangleF) => 1;

    [Recorded]
    public partial JsonNode? Json(JsonDocument document, JsonObject @object, JsonArray? array, JsonValue value, JsonElement? element);

    private JsonNode? JsonCore(JsonDocument document, JsonObject @object, JsonArray? array, JsonValue value, JsonElement? element) => value;

    [Recorded]
    public partial Item[,] Grids(int[,] grid, byte[,,] cube, string?[,,,] hyper, int[][,] grids, int?[,][] jagged, byte[][] bytes);

    private Item[,] GridsCore(int[,] grid, byte[,,] cube, string?[,,,] hyper, int[][,] grids, int?[,][] jagged, byte[][] bytes) => new Item[0, 0];

    [Recorded]
    public partial FrozenDictionary<string, Item> Collections(
        ImmutableHashSet<Item> set, ImmutableSortedSet<int> sortedSet, ImmutableQueue<int> queue, ImmutableStack<int> stack, ImmutableDictionary<Item, string?> map,
        ImmutableSortedDictionary<string, int> sortedMap, IImmutableList<int> list, IImmutableSet<int> iset, IImmutableQueue<int> iqueue, IImmutableStack<int> istack,
        IImmutableDictionary<int, Item> imap, FrozenSet<(int, string)> frozen, ConcurrentQueue<int> cqueue, ConcurrentStack<int> cstack, ConcurrentBag<Item> bag,
        ConcurrentDictionary<Guid, Item[]> cmap, ReadOnlySet<int> readOnlySet, ObservableCollection<int> observable, ReadOnlyObservableCollection<int> readOnlyObservable,
        PriorityQueue<Item, int> priorities, OrderedDictionary<DayOfWeek, int> ordered, Tuple<int, int, int, int, int, int, int, Tuple<Item>> tuple);

    private FrozenDictionary<string, Item> CollectionsCore(
        ImmutableHashSet<Item> set, ImmutableSortedSet<int> sortedSet, ImmutableQueue<int> queue, ImmutableStack<int> stack, ImmutableDictionary<Item, string?> map,
        ImmutableSortedDictionary<string, int> sortedMap, IImmutableList<int> list, IImmutableSet<int> iset, IImmutableQueue<int> iqueue, IImmutableStack<int> istack,
        IImmutableDictionary<int, Item> imap, FrozenSet<(int, string)> frozen, ConcurrentQueue<int> cqueue, ConcurrentStack<int> cstack, ConcurrentBag<Item> bag,
        ConcurrentDictionary<Guid, Item[]> cmap, ReadOnlySet<int> readOnlySet, ObservableCollection<int> observable, ReadOnlyObservableCollection<int> readOnlyObservable,
        PriorityQueue<Item, int> priorities, OrderedDictionary<DayOfWeek, int> ordered, Tuple<int, int, int, int, int, int, int, Tuple<Item>> tuple) =>
        FrozenDictionary<string, Item>.Empty;
}
