using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Determinism;

public sealed class SharedStateTests
{
    private const string State = """
        public class Entry
        {
            public string Name { get; set; } = "";
            public int Count;
            public Entry? Next { get; init; }
            public List<int> Items { get; } = new();
            public event Action? Changed;
            public void Touch() => Changed?.Invoke();
        }

        public interface ILogger<T> { }

        public static class Stats
        {
            public static ILogger<Entry>? Log { get; set; }
            public static int Hits;
            public static volatile bool Busy;
            public static Func<DateTime> Clock = () => default;
            [ThreadStatic] public static int PerThread;
            [ThreadStatic] public static readonly int PerThreadOnce = 1;
            public static int Total { get; set; }
            public static int Seen { get; private set; }
            public static int Once { get; } = 1;
            public static List<int> Replaceable { get; set; } = new();
            public static event Action? Changed;
            public const int Limit = 5;
            public static readonly int Size = 3;
            public static readonly object Gate = new();
            public static readonly Func<int, int> Twice = x => x * 2;
            public static readonly Random Dice = new(42);
            public static Random Dices { get; } = new(42);
            public static readonly Dictionary<string, Entry> Map = new();
            public static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, string> Cache = new();
            public static readonly System.Collections.Concurrent.ConcurrentQueue<int> Queue = new();
            public static readonly List<int> Items = new();
            public static readonly IList<int> Interface = new List<int>();
            public static readonly Stack<int> Stack = new();
            public static readonly HashSet<int> Set = new();
            public static readonly Entry[] Entries = [new Entry()];
            public static readonly int[] Slots = new int[4];
            public static readonly System.Collections.Hashtable Table = new();
            public static readonly System.Text.StringBuilder Text = new();
            public static readonly System.Collections.Immutable.ImmutableList<int> Immutable = [1];
            public static readonly System.Collections.Frozen.FrozenSet<int> Frozen = System.Collections.Frozen.FrozenSet<int>.Empty;
            public static readonly System.Collections.Immutable.ImmutableList<int>.Builder Builder = Immutable.ToBuilder();
            public static readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, Entry> Weak = new();
            public static readonly System.Threading.Channels.Channel<int> Channel = System.Threading.Channels.Channel.CreateUnbounded<int>();
            public static readonly Lazy<Entry> Lazy = new(() => new Entry());
            public static readonly AsyncLocal<string> Flowing = new();
            public static readonly ThreadLocal<int> OfThread = new();
            public static Entry Current { get; } = new();
            public static Entry Behind => Current;
            public static Entry ThroughLazy { get { return Lazy.Value; } }
            public static List<int> Fresh => new();
            public static void Step(ref int value) => value++;
            public static void Make(out int value) => value = 1;
        }
        """;

    [Theory]
    [InlineData("_ = {|REEN2006:Stats.Hits|}.Equals(1);")]
    [InlineData("{|REEN2006:Stats.Hits|} = 1;")]
    [InlineData("{|REEN2006:Stats.Hits|}++;")]
    [InlineData("{|REEN2006:Stats.Hits|} += 2;")]
    [InlineData("({|REEN2006:Stats.Hits|}, _) = (1, 2);")]
    [InlineData("(({|REEN2006:Stats.Hits|}, _), _) = ((1, 2), 3);")]
    [InlineData("Stats.Step(ref {|REEN2006:Stats.Hits|});")]
    [InlineData("Stats.Make(out {|REEN2006:Stats.Hits|});")]
    [InlineData("Interlocked.Increment(ref {|REEN2006:Stats.Hits|});")]
    [InlineData("_ = Volatile.Read(ref {|REEN2006:Stats.Hits|});")]
    [InlineData("ref var hits = ref {|REEN2006:Stats.Hits|}; hits++;")]
    [InlineData("unsafe { fixed (int* hits = &{|REEN2006:Stats.Hits|}) _ = *hits; }")]
    [InlineData("if ({|REEN2006:Stats.Busy|}) return;")]
    [InlineData("_ = {|REEN2006:Stats.Clock|} is null;")]
    [InlineData("_ = {|REEN2006:Stats.PerThread|};")]
    [InlineData("_ = {|REEN2006:Stats.PerThreadOnce|};")]
    [InlineData("{|REEN2006:Stats.Total|}++;")]
    [InlineData("{|REEN2006:Stats.Total|} = 3;")]
    [InlineData("_ = {|REEN2006:Stats.Seen|};")]
    [InlineData("_ = $\"{{|REEN2006:Stats.Busy|}}\";")]
    [InlineData("Func<int> later = () => {|REEN2006:Stats.Total|}; later();")]
    [InlineData("{|REEN2006:Stats.Replaceable|}.Add(1);")]
    [InlineData("{|REEN2006:Stats.Replaceable|}[0] = 1;")]
    [InlineData("{|REEN2006:Stats.Changed|} += () => { };")]
    [InlineData("{|REEN2006:System.Diagnostics.Contracts.Contract.ContractFailed|} += (_, _) => { };")]
    public Task What_a_static_member_holds_now_is_shared(string statements) => Verify(statements);

