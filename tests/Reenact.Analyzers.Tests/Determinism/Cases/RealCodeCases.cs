namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>Shapes of large code bases that are easily taken for offences, and those next to them that are.</summary>
public sealed class RealCodeCases
{
    public static CaseTable Rows => new()
    {
        { "a private static field that only lacks readonly", "_ = Plan.Next();", "static class Plan { private static string[] names = [\"a\"]; public static string Next() => names[0]; }" },
        { "a private static field that the static constructor sets", "_ = Plan.Next();", "static class Plan { private static int size; static Plan() => size = 1; public static int Next() => size; }" },
        { "what a private static field holds may change all the same", "Plan.Next();", "static class Plan { private static List<int> items = []; public static void Next() => {|REEN2006:items.Add(1)|}; }" },
        { "a private static field that another method sets", "_ = Plan.Next();", "static class Plan { private static int size = 1; public static void Grow() => size = 2; public static int Next() => {|REEN2006:size|}; }" },
        { "a private static field that a nested type sets", "_ = Plan.Next();", "static class Plan { private static int size = 1; public static int Next() => {|REEN2006:size|}; public static class Inner { public static void Grow() => Plan.size++; } }" },
        { "a private static field that is handed out as a place", "_ = Plan.Next();", "static class Plan { private static int size = 1; public static void Grow() => Interlocked.Increment(ref size); public static int Next() => {|REEN2006:size|}; }" },
        { "a private static field that is deconstructed into", "_ = Plan.Next();", "static class Plan { private static int a, b; public static void Grow() => (a, b) = (1, 2); public static int Next() => {|REEN2006:b|}; public static int A => a; }" },
        { "a private static field that a lambda in the static constructor sets", "_ = Plan.Next();", "static class Plan { private static int size; public static readonly Action Grow; static Plan() => Grow = () => {|REEN2006:size|} = 1; public static int Next() => {|REEN2006:size|}; }" },
        { "a private static field of a struct whose methods may change it", "_ = Plan.Next();", "struct Counter { private int at; public int Step() => ++at; } static class Plan { private static Counter counter; public static int Next() => {|REEN2006:counter|}.Step(); }" },
        { "a public static field may be set by anybody", "_ = {|REEN2006:Plan.Size|};", "static class Plan { public static int Size = 1; }" },
        { "a private static field per thread", "_ = Plan.Next();", "static class Plan { [ThreadStatic] private static string? name; public static string Next() => {|REEN2006:name|} ??= \"a\"; }" },

        { "a static that is made when it is first asked for", "_ = Plan.Options;", "static class Plan { private static Dictionary<string, int>? options; public static Dictionary<string, int> Options => options ??= new(StringComparer.Ordinal); }" },
        { "a static property that is made when it is first asked for", "_ = Plan.Options;", "static class Plan { public static List<string> Options => field ??= Create(true); private static List<string> Create(bool all) => all ? [\"a\"] : []; }" },
        { "a static that is made with the help of Interlocked", "_ = Plan.Options;", "static class Plan { private static List<string>? options; public static List<string> Options => options ?? Interlocked.CompareExchange(ref options, new(), null) ?? options; }" },
        { "what a static that is made when it is first asked for holds may change", "{|REEN2006:Plan.Options.Add(\"a\")|};", "static class Plan { private static List<string>? options; public static List<string> Options => options ??= []; }" },
        { "what its first caller hands in decides what a static holds", "_ = Plan.Of(\"a\");", "static class Plan { private static string? name; public static string Of(string given) => {|REEN2006:name|} ??= given; }" },
        { "what an object holds decides what a static holds", "_ = new Plan(\"a\").Name;", "class Plan(string given) { private static List<string>? names; public string Name => ({|REEN2006:names|} ??= new() { given })[0]; }" },
        { "what is awaited decides what a static holds", "_ = await Plan.NextAsync();", "static class Plan { private static string? name; public static async Task<string> NextAsync() => {|REEN2006:name|} ??= await LoadAsync(); private static async Task<string> LoadAsync() { await Task.Yield(); return \"a\"; } }" },

        { "an integer in an exception's message", "if (size > 3) throw new ArgumentException($\"{size} is too large\");", "", "int size" },
        { "an amount in an exception's message is a suggestion", "if (size > 3) throw new ArgumentException($\"{|REEN2009~:{size}|} is too large\");", "", "double size" },
        { "an integer in the message of a method that throws", "Check.Fail($\"{size} is too large\");", "static class Check { [System.Diagnostics.CodeAnalysis.DoesNotReturn] public static void Fail(string message) => throw new ArgumentException(message); }", "int size" },
        { "an amount that an object other than an exception is made of", "_ = new Plan($\"{|REEN2009:{size}|}\");", "class Plan(string name) { public string Name => name; }", "double size" },
        { "a key and a number of things are never negative", "_ = $\"{orderId} {id} {count} {maxBytes}\"; _ = new Plan { ItemCount = 1 }.ToString();", "class Plan { public int ItemCount; public override string ToString() => $\"{ItemCount}\"; }", "int orderId; int id; int count; long maxBytes" },
        { "a word that only ends like one for a number of things", "_ = $\"{|REEN2009~:{grid}|} {|REEN2009~:{discount}|}\";", "", "int grid; int discount" },
        { "an index that counts down to zero", "for (var i = 4; i >= 0; i--) _ = $\"{i}\";" },
        { "an index that counts down below zero", "for (var i = 4; i >= -3; i--) _ = $\"{|REEN2009~:{i}|}\";" },
        { "the number of an enumeration's member", "_ = $\"{(int)status}\";", "", "System.Net.HttpStatusCode status" },
        { "the number of an enumeration's member that may be negative", "_ = $\"{|REEN2009~:{(int)mode}|}\";", "enum Mode { Off = -1, On }", "Mode mode" },
        { "the number of characters behind a pointer", "unsafe { fixed (char* first = \"abc\") _ = new System.Text.StringBuilder().Append(first, size); }", "", "int size" },

        { "the only element of a set", "_ = names.Count == 1 ? names.First() : null;", "", "HashSet<string> names" },
        { "the only element of a set, in a statement", "if (names.Count == 1) _ = names.First();", "", "HashSet<string> names" },
        { "the first of two elements of a set", "_ = names.Count == 2 ? {|REEN2008~:names|}.First() : null;", "", "HashSet<string> names" },
        { "the first element of another set", "_ = others.Count == 1 ? {|REEN2008~:names|}.First() : null;", "", "HashSet<string> names; HashSet<string> others" },
        { "the first element of a set that has not one", "_ = names.Count == 1 ? null : {|REEN2008~:names|}.First();", "", "HashSet<string> names" },

        { "a property that every implementation only keeps", "_ = plan.Name + plan.Kind;", "interface IPlan { string Name { get; } string Kind { get; } } record Short(string Name) : IPlan { public string Kind => \"short\"; } class Long : IPlan { public string Name { get; set; } = \"\"; public string Kind { get => \"long\"; } }", "IPlan plan" },
        { "a property that some implementation computes", "_ = {|REEN2012~:plan.Name|};", "interface IPlan { string Name { get; } } record Short(string Name) : IPlan; class Long : IPlan { public string Name => ToString()!; }", "IPlan plan" },
        { "a delegate that is only kept for later", "Keep(make);", "partial class Agent { private static void Keep(Func<int> made) => Note(made); private static void Note(Func<int> made) => _ = made is not null; }", "Func<int> make" },
        { "a delegate that is handed on to be called", "Keep({|REEN2012~:make|});", "partial class Agent { private static void Keep(Func<int> made) => Note(made); private static void Note(Func<int> made) => made(); }", "Func<int> make" },
        { "a delegate that goes in circles", "Keep(make);", "partial class Agent { private static void Keep(Func<int> made) => Note(made); private static void Note(Func<int> made) => Keep(made); }", "Func<int> make" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Holds(string why, string replayed, string code, string given) => Case.VerifyAsync(why, replayed, code, given);
}
