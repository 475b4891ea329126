using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Determinism;

public sealed class UnorderedEnumerationTests
{
    [Theory]
    [InlineData("foreach (var word in {|REEN2008:frozen|}) Use(word);")]
    [InlineData("foreach (var word in {|REEN2008:immutable|}) Use(word);")]
    [InlineData("foreach (var (word, count) in {|REEN2008:counts|}) Use(word);")]
    [InlineData("foreach (DictionaryEntry entry in {|REEN2008:table|}) Use(entry);")]
    [InlineData("foreach (var key in {|REEN2008:table.Keys|}) Use(key);")]
    [InlineData("foreach (var entry in {|REEN2008:concurrent|}) Use(entry.Key);")]
    [InlineData("foreach (var key in {|REEN2008:concurrent.Keys|}) Use(key);")]
    [InlineData("foreach (var value in {|REEN2008:concurrent.Values|}) Use(value);")]
    [InlineData("foreach (var key in {|REEN2008:counts.Keys|}) Use(key);")]
    [InlineData("foreach (var value in {|REEN2008:lookup.Values|}) Use(value);")]
    [InlineData("foreach (var word in {|REEN2008:frozen.Items|}) Use(word);")]
    [InlineData("foreach (var item in {|REEN2008:bag|}) Use(item);")]
    [InlineData("foreach (var entry in {|REEN2008:weak|}) Use(entry.Value);")]
    [InlineData("foreach (DictionaryEntry entry in {|REEN2008:hybrid|}) Use(entry);")]
    [InlineData("foreach (DictionaryEntry entry in {|REEN2008:names|}) Use(entry);")]
    [InlineData("foreach (var word in {|REEN2008:immutable.ToBuilder()|}) Use(word);")]
    [InlineData("foreach (var word in {|REEN2008:(FrozenSet<string>)input|}) Use(word);")]
    [InlineData("if (input is FrozenSet<string> given) foreach (var word in {|REEN2008:given|}) Use(word);")]
    [InlineData("foreach (var word in {|REEN2008:list.ToFrozenSet()|}) Use(word);")]
    [InlineData("foreach (var word in {|REEN2008:await LoadAsync()|}) Use(word);")]
    [InlineData("foreach (var word in {|REEN2008:input is null ? frozen : frozen|}) Use(word);")]
    [InlineData("foreach (var word in {|REEN2008:new Words()|}) Use(word);")]
    public Task A_loop_over_an_unordered_collection_is_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("var all = {|REEN2008:frozen|}.ToList();")]
    [InlineData("var all = {|REEN2008:frozen|}.ToArray(); Use(all);")]
    [InlineData("var all = {|REEN2008:frozen|}.Where(word => word.Length > 1).Select(word => word + \"!\").ToList(); Use(all);")]
    [InlineData("var first = {|REEN2008:frozen|}.First();")]
    [InlineData("var first = {|REEN2008:frozen|}.FirstOrDefault(word => word.Length > 1);")]
    [InlineData("var last = {|REEN2008:immutable|}.Last();")]
    [InlineData("var some = {|REEN2008:frozen|}.Take(2); Use(some.Count());")]
    [InlineData("var some = {|REEN2008:frozen|}.Skip(1).Count();")]
    [InlineData("var at = {|REEN2008:frozen|}.ElementAt(1);")]
    [InlineData("var joined = {|REEN2008:frozen|}.Aggregate((a, b) => a + b);")]
    [InlineData("var pairs = list.Zip({|REEN2008:frozen|}).Count();")]
    [InlineData("var same = list.SequenceEqual({|REEN2008:frozen|});")]
    [InlineData("var numbered = {|REEN2008:frozen|}.Select((word, index) => index + word.Length).Max();")]
    [InlineData("var numbered = {|REEN2008:frozen|}.Index().Count();")]
    [InlineData("var chunks = {|REEN2008:frozen|}.Chunk(2).Count();")]
    [InlineData("var all = list.Concat({|REEN2008:frozen|}).ToList(); Use(all);")]
    [InlineData("var sum = {|REEN2008:weights|}.Sum();")]
    [InlineData("var sum = {|REEN2008:frozen|}.Sum(word => word.Length / 2.0);")]
    [InlineData("var mean = {|REEN2008:weights|}.Average();")]
    [InlineData("var groups = {|REEN2008:frozen|}.GroupBy(word => word.Length).ToList(); Use(groups);")]
    [InlineData("var groups = {|REEN2008:frozen|}.ToLookup(word => word.Length);")]
    [InlineData("var all = (from word in {|REEN2008:frozen|} where word.Length > 1 select word + \"!\").ToList(); Use(all);")]
    [InlineData("var all = list.SelectMany(_ => {|REEN2008:frozen|}).ToList(); Use(all);")]
    [InlineData("var all = (from a in list from b in {|REEN2008:frozen|} select a + b).ToList(); Use(all);")]
    [InlineData("var shortest = {|REEN2008:frozen|}.MinBy(word => word.Length);")]
    [InlineData("var given = input as FrozenSet<string>; var all = {|REEN2008:given|}?.ToList(); Use(all!);")]
    [InlineData("await Task.WhenAll({|REEN2008:frozen|}.Select(word => FetchAsync(word)));")]
    [InlineData("var found = {|REEN2008:frozen|}.Any(word => Fetch(word) > 0);")]
    public Task Queries_that_depend_on_the_order_are_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("var text = string.Join(\", \", {|REEN2008:frozen|});")]
    [InlineData("var text = string.Concat({|REEN2008:frozen|}.Select(word => word.Trim()));")]
    [InlineData("list.AddRange({|REEN2008:frozen|});")]
    [InlineData("list.InsertRange(0, {|REEN2008:frozen|}.Where(word => word.Length > 1));")]
    [InlineData("var copy = new List<string>({|REEN2008:frozen|}); Use(copy);")]
    [InlineData("var queue = new Queue<string>({|REEN2008:frozen|});")]
    [InlineData("string[] all = [\"a\", .. {|REEN2008:frozen|}]; Use(all);")]
    [InlineData("Use(string.Concat([.. {|REEN2008:frozen|}]));")]
    [InlineData("var text = System.Text.Json.JsonSerializer.Serialize({|REEN2008:counts|});")]
    [InlineData("var text = System.Text.Json.JsonSerializer.Serialize(new { words = {|REEN2008:frozen|}, list });")]
    [InlineData("var text = System.Text.Json.JsonSerializer.Serialize(new { inner = new Bag { Words = {|REEN2008:frozen|} } });")]
    [InlineData("var text = System.Text.Json.JsonSerializer.Serialize({|REEN2008:frozen|}.Select(word => word.Trim()));")]
    [InlineData("{|REEN2008:bag|}.CopyTo(new int[3], 0);")]
    [InlineData("using var words = {|REEN2008:concurrent|}.GetEnumerator();")]
    [InlineData("var all = {|REEN2008:concurrent|}.ToArray(); Use(all);")]
    [InlineData("{|REEN2008:bag|}.TryTake(out var taken);")]
    [InlineData("var all = ImmutableArray.CreateRange({|REEN2008:frozen|}); Use(all);")]
    [InlineData("Record({|REEN2008:frozen|});")]
    [InlineData("var one = {|REEN2008:frozen.Items|}[0];")]
    [InlineData("if ({|REEN2008:frozen.Items|} is [var one, ..]) Use(one);")]
    [InlineData("new Dictionary<string, object>().Add(\"all\", {|REEN2008:frozen|}.ToList());")]
    [InlineData("await Task.WhenAny({|REEN2008:tasks.Values|});")]
    public Task Handing_the_elements_on_in_order_is_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("IReadOnlyDictionary<string, int> map = counts; foreach (var pair in {|REEN2008:map|}) Use(pair);")]
    [InlineData("IReadOnlyDictionary<string, int> map = counts; foreach (var key in {|REEN2008:map.Keys|}) Use(key);")]
    [InlineData("IEnumerable<string> words = frozen; Use({|REEN2008:words|}.ToList());")]
    [InlineData("IEnumerable<string> words = {|REEN2008:frozen|}; words = words.Where(word => word.Length > 1); Use(words.ToList());")]
    [InlineData("var keys = concurrent.Keys; foreach (var key in {|REEN2008:keys|}) Use(key);")]
    [InlineData("var query = {|REEN2008:frozen|}.Where(word => word.Length > 1); foreach (var word in query) Use(word);")]
    [InlineData("var query = from word in {|REEN2008:frozen|} select word.Trim(); var trimmed = query.Where(word => word != \"\"); Use(trimmed.First());")]
    [InlineData("var all = {|REEN2008:frozen|}.ToList(); Use(all[0]); all.Sort(StringComparer.Ordinal);")]
    [InlineData("var either = input is null ? (IEnumerable<string>){|REEN2008:frozen|} : list; foreach (var word in either) Use(word);")]
    [InlineData("var copy = immutableWords.ToHashSet(); foreach (var word in {|REEN2008:copy|}) Use(word);")]
    [InlineData("var copy = new HashSet<string>(immutableWords.Where(word => word.Length > 1)); foreach (var word in {|REEN2008:copy|}) Use(word);")]
    [InlineData("foreach (var pair in {|REEN2008:immutableWords.ToDictionary(word => word, word => 1)|}) Use(pair);")]
    [InlineData("var items = {|REEN2008:frozen.Items|}; foreach (var item in items) Use(item);")]
    public Task A_local_is_what_it_is_declared_with(string statements) => Verify(statements);

    [Theory]
    [InlineData("foreach (var method in {|REEN2008:typeof(string).GetMethods()|}) Use(method);")]
    [InlineData("var names = {|REEN2008:typeof(string).GetProperties()|}.Select(property => property.Name).ToList(); Use(names);")]
    [InlineData("var first = {|REEN2008:typeof(string).Assembly.GetTypes()|}[0];")]
    [InlineData("var types = {|REEN2008:typeof(string).GetInterfaces()|}; Use(types[0]);")]
    [InlineData("foreach (var type in {|REEN2008:typeof(string).Assembly.ExportedTypes|}) Use(type);")]
    public Task Lists_of_reflection_are_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("var any = typeof(string).GetMethods().Any(method => method.Name == \"Trim\");")]
    [InlineData("var one = typeof(string).GetMethods().Single(method => method.Name == \"Insert\");")]
    [InlineData("var count = typeof(string).GetProperties().Length;")]
    [InlineData("var types = typeof(string).Assembly.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).ToList(); Use(types);")]
    [InlineData("var member = typeof(string).GetMethod(\"Trim\");")]
    public Task Lists_of_reflection_may_be_searched_and_ordered(string statements) => Verify(statements);

    [Theory]
    [InlineData("var one = counts[\"a\"];")]
    [InlineData("var has = frozen.Contains(\"a\") || counts.ContainsKey(\"a\") || counts.TryGetValue(\"a\", out _);")]
    [InlineData("var count = frozen.Count + concurrent.Count + table.Count + concurrent.Keys.Count;")]
    [InlineData("if (frozen is { Count: 0 }) return;")]
    [InlineData("frozen.TryGetValue(\"a\", out var actual);")]
    [InlineData("var any = frozen.Any() && frozen.Any(word => word.Length > 1) && frozen.All(word => word.Length > 1);")]
    [InlineData("var count = frozen.Where(word => word.Length > 1).Count();")]
    [InlineData("var sum = immutable.Sum() + counts.Values.Sum() + counts.Sum(pair => pair.Value);")]
    [InlineData("var mean = immutable.Average();")]
    [InlineData("var sum = prices.Sum();")]
    [InlineData("var longest = frozen.Max(word => word.Length); var least = immutable.Min();")]
    [InlineData("var one = frozen.Single(word => word.Length > 1);")]
    [InlineData("var equal = frozen.SetEquals(list) && frozen.IsSubsetOf(list) && list.ToHashSet().IsSupersetOf(frozen);")]
    [InlineData("var lengths = frozen.ToDictionary(word => word, word => word.Length);")]
    [InlineData("var set = frozen.Select(word => word.Trim()).ToHashSet();")]
    [InlineData("var set = new HashSet<string>(frozen); set.UnionWith(immutableWords); set.ExceptWith(frozen.Where(word => word.Length > 1));")]
    [InlineData("var set = frozen.ToImmutableHashSet().Union(frozen); var sorted = immutable.ToImmutableSortedSet();")]
    [InlineData("var sorted = new SortedSet<string>(frozen, StringComparer.Ordinal); foreach (var word in sorted) Use(word);")]
    [InlineData("var sorted = new SortedDictionary<string, int>(counts, StringComparer.Ordinal); foreach (var pair in sorted) Use(pair);")]
    [InlineData("HashSet<string> set = [\"a\", .. frozen];")]
    [InlineData("foreach (var word in frozen.OrderBy(word => word, StringComparer.Ordinal)) Use(word);")]
    [InlineData("foreach (var word in frozen.Order(StringComparer.Ordinal)) Use(word);")]
    [InlineData("foreach (var number in immutable.OrderDescending().Take(3)) Use(number);")]
    [InlineData("foreach (var pair in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal)) Use(pair);")]
    [InlineData("var top = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First();")]
    [InlineData("var all = (from order in (ImmutableHashSet<Order>)input where order.Id > 1 orderby order.Id select order).ToList();")]
    [InlineData("var all = frozen.Where(word => word.Length > 1).Select(word => word.Trim()).OrderBy(word => word, StringComparer.Ordinal).ToList(); Use(all);")]
    [InlineData("var all = frozen.ToList(); all.Sort(StringComparer.Ordinal); Use(all);")]
    [InlineData("var all = frozen.ToArray(); Array.Sort(all, StringComparer.Ordinal); Use(all);")]
    [InlineData("string[] all = [.. frozen]; Array.Sort(all, StringComparer.Ordinal); Use(all);")]
    [InlineData("var query = frozen.Where(word => word.Length > 1); Use(query.Count()); foreach (var word in query.Order(StringComparer.Ordinal)) Use(word);")]
    [InlineData("IEnumerable<string> words = frozen; words = words.Where(word => word.Length > 1); Use(words.Count());")]
    [InlineData("IReadOnlyDictionary<string, int> map = counts; Use(map[\"a\"]); Use(map.Count);")]
    [InlineData("var rest = list.Except(frozen).ToList(); Use(rest);")]
    [InlineData("var rest = list.Where(word => frozen.Contains(word)).ToList(); Use(rest);")]
    [InlineData("var first = counts.First(pair => pair.Key == \"a\"); var same = frozen.FirstOrDefault(word => word == \"a\");")]
    [InlineData("var count = frozen.ToList().Count + frozen.ToArray().Length;")]
    [InlineData("var tags = list.SelectMany(_ => frozen).Distinct().Count();")]
    [InlineData("await Task.WhenAll(tasks.Values);")]
    [InlineData("ArgumentNullException.ThrowIfNull(frozen); var text = frozen.ToString(); Use(frozen);")]
    [InlineData("foreach (var word in list) Use(word); Use(string.Join(\",\", list)); Use(new Queue<int>().ToArray());")]
    [InlineData("foreach (var pair in new SortedDictionary<string, int>(StringComparer.Ordinal)) Use(pair); foreach (var item in new ConcurrentQueue<int>()) Use(item);")]
    [InlineData("Console.WriteLine(string.Join(\", \", frozen)); System.Diagnostics.Debug.WriteLine($\"All: {string.Concat(frozen.Select(word => word.Trim()))}\");")]
    [InlineData("var text = System.Text.Json.JsonSerializer.Serialize(new { frozen.Count });")]
    [InlineData("var _unused = ((FrozenSet<string>?)input)?.Count;")]
    [InlineData("var variables = {|REEN2003:Environment.GetEnvironmentVariables()|}; foreach (DictionaryEntry entry in variables) Use(entry);")]
    public Task Use_that_does_not_depend_on_the_order_is_not_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("var count = 0; foreach (var word in frozen) count++;")]
    [InlineData("var count = 0; foreach (var word in frozen) { if (word.StartsWith('a')) { count += word.Length; } }")]
    [InlineData("var sum = 0m; foreach (var pair in prices) sum += pair;")]
    [InlineData("var set = new HashSet<int>(); foreach (var word in frozen) set.Add(word.Length);")]
    [InlineData("var copy = new Dictionary<string, int>(); foreach (var (word, count) in counts) copy[word] = count + 1;")]
    [InlineData("var copy = new Dictionary<string, int>(); foreach (var pair in counts) if (!copy.ContainsKey(pair.Key)) copy.Add(pair.Key, pair.Value);")]
    [InlineData("var lengths = new Dictionary<int, int>(); foreach (var word in frozen) lengths[word.Length] += 1;")]
    [InlineData("var found = false; foreach (var word in frozen) if (word == \"a\") found = true;")]
    [InlineData("var found = false; foreach (var word in frozen) { if (word == \"a\") { found = true; break; } }")]
    [InlineData("foreach (var word in frozen) { if (word.Length == 0) return; }")]
    [InlineData("foreach (var word in frozen) if (word is \"\") throw new InvalidOperationException(\"An empty word.\");")]
    [InlineData("var longest = 0; foreach (var word in frozen) longest = Math.Max(longest, word.Length);")]
    [InlineData("var longest = 0; foreach (var word in frozen) { if (word.Length > longest) longest = word.Length; }")]
    [InlineData("var count = 0; foreach (var word in frozen) foreach (var letter in word) if (letter == 'a') count++;")]
    [InlineData("foreach (var word in frozen) Console.WriteLine(word);")]
    [InlineData("var flags = 0; foreach (var number in immutable) { var bit = 1 << number; flags |= bit; }")]
    [InlineData("foreach (var word in frozen.Select(word => word.Trim())) { if (word == \"\") continue; set.Remove(word); }")]
    public Task A_loop_that_comes_to_the_same_in_any_order_is_not_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("string? last = null; foreach (var word in {|REEN2008:frozen|}) last = word;")]
    [InlineData("foreach (var word in {|REEN2008:frozen|}) list.Add(word);")]
    [InlineData("var sum = 0.0; foreach (var weight in {|REEN2008:weights|}) sum += weight;")]
    [InlineData("var text = \"\"; foreach (var word in {|REEN2008:frozen|}) text += word;")]
    [InlineData("var count = 0; foreach (var word in {|REEN2008:frozen|}) { count += word.Length; if (count > 10) break; }")]
    [InlineData("var inverse = new Dictionary<int, string>(); foreach (var (word, count) in {|REEN2008:counts|}) inverse[count] = word;")]
    [InlineData("var kind = 0; foreach (var word in {|REEN2008:frozen|}) { if (word == \"a\") kind = 1; else kind = 2; }")]
    [InlineData("var a = false; foreach (var word in {|REEN2008:frozen|}) { if (word == \"a\") { a = true; break; } if (word == \"b\") return; }")]
    [InlineData("foreach (var word in {|REEN2008:frozen|}) if (word is \"\") throw new InvalidOperationException(word);")]
    [InlineData("foreach (var word in {|REEN2008:frozen|}) await FetchAsync(word);")]
    [InlineData("var sum = 0; foreach (var word in {|REEN2008:frozen|}) sum += Fetch(word);")]
    [InlineData("var product = 1; foreach (var number in {|REEN2008:immutable|}) { product *= number; product += 1; }")]
    public Task A_loop_that_depends_on_the_order_is_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("foreach (var (word, count) in {|#0:plain|}) Use(word);", "Dictionary<string, int>")]
    [InlineData("foreach (var word in {|#0:plain.Keys|}) Use(word);", "Dictionary<string, int>.Keys")]
    [InlineData("foreach (var word in {|#0:set|}) Use(word);", "HashSet<string>")]
    [InlineData("var text = string.Join(\",\", {|#0:set|});", "HashSet<string>")]
    [InlineData("IReadOnlySet<string> words = set; foreach (var word in {|#0:words|}) Use(word);", "HashSet<string>")]
    [InlineData("foreach (var item in {|#0:queue.UnorderedItems|}) Use(item.Element);", "PriorityQueue<string, int>.UnorderedItems")]
    [InlineData("foreach (DictionaryEntry entry in {|#0:small|}) Use(entry);", "ListDictionary")]
    public Task The_order_of_insertion_is_a_hint(string statements, string type) => Verify(
        statements, Expected(type, "order it first ('Order', or 'OrderBy' with an ordinal comparer), or keep it in a collection with an order", DiagnosticSeverity.Info));

    [Theory]
    [InlineData("foreach (var word in plain.Keys.Order(StringComparer.Ordinal)) Use(word);")]
    [InlineData("var has = plain.ContainsKey(\"a\") && set.Contains(\"a\") && plain.Values.Sum() > set.Count;")]
    [InlineData("foreach (var word in set) plain[word] = 1;")]
    public Task Fine_use_of_dictionaries_and_sets_is_no_hint(string statements) => Verify(statements);

    [Theory]
    [InlineData("Format({|#0:frozen|});", "FrozenSet<string>")]
    [InlineData("Format({|#0:frozen|}.Where(word => word.Length > 1));", "FrozenSet<string>")]
    [InlineData("words = {|#0:frozen|};", "FrozenSet<string>")]
    [InlineData("IEnumerable<string> All() => {|#0:frozen|}; All();", "FrozenSet<string>")]
    [InlineData("var short1 = {|#0:frozen|}.First(word => word.Length == 1);", "FrozenSet<string>")]
    public Task What_becomes_of_the_order_elsewhere_is_a_hint(string statements, string type) => Verify(
        statements, Expected(type, "order it before it is handed on, or hand on a set or dictionary", DiagnosticSeverity.Info));

    [Theory]
    [InlineData("var top = {|#0:counts|}.OrderByDescending(pair => pair.Value).First();")]
    [InlineData("var top = {|#0:counts|}.OrderByDescending(pair => pair.Value).Take(3).ToList(); Use(top);")]
    [InlineData("var best = {|#0:counts|}.MaxBy(pair => pair.Value);")]
    public Task Elements_that_an_ordering_leaves_equal_are_flagged(string statements) => Verify(
        statements, Expected("ImmutableDictionary<string, int>", "order equal elements too, with 'ThenBy' on a key that is unique", DiagnosticSeverity.Warning));

    [Fact]
    public Task Code_that_does_not_compile_is_borne() => Verify("""
        foreach (var word in {|REEN2008:frozen|}) { {|CS0103:Unknown|}(word); }
        foreach (var word in {|CS0103:unknown|}) { }
        var all = frozen.Select(word => {|CS0103:unknown|}).ToList();
        frozen.{|CS1061:Whatever|}();
        """);

    private static DiagnosticResult Expected(string subject, string remedy, DiagnosticSeverity severity) =>
        new DiagnosticResult(Descriptors.UnorderedEnumeration).WithSeverity(severity).WithLocation(0)
            .WithArguments(subject, remedy, "reached from SupportAgent.HandleAsync");

    private static Task Verify(string statements, params DiagnosticResult[] expected) => DeterminismVerifier.VerifyAsync(
        [$$"""
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Collections.Specialized;
        using System.Runtime.CompilerServices;

        public partial class SupportAgent(
            FrozenSet<string> frozen, FrozenDictionary<string, int> lookup, ImmutableHashSet<int> immutable, ImmutableHashSet<string> immutableWords,
            ImmutableHashSet<double> weights, ImmutableHashSet<decimal> prices, ImmutableDictionary<string, int> counts, Hashtable table,
            ConcurrentDictionary<string, int> concurrent, ConcurrentBag<int> bag, ConditionalWeakTable<object, string> weak, HybridDictionary hybrid,
            StringDictionary names, ListDictionary small, PriorityQueue<string, int> queue, Dictionary<string, int> plain, HashSet<string> set,
            List<string> list, ConcurrentDictionary<string, Task> tasks)
        {
            private IEnumerable<string> words = [];

            [Replayed]
            public partial Task HandleAsync(object input);

            private async Task HandleCoreAsync(object input)
            {
                await Task.Yield();
                {{statements}}
            }

            [Recorded]
            public partial Task<int> FetchAsync(string word);

            private Task<int> FetchCoreAsync(string word) => Task.FromResult(1);

            [Recorded]
            public partial int Fetch(string word);

            private int FetchCore(string word) => 1;

            [Recorded]
            public partial void Record(IEnumerable<string> words);

            private void RecordCore(IEnumerable<string> words) { }

            private static Task<FrozenSet<string>> LoadAsync() => null!;
            private static void Use(object value) { }
            private static void Format(IEnumerable<string> words) { }
        }

        public sealed record Order(int Id, string Name);
        public sealed class Bag { public FrozenSet<string>? Words { get; set; } }
        public sealed class Words : ConcurrentDictionary<string, int>;
        """],
        expected);
}