    [Theory]
    [InlineData("{|REEN2006:Stats.Items.Add(1)|};")]
    [InlineData("{|REEN2006:Stats.Items.Sort()|};")]
    [InlineData("{|REEN2006:Stats.Items[0]|} = 1;")]
    [InlineData("{|REEN2006:Stats.Items[0]|}++;")]
    [InlineData("{|REEN2006:Stats.Items[^1]|} = 2;")]
    [InlineData("(_, {|REEN2006:Stats.Items[0]|}) = (1, 2);")]
    [InlineData("{|REEN2006:Stats.Interface.Clear()|};")]
    [InlineData("{|REEN2006:((ICollection<int>)Stats.Items).Remove(1)|};")]
    [InlineData("{|REEN2006:Stats.Stack.Push(1)|};")]
    [InlineData("_ = {|REEN2006:Stats.Set.Add(1)|};")]
    [InlineData("{|REEN2006:Stats.Map[\"a\"]|} = new Entry();")]
    [InlineData("{|REEN2006:Stats.Map[\"a\"]|} ??= new Entry();")]
    [InlineData("{|REEN2006:Stats.Map.TryAdd(\"a\", new Entry())|};")]
    [InlineData("{|REEN2006:Stats.Map[\"a\"].Name|} = \"b\";")]
    [InlineData("{|REEN2006:Stats.Map.Remove(\"a\", out _)|};")]
    [InlineData("_ = {|REEN2006:Stats.Cache.GetOrAdd(typeof(int), type => type.Name)|};")]
    [InlineData("_ = {|REEN2006:Stats.Cache.AddOrUpdate(typeof(int), \"a\", (_, old) => old)|};")]
    [InlineData("_ = {|REEN2006:Stats.Queue.TryDequeue(out _)|};")]
    [InlineData("{|REEN2006:Stats.Table[\"a\"]|} = 1;")]
    [InlineData("{|REEN2006:Stats.Table.Add(\"a\", 1)|};")]
    [InlineData("{|REEN2006:Stats.Text.Append(\"a\")|}.Append(\"b\");")]
    [InlineData("{|REEN2006:Stats.Text.Length|} = 0;")]
    [InlineData("{|REEN2006:Stats.Builder.Add(1)|};")]
    [InlineData("_ = {|REEN2006:Stats.Weak.GetValue(input, _ => new Entry())|};")]
    [InlineData("_ = {|REEN2006:Stats.Channel.Writer.TryWrite(1)|};")]
    [InlineData("_ = await {|REEN2006:Stats.Channel.Reader.ReadAsync(cancellationToken)|};")]
    [InlineData("{|REEN2006:Stats.Slots[0]|} = 1;")]
    [InlineData("Interlocked.Increment(ref {|REEN2006:Stats.Slots[0]|});")]
    [InlineData("{|REEN2006:Array.Sort(Stats.Slots)|};")]
    [InlineData("{|REEN2006:Array.Copy(new int[4], Stats.Slots, 4)|};")]
    [InlineData("{|REEN2006:Stats.Slots.AsSpan().Fill(1)|};")]
    [InlineData("{|REEN2006:Stats.Slots.AsSpan()[0]|} = 1;")]
    [InlineData("{|REEN2006:Stats.Slots.AsSpan().Reverse()|};")]
    [InlineData("ref var slot = ref Stats.Slots[1]; {|REEN2006:slot|}++;")]
    [InlineData("{|REEN2006:Stats.Current.Name|} = \"a\";")]
    [InlineData("{|REEN2006:Stats.Current.Count|}++;")]
    [InlineData("{|REEN2006:Stats.Current.Items.Add(1)|};")]
    [InlineData("Stats.Current.Next?{|REEN2006:.Items.Add(1)|};")]
    [InlineData("{|REEN2006:Stats.Current.Next!.Name|} = \"a\";")]
    [InlineData("{|REEN2006:Stats.Current.Changed|} += () => { };")]
    [InlineData("{|REEN2006:Stats.Behind.Name|} = \"a\";")]
    [InlineData("{|REEN2006:Stats.ThroughLazy.Name|} = \"a\";")]
    [InlineData("{|REEN2006:Stats.Lazy.Value.Name|} = \"a\";")]
    [InlineData("new List<int> { 1 }.ForEach({|REEN2006:Stats.Items.Add|});")]
    [InlineData("new List<int> { 1 }.ForEach(item => {|REEN2006:Stats.Items.Add(item)|});")]
    [InlineData("var items = Stats.Items; {|REEN2006:items.Add(1)|};")]
    [InlineData("var entry = Stats.Map[\"a\"]; {|REEN2006:entry.Count|}++;")]
    [InlineData("foreach (var entry in Stats.Entries) {|REEN2006:entry.Count|}++;")]
    [InlineData("if (Stats.Map.TryGetValue(\"a\", out var entry)) {|REEN2006:entry.Count|}++;")]
    public Task To_change_what_a_static_member_always_holds_is_shared(string statements) => Verify(statements);

