namespace Reenact.Generators.Tests.Running;

/// <summary>What refers to itself can't be recorded, and the error says by what path.</summary>
public sealed class ReferenceCycleTests : IDisposable
{
    private static readonly LoadedCode Code = LoadedCode.Of(
        """
        [assembly: RecordAs<Acme.Wrapped, Acme.WrappedRecord, Acme.WrappedRecord>]
        namespace Acme;

        public sealed class Order { public Customer? Customer { get; set; } public string Id { get; set; } = "A"; }
        public sealed class Customer { public List<Order> Orders { get; set; } = []; public Dictionary<string, Customer> Friends { get; set; } = []; public (int, Order?) Last { get; set; } }
        public sealed class Chain { public Chain? Next { get; set; } public HashSet<string> Notes { get; set; } = ["a", "b"]; public int Number { get; set; } }
        [RecordedUnion(typeof(Leaf), typeof(Branch))] public abstract class Tree;
        public sealed class Leaf : Tree;
        public sealed class Branch : Tree { public int Level { get; set; } public Tree[] Parts { get; set; } = []; }
        public sealed class Wrapped { private Wrapped? inner; public void Wrap(Wrapped? other) => inner = other; public Wrapped? Unwrap() => inner; }
        public sealed record WrappedRecord(Wrapped? Inner) : IRecordedAs<Wrapped, WrappedRecord>
        {
            public static WrappedRecord ToRecorded(Wrapped value) => new(value.Unwrap());
            public static Wrapped FromRecorded(WrappedRecord recorded) { var made = new Wrapped(); made.Wrap(recorded.Inner); return made; }
        }
        public sealed class Bag { public System.Collections.Concurrent.ConcurrentBag<Bag> Bags { get; set; } = []; }

        public partial class Tools
        {
            public static int Runs;
            [Recorded] public partial int Place(int number, Order order); private int PlaceCore(int number, Order order) => ++Runs;
            [Recorded] public partial Customer? Find(bool loops); private Customer? FindCore(bool loops) => Sample.Customer(loops);
            [Recorded] public partial int Link(Chain chain); private int LinkCore(Chain chain) => 1;
            [Recorded] public partial int Grow(Tree tree); private int GrowCore(Tree tree) => 1;
            [Recorded] public partial int Wrap(Wrapped wrapped); private int WrapCore(Wrapped wrapped) => 1;
            [Recorded] public partial int Carry(Bag bag); private int CarryCore(Bag bag) => 1;
        }

        public static class Sample
        {
            public static Customer Customer(bool loops) { var made = new Customer(); if (loops) { made.Friends["first"] = new(); made.Friends["second one"] = made; } return made; }
            public static void Lists() { var order = new Order { Customer = new() }; order.Customer.Orders.Add(new()); order.Customer.Orders.Add(order); new Tools().Place(1, order); }
            public static void Tuples() { var order = new Order { Customer = new() }; order.Customer.Last = (1, order); new Tools().Place(1, order); }
            public static void Results() => new Tools().Find(true);
            public static void Unions() { var branch = new Branch(); branch.Parts = [new Leaf(), new Branch { Parts = [branch] }]; new Tools().Grow(branch); }
            public static void Conversions() { var a = new Wrapped(); var b = new Wrapped(); a.Wrap(b); b.Wrap(a); new Tools().Wrap(a); }
            public static void Unordered() { var bag = new Bag(); bag.Bags.Add(new()); bag.Bags.Add(bag); new Tools().Carry(bag); }
            public static void Late() { var last = new Chain(); last.Next = last; for (var i = 0; i < 40; i++) last = new Chain { Next = last, Number = i }; new Tools().Link(last); }
            public static void Deep(int levels) { Chain? last = null; for (var i = 0; i < levels; i++) last = new Chain { Next = last }; new Tools().Link(last!); }
            public static void TooDeep() => Deep(61);
            public static void JustNotTooDeep() => Deep(59);
        }

        public static class Program
        {
            public static async Task<string> Record(string path, string sample)
            {
                var told = "";
                await using (var session = Session.Record(path))
                {
                    try { typeof(Sample).GetMethod(sample)!.Invoke(null, null); }
                    catch (System.Reflection.TargetInvocationException exception) { told = $"{exception.InnerException!.GetType().Name}: {exception.InnerException.Message}"; }
                    new Tools().Place(7, new Order { Customer = Sample.Customer(false) });
                    new Tools().Find(false);
                    session.Complete(Outcome.Success);
                }

                return told;
            }
        }
        """);

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");

    [Theory]
    [InlineData("Lists", "order.Customer.Orders[1] repeats order, with the same Acme.Order again and again.")]
    [InlineData("Tuples", "order.Customer.Last[1] repeats order, with the same Acme.Order again and again.")]
    [InlineData("Results", "result.Friends[\"second one\"] repeats result, with the same Acme.Customer again and again.")]
    [InlineData("Unions", "tree.Parts[1].Parts[0] repeats tree, with the same Acme.Branch again and again.")]
    [InlineData("Conversions", "wrapped.Inner.Inner repeats wrapped, with the same Acme.Wrapped again and again.")]
    [InlineData("Late", "chain.Next repeats chain, with the same Acme.Chain again and again.")]
    [InlineData("Unordered", "the same Acme.Bag comes again and again.")]
    public async Task What_refers_to_itself_is_refused_with_its_path(string sample, string expected)
    {
        Assert.Equal($"InvalidOperationException: A recorded value refers to itself: {expected} Break the cycle, or leave a member in it out with [IgnoreRecorded].", await Record(sample));
        AssertWhole();
    }

    [Fact]
    public async Task What_is_only_deep_is_told_apart()
    {
        var told = await Record("TooDeep");
        Assert.StartsWith("InvalidOperationException: A recorded value is nested deeper than 60 levels: chain.Next.Next.", told, StringComparison.Ordinal);
        Assert.Contains("it is just deep", told, StringComparison.Ordinal);
        AssertWhole();
    }

    [Fact]
    public async Task Sixty_levels_are_recorded()
    {
        Assert.Equal("", await Record("JustNotTooDeep"));
        AssertWhole();
    }

    public void Dispose() => File.Delete(path);

    private Task<string> Record(string sample) => (Task<string>)Code.Type("Acme.Program").GetMethod("Record")!.Invoke(null, [path, sample])!;

    /// <summary>The refused value is nowhere in the recording, and what came after it is.</summary>
    private void AssertWhole()
    {
        using var recording = Recording.Open(path);
        Assert.Empty(recording.Problems);
        var calls = recording.Calls;
        Assert.Equal("Acme.Tools.Place", calls[^2].Method.Name);
        Assert.Equal("Acme.Tools.Find", calls[^1].Method.Name);
        Assert.All(calls, static call => Assert.NotNull(call.End));
    }
}
