using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Data;

public sealed class EffectfulValueTests
{
    private const string SearchTools = """
        public record Query(IEnumerable<string> Cities, int Nights = 1)
        {
            public IEnumerable<string> Airlines { get; init; } = [];
        }

        public partial class FlightTools
        {
            [Recorded]
            public partial int Search(IEnumerable<string> cities, [IgnoreRecorded] IEnumerable<string>? hints = null);

            private int SearchCore(IEnumerable<string> cities, IEnumerable<string>? hints) => cities.Count();

            [Recorded]
            public partial Task<Query> FindAsync(Query query, CancellationToken cancellationToken = default);

            private Task<Query> FindCoreAsync(Query query, CancellationToken cancellationToken) => Task.FromResult(query);

            public int Count(IEnumerable<string> cities) => cities.Count();
        }
        """;

    [Fact]
    public Task A_getter_that_counts_is_flagged_where_its_type_is_recorded() => EffectfulValueVerifier.VerifyAsync(
        ["""
        public class Ticket
        {
            private int reads;

            public Ticket(int number) => Number = number;

            public int Number { get { reads++; return field; } }
        }

        public class Booking
        {
            public List<Ticket> Tickets { get; } = [];
        }

        public partial class Tools
        {
            [Recorded]
            public partial {|#0:Task<Booking>|} BookAsync(Dictionary<string, Ticket> {|#1:tickets|});

            private Task<Booking> BookCoreAsync(Dictionary<string, Ticket> tickets) => Task.FromResult(new Booking());
        }
        """],
        Getter(0), Getter(1));

    [Theory]
    [InlineData("get { last = DateTime.UtcNow; return 1; }", "private DateTime last;")]
    [InlineData("get => Next();", "private static int count; private static int Next() => ++count;")]
    [InlineData("get => Interlocked.Increment(ref count);", "private static int count;")]
    [InlineData("get => queue.Dequeue();", "private readonly Queue<int> queue = new();")]
    [InlineData("get { log[0] = \"read\"; return 1; }", "private readonly string[] log = new string[1];")]
    [InlineData("get { Other.Reads += 1; return 1; }", "private static class Other { public static int Reads { get; set; } }")]
    [InlineData("get => Task.FromResult(1).GetAwaiter().GetResult();", "")]
    [InlineData("get => Task.FromResult(1).Result;", "")]
    [InlineData("get { if (DateTime.Now.Hour > 12) seen = true; return 1; }", "private bool seen;")]
    [InlineData("get { return Local(); int Local() { seen = true; return 1; } }", "private bool seen;")]
    public Task Getters_with_side_effects_are_flagged(string getter, string state) =>
        EffectfulValueVerifier.VerifyAsync(Recording(getter, state, "{|REEN3004:value|}"));

    [Theory]
    [InlineData("get;", "")]
    [InlineData("get { if (field == 0) field = 1; return field; }", "")]
    [InlineData("get => cached ??= Load();", "private int? cached; private static int Load() => 1;")]
    [InlineData("get { if (cached is null) { cached = 1; } return cached.Value; }", "private int? cached;")]
    [InlineData("get { if (!loaded) { cached = 1; loaded = true; } return cached; }", "private int cached; private bool loaded;")]
    [InlineData("get { if (loaded) return cached; cached = 1; loaded = true; return cached; }", "private int cached; private bool loaded;")]
    [InlineData("get => cached ?? (cached = 1).Value;", "private int? cached;")]
    [InlineData("get { if (!cache.TryGetValue(1, out var found)) { found = 1; cache[1] = found; } return found; }", "private readonly Dictionary<int, int> cache = [];")]
    [InlineData("get { var sum = 0; foreach (var each in all) sum += each; return sum; }", "private readonly int[] all = [];")]
    [InlineData("get { var copy = new List<int>(); copy.Add(1); return copy.Count; }", "")]
    [InlineData("get { Action later = () => seen = true; return later is null ? 0 : 1; }", "private bool seen;")]
    [InlineData("get => throw new InvalidOperationException();", "")]
    [InlineData("get => new System.Text.StringBuilder { Length = 0 }.Append(1).Length;", "")]
    public Task Pure_and_lazy_getters_are_not_flagged(string getter, string state) =>
        EffectfulValueVerifier.VerifyAsync(Recording(getter, state, "value"));

    [Fact]
    public Task Members_that_are_not_recorded_are_not_flagged() => EffectfulValueVerifier.VerifyAsync("""
        public class Ticket
        {
            private static int reads;

            [IgnoreRecorded]
            public int Number { get => ++reads; set => reads = value; }

            public int Computed => ++reads;

            internal int Hidden => ++reads;
        }

        public class NeverRecorded
        {
            private int reads;

            public int Number { get => ++reads; set { } }
        }

        public partial class Tools
        {
            [Recorded]
            public partial int Book(Ticket ticket, [IgnoreRecorded] NeverRecorded never);

            private int BookCore(Ticket ticket, NeverRecorded never) => 1;
        }
        """);