    [Theory]
    [InlineData("_ = {|REEN2006:Stats.Flowing.Value|};")]
    [InlineData("{|REEN2006:Stats.Flowing.Value|} = \"a\";")]
    [InlineData("_ = {|REEN2006:((AsyncLocal<int>)input).Value|};")]
    [InlineData("_ = {|REEN2006:Stats.OfThread.Value|};")]
    [InlineData("_ = {|REEN2006:Stats.OfThread.IsValueCreated|};")]
    [InlineData("{|REEN2006:System.Text.RegularExpressions.Regex.CacheSize|} = 100;")]
    [InlineData("{|REEN2006:System.Text.Encoding.RegisterProvider((System.Text.EncodingProvider)input)|};")]
    public Task What_flows_beside_the_code_is_shared(string statements) => Verify(statements);

    [Theory]
    [InlineData("_ = {|REEN2006:Stats.Dice|}.Next();")]
    [InlineData("_ = {|REEN2006:Stats.Dices|}.Next(6);")]
    [InlineData("var dice = {|REEN2006:Stats.Dice|};")]
    public Task A_random_generator_in_a_static_member_is_shared_whatever_its_seed(string statements) => Verify(statements);

    [Theory]
    [InlineData("_ = Stats.Limit;")]
    [InlineData("_ = Stats.Size;")]
    [InlineData("_ = Stats.Once;")]
    [InlineData("_ = DayOfWeek.Friday;")]
    [InlineData("_ = string.Empty + int.MaxValue + Guid.Empty;")]
    [InlineData("_ = nameof(Stats.Hits);")]
    [InlineData("_ = Stats.Gate;")]
    [InlineData("_ = Stats.Log;")]
    [InlineData("_ = Stats.Twice(2);")]
    [InlineData("_ = Stats.Items.Count + Stats.Items[0] + Stats.Slots[1] + Stats.Items.Sum();")]
    [InlineData("foreach (var item in Stats.Items) _ = item;")]
    [InlineData("foreach (var item in Stats.Slots) _ = item;")]
    [InlineData("unsafe { fixed (int* first = &Stats.Slots[0]) _ = *first; }")]
    [InlineData("_ = Stats.Items.Contains(1) && Stats.Set.Contains(1) && Stats.Map.ContainsKey(\"a\");")]
    [InlineData("_ = Stats.Map.TryGetValue(\"a\", out var entry) ? entry.Name : null;")]
    [InlineData("_ = Stats.Cache.TryGetValue(typeof(int), out _);")]
    [InlineData("_ = Stats.Text.ToString();")]
    [InlineData("_ = Stats.Immutable.Add(1).Insert(0, 2).Remove(1).Clear();")]
    [InlineData("_ = Stats.Frozen.Contains(1);")]
    [InlineData("_ = Stats.Items.ToList().Remove(1);")]
    [InlineData("var copy = new List<int>(Stats.Items); copy.Add(1);")]
    [InlineData("var copy = Stats.Items.ToArray(); copy[0] = 1;")]
    [InlineData("var list = Stats.Items; list = new List<int>(); list.Add(1);")]
    [InlineData("var name = Stats.Current.Name; name += \"a\";")]
    [InlineData("var slot = Stats.Slots[0]; slot++;")]
    [InlineData("_ = Stats.Items.AsEnumerable().Reverse().Append(1).Take(2).ToList();")]
    [InlineData("_ = Stats.Slots.Reverse().ToList();")]
    [InlineData("_ = Stats.Lazy.Value.Name;")]
    [InlineData("_ = Stats.Current.Count;")]
    [InlineData("Stats.Fresh.Add(1);")]
    [InlineData("var items = new List<int>(); items.Add(1); items[0] = 2;")]
    [InlineData("var entry = new Entry { Name = \"a\" }; entry.Name = \"b\"; entry.Count++; entry.Changed += () => { };")]
    [InlineData("var slots = new int[2]; slots[0] = 1; Array.Sort(slots);")]
    [InlineData("var text = new System.Text.StringBuilder(); text.Append(\"a\").Length = 0;")]
    [InlineData("var random = new Random(42); _ = random.Next();")]
    [InlineData("_ = System.Globalization.CultureInfo.InvariantCulture;")]
    [InlineData("_ = System.Text.Json.JsonSerializerOptions.Default;")]
    [InlineData("_ = System.Text.Encoding.UTF8.GetBytes(\"a\");")]
    [InlineData("_ = StringComparer.Ordinal.Equals(\"a\", \"b\");")]
    [InlineData("_ = Task.CompletedTask;")]
    [InlineData("_ = Array.Empty<int>();")]
    [InlineData("_ = Deterministic.Random.Next();")]
    [InlineData("Console.Out.WriteLine(\"a\");")]
    public Task What_stays_the_same_or_is_local_is_not_flagged(string statements) => Verify(statements);

    [Fact]
    public Task Fields_of_the_agent_are_its_own() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            private readonly Dictionary<string, int> counts = new();
            private int hits;
            public int Hits { get; set; }

            [Replayed]
            public partial void Handle();

            private void HandleCore()
            {
                hits++;
                Hits = hits;
                counts["a"] = hits;
                counts.Add("b", 1);
            }
        }
        """);

    [Fact]
    public Task Of_a_property_with_accessors_the_field_inside_is_reported() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            private static int hits;
            private static List<int>? items;

            private static int Hits { get => {|REEN2006:hits|}; set => {|REEN2006:hits|} = value; }
            private static string? name;

            private static List<int> Items => items ??= new();
            private static string Name { get => {|REEN2006:name|} ??= string.Concat("a", "b"); }
            private static int Checked { get; set => {|REEN2006:field|} = Math.Max(value, 0); }
            private static event Action Changed { add => {|REEN2006:hits|}++; remove { } }

            [Replayed]
            public partial void Handle();

            private void HandleCore()
            {
                Hits++;
                {|REEN2006:Items.Add(1)|};
                _ = Name;
                Checked = 1;
                _ = {|REEN2006:Checked|};
                Changed += () => { };
            }
        }
        """);

    [Fact]
    public Task What_a_static_event_holds_depends_on_who_subscribed() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            public static event Action? Handled;

            [Replayed]
            public partial bool Handle();

            private bool HandleCore() => {|REEN2006:Handled|} is null;
        }
        """);

    [Fact]
    public Task A_static_constructor_fills_its_own_type() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore() => _ = Table.Names["a"];
        }

        public static class Table
        {
            public static readonly Dictionary<string, string> Names = new();
            private static readonly int[] Sizes = new int[2];
            private static int steps;

            static Table()
            {
                Names.Add("a", "b");
                Sizes[0] = steps++;
            }
        }
        """);

    [Fact]
    public Task What_is_stated_deterministic_is_not_flagged() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Deterministic("a cache of pure results")]
            private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, string> Names = new();

            [Deterministic("only shown")]
            private static int hits;

            [Deterministic("only shown")]
            private static int Hits { get; set; }

            [Deterministic("only shown")]
            private static event Action? Handled;

            [Replayed]
            public partial void Handle();

            private void HandleCore()
            {
                _ = Names.GetOrAdd(typeof(int), type => type.Name);
                hits++;
                Hits++;
                Handled?.Invoke();
                Telemetry.Calls++;
            }
        }

        [Deterministic("only shown")]
        public static class Telemetry
        {
            public static int Calls;
        }
        """);

    [Fact]
    public Task Members_of_generic_types_are_shared_too() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore()
            {
                _ = {|REEN2006:Cache<int>.Hits|};
                {|REEN2006:Cache<int>.Items.Add(1)|};
            }
        }

        public static class Cache<T>
        {
            public static int Hits;
            public static readonly List<T> Items = new();
        }
        """);

    [Fact]
    public Task Mutable_statics_of_other_assemblies_are_shared_but_only_collections_of_known_kinds_are_judged() => DeterminismVerifier.VerifyWithLibraryAsync(
        """
        using System;
        using System.Collections.Generic;

        namespace Acme
        {
            public class Options { public string Name { get; set; } = ""; }

            public class Bag { public void Add(int item) { } }

            public static class Settings
            {
                public static int Level;
                public const int Limit = 1;
                public static readonly int Size = 2;
                public static Options Current { get; set; } = new Options();
                public static Options Fixed { get; } = new Options();
                public static List<int> Items { get; } = new List<int>();
                public static readonly Random Dice = new Random(1);
                public static readonly Bag Unknown = new Bag();
                public static event Action? Changed;
                public static void Raise() => Changed?.Invoke();
            }
        }

        namespace Microsoft.Acme
        {
            public static class Settings { public static int Level; public static int Size { get; set; } }
        }
        """,
        """
        using System;
        using Acme;
        using Reenact;

        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore()
            {
                _ = {|REEN2006:Settings.Level|};
                _ = Settings.Limit + Settings.Size;
                _ = {|REEN2006:Settings.Current|}.Name;
                _ = Settings.Fixed.Name + Settings.Items.Count;
                {|REEN2006:Settings.Fixed.Name|} = "a";
                {|REEN2006:Settings.Items.Add(1)|};
                _ = {|REEN2006:Settings.Dice|}.Next();
                Settings.Unknown.Add(1);
                {|REEN2006:Settings.Changed|} += () => { };
                _ = Microsoft.Acme.Settings.Level + Microsoft.Acme.Settings.Size;
            }
        }
        """);

    [Fact]
    public Task What_the_project_states_deterministic_is_not_flagged() => DeterminismVerifier.VerifyWithFilesAsync(
        Agent.Running("""
            var size = System.Text.RegularExpressions.Regex.CacheSize;
            var scope = ((AsyncLocal<string>)input).Value;
            System.Diagnostics.Contracts.Contract.ContractFailed += (_, _) => { };
            """),
        [("/0/Reenact.Determinism.txt", """
            P:System.Text.RegularExpressions.Regex.CacheSize = deterministic
            T:System.Threading.AsyncLocal`1 = deterministic | set by the agent alone
            E:System.Diagnostics.Contracts.Contract.ContractFailed = deterministic
            """)]);

    [Fact]
    public Task Methods_of_a_users_type_are_followed_not_guessed() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            private static readonly Counter Calls = new();

            [Replayed]
            public partial void Handle();

            private void HandleCore() => Calls.Add(1);
        }

        public class Counter
        {
            private int count;

            public void Add(int step) => count += step;
        }
        """);

    [Fact]
    public Task A_collection_type_of_the_users_own_is_changed_by_what_it_inherits() => DeterminismVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            private static readonly Names Known = new();

            [Replayed]
            public partial void Handle();

            private void HandleCore() => {|REEN2006:Known.Add("a")|};
        }

        public class Names : List<string>;
        """);

    [Theory]
    [InlineData("_ = {|#0:Stats.Hits|};", "Stats.Hits", "make it a field of the agent, make it readonly if nothing writes it, or mark it [Deterministic] if no result depends on it")]
    [InlineData("{|#0:Stats.Current.Items.Add(1)|};", "Stats.Current", "keep it in a field of the agent, or mark it [Deterministic] if it only caches results that are always the same")]
    [InlineData("_ = {|#0:Stats.Dice|};", "Stats.Dice", "use 'Deterministic.Random', or make it a field of the agent")]
    [InlineData("_ = {|#0:Stats.Flowing.Value|};", "Stats.Flowing", "pass the value as a parameter, or read it with 'Deterministic.Capture'")]
    public Task The_message_names_the_member_and_a_way_out(string statements, string member, string remedy) => DeterminismVerifier.VerifyAsync(
        [Agent.Running(statements), State],
        new DiagnosticResult(Descriptors.SharedState).WithLocation(0).WithArguments(member, remedy, "reached from SupportAgent.HandleAsync"));

    private static Task Verify(string statements) => DeterminismVerifier.VerifyAsync(Agent.Running(statements), State);
}