    [Theory]
    [InlineData("tools.Search({|REEN3004:cities.Where(city => city.Length > 3)|});")]
    [InlineData("tools.Search(cities: {|REEN3004:from city in cities where city != \"\" select city|});")]
    [InlineData("tools.Search({|REEN3004:Names()|});")]
    [InlineData("tools.Search({|REEN3004:cities.Select(city => city).AsEnumerable()|});")]
    [InlineData("tools.Search({|REEN3004:cities.OrderBy(city => city)|});")]
    [InlineData("var found = cities.Skip(1); tools.Search({|REEN3004:found|});")]
    [InlineData("tools.Search({|REEN3004:cities.Length > 1 ? cities.Skip(1) : cities|});")]
    [InlineData("tools.Search({|REEN3004:Lazy|});")]
    [InlineData("IEnumerable<string> Local() { yield return \"Rome\"; } tools.Search({|REEN3004:Local()|});")]
    [InlineData("await tools.FindAsync(new Query({|REEN3004:cities.Skip(1)|}));")]
    [InlineData("await tools.FindAsync(new Query(cities) { Airlines = {|REEN3004:Names()|} });")]
    [InlineData("await tools.FindAsync(new Query(cities) with { Airlines = {|REEN3004:Names()|} });")]
    [InlineData("Func<int> later = () => tools.Search({|REEN3004:Names()|}); later();")]
    public Task A_lazy_argument_or_member_is_flagged(string statement) => EffectfulValueVerifier.VerifyAsync(SearchTools, Agent(statement));

    [Theory]
    [InlineData("tools.Search(cities);")]
    [InlineData("tools.Search(cities.Skip(1).ToList());")]
    [InlineData("tools.Search([.. cities.Skip(1)]);")]
    [InlineData("tools.Search(new List<string>(cities.Skip(1)));")]
    [InlineData("tools.Search(cities.AsEnumerable());")]
    [InlineData("tools.Search(Enumerable.Empty<string>());")]
    [InlineData("tools.Search(Eager());")]
    [InlineData("var found = cities.Skip(1); found = found.ToList(); tools.Search(found);")]
    [InlineData("tools.Search(cities, hints: cities.Skip(1));")]
    [InlineData("tools.Count(cities.Skip(1));")]
    [InlineData("foreach (var city in cities.Skip(1)) tools.Search([city]);")]
    [InlineData("await tools.FindAsync(new Query(cities.Skip(1).ToArray()), default);")]
    public Task Lists_and_sequences_that_are_not_recorded_are_not_flagged(string statement) =>
        EffectfulValueVerifier.VerifyAsync(SearchTools, Agent(statement));

    [Fact]
    public Task A_lazy_member_of_a_result_is_flagged_and_the_result_itself_is_not() => EffectfulValueVerifier.VerifyAsync("""
        public record Page(IEnumerable<string> Items);

        public partial class Tools
        {
            [Recorded]
            public partial Page Read(string[] all);

            private Page ReadCore(string[] all)
            {
                Func<Page> unused = () => new Page(all.Skip(2));
                return new Page({|REEN3004:all.Skip(1)|});
            }

            [Recorded]
            public partial IEnumerable<string> List(string[] all);

            private IEnumerable<string> ListCore(string[] all) => all.Skip(1);

            public Page Unmarked(string[] all) => new(all.Skip(1));
        }
        """);

    private static DiagnosticResult Getter(int location) => new DiagnosticResult(Descriptors.EffectfulValue)
        .WithLocation(location)
        .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
        .WithArguments(
            "Ticket.Number",
            "is read when Tools.BookAsync is recorded, and its getter changes 'reads'",
            "Compute it without side effects, or leave it out with [IgnoreRecorded]");

    private static string Recording(string getter, string state, string parameter) => $$"""
        public class Ticket
        {
            {{state}}

            public Ticket(int number) { }

            public int Number { {{getter}} }
        }

        public partial class Tools
        {
            [Replayed]
            public partial void Book(Ticket {{parameter}});

            private void BookCore(Ticket value) { }
        }
        """;

    private static string Agent(string statement) => $$"""
        public class Agent
        {
            private IEnumerable<string> Lazy { get { yield return "Rome"; } }

            public async Task RunAsync(FlightTools tools, string[] cities)
            {
                await Task.Yield();
                {{statement}}
            }

            private static IEnumerable<string> Names() { yield return "Rome"; }

            private static IEnumerable<string> Eager()
            {
                return Inner().ToList();
                IEnumerable<string> Inner() { yield return "Rome"; }
            }
        }
        """;
}
