using System.Text;

namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>
/// Code made of members of all kinds that use each other at random, with offences in some of them. The code itself says what must be found:
/// exactly the offences in members that a path of uses leads to, where each use runs.
/// </summary>
internal sealed class RandomCode
{
    /// <summary>Declarations whose code is the body, and what runs it. The other accessor or overload holds an offence that nothing runs.</summary>
    private static readonly (string Declaration, string Use)[] Kinds =
    [
        ("static class N# { public static void Run() { $ } public static void Run(int other) => _ = DateTime.Now; }", "N#.Run();"),
        ("static class N# { public static void Run<T>(T value) { $ } }", "N#.Run(1);"),
        ("static class N#<T> { public static void Run() { $ } }", "N#<int>.Run();"),
        ("static class N# { public static void Run#(this int value) { $ } }", "1.Run#();"),
        ("static class N# { extension(object value) { public void Run#() { $ } } }", "new object().Run#();"),
        ("class N# { public int Size { get { $ return 1; } set => _ = DateTime.Now; } }", "_ = new N#().Size;"),
        ("class N# { public int Size { get => DateTime.Now.Year; set { $ } } }", "new N#().Size = 1;"),
        ("class N# { public int Size { get => DateTime.Now.Year; init { $ } } }", "_ = new N# { Size = 1 };"),
        ("class N# { public int this[int at] { get { $ return 1; } set => _ = DateTime.Now; } }", "_ = new N#()[0];"),
        ("class N# { public event Action Done { add { $ } remove => _ = DateTime.Now; } }", "new N#().Done += null;"),
        ("class N# { public N#() { $ } public N#(int other) => _ = DateTime.Now; }", "_ = new N#();"),
        ("class N# { public N#() : this(1) { } private N#(int other) { $ } }", "_ = new N#();"),
        ("class R# { protected R#() { $ } } class N# : R#;", "_ = new N#();"),
        ("class N# { private readonly int size = new Func<int>(() => { $ return 1; })(); public int Size => size; }", "_ = new N#();"),
        ("class N# { static N#() { $ } public static void Run() { } }", "N#.Run();"),
        ("static class N# { public static readonly int Size = new Func<int>(() => { $ return 1; })(); }", "_ = N#.Size;"),
        ("class N# { public static N# operator +(N# a, N# b) { $ return a; } public static N# operator -(N# a, N# b) { _ = DateTime.Now; return a; } }", "_ = new N#() + new N#();"),
        ("class N# { public static explicit operator int(N# a) { $ return 1; } }", "_ = (int)new N#();"),
        ("class R# { public virtual void Run() { } } class N# : R# { public override void Run() { $ } } static class G# { public static void Run(R# r) => r.Run(); }", "G#.Run(null!);"),
        ("class N# { public virtual void Run() { $ } } class R# : N# { public override void Run() => _ = DateTime.Now; }", "new N#().Run();"),
        ("interface I# { void Run(); } class N# : I# { void I#.Run() { $ } public void Run() => _ = DateTime.Now; } static class G# { public static void Run(I# i) => i.Run(); }", "G#.Run(null!);"),
        ("interface I# { static abstract void Run(); } class N# : I# { public static void Run() { $ } } static class G# { public static void Run<T>() where T : I# => T.Run(); }", "G#.Run<N#>();"),
        ("static class N# { public static IEnumerable<int> All() { $ yield return 1; } }", "foreach (var item% in N#.All()) { }"),
        ("class N# : IDisposable { public void Dispose() { $ } }", "using (new N#()) { }"),
        ("class N# { public void Deconstruct(out int a, out int b) { $ (a, b) = (1, 2); } }", "(_, _) = new N#();"),
        ("class N# : List<int> { public new void Add(int item) { $ } }", "_ = new N# { 1 };"),
        ("class N# { public override string ToString() { $ return \"\"; } }", "_ = \"a\" + new N#();"),
        ("static class N# { public static void Run() { Action run = () => { $ }; run(); } }", "N#.Run();"),
        ("static class N# { public static void Run() { Inner(); void Inner() { $ } } }", "N#.Run();"),
        ("static class N# { private static readonly Action Held = () => { $ }; public static void Run() => Held(); }", "N#.Run();"),
        ("sealed record N#(string Name) { protected string Shown { get { $ return Name; } } private bool PrintMembers(System.Text.StringBuilder to) { to.Append(Shown); return true; } }", "_ = new N#(\"a\").ToString();"),
    ];

    /// <summary>Declarations at which following stops.</summary>
    private static readonly (string Declaration, string Use)[] Stops =
    [
        ("static partial class N# { [Recorded] public static partial int Run(); private static int RunCore() { $ return 1; } }", "N#.Run();"),
        ("static class N# { [Deterministic(\"logged\")] public static void Run() { $ } }", "N#.Run();"),
        ("[Deterministic(\"logged\")] static class N# { public static int Size { get { $ return 1; } } }", "_ = N#.Size;"),
    ];

    /// <summary>Ways to write a use so that it runs; <c>%</c> is a number of its own.</summary>
    private static readonly string[] Live =
    [
        "$", "$", "$", "if (new object().Equals(1)) { $ }", "try { $ } finally { }", "Local%(); void Local%() { $ }", "new List<int>().ForEach(x% => { $ });",
        "Action run% = () => { $ }; run%();", "_ = new[] { 1 }.Select(x% => { $ return 1; }).ToList();", "for (var i% = 0; i% < 3; i%++) { $ }",
    ];

    /// <summary>Ways to write a use so that it never runs.</summary>
    private static readonly string[] Dead =
    [
        "Action never% = () => { $ };", "void Never%() { $ }", "_ = Deterministic.Capture(\"a\", () => { $ return 1; });",
        "System.Linq.Expressions.Expression<Func<DateTime>> tree% = () => DateTime.Now;", "_ = nameof(DateTime.Now);",
    ];

    private static readonly (string Rule, string Code)[] Offences =
    [
        ("REEN2001", "DateTime.UtcNow"), ("REEN2002", "Guid.NewGuid()"), ("REEN2003", "Environment.ProcessId"), ("REEN2004", "File.Exists(\"a\")"),
    ];

    private readonly Random random;
    private readonly (string Declaration, string Use, bool IsStop)[] members;
    private readonly List<(int To, bool IsLive)>[] uses;
    private int numbers;

    public RandomCode(int seed, int count)
    {
        random = new Random(seed);
        members = new (string, string, bool)[count];
        uses = new List<(int, bool)>[count + 1];
        for (var i = 0; i <= count; i++)
            uses[i] = [.. Enumerable.Range(0, random.Next(i == count ? 3 : 0, 4)).Select(_ => (random.Next(count), random.Next(4) > 0))];
        for (var i = 0; i < count; i++)
        {
            var isStop = random.Next(8) == 0;
            var (declaration, use) = isStop ? Stops[random.Next(Stops.Length)] : Kinds[random.Next(Kinds.Length)];
            members[i] = (Numbered(declaration, i), Numbered(use, i), isStop);
        }
    }

    /// <summary>The statements of the replayed method, and the code beside it, with what must be found marked.</summary>
    public (string Replayed, string Code) Write()
    {
        var reached = Reached();
        var code = new StringBuilder();
        for (var i = 0; i < members.Length; i++)
        {
            if (i % 5 == 4)
                code.Append($"\n//// File{i}.cs\n");
            var (rule, offence) = Offences[random.Next(Offences.Length)];
            var own = random.Next(3) == 0 ? "" : reached.Contains(i) ? $"_ = {{|{rule}:{offence}|}}; " : $"_ = {offence}; ";
            code.AppendLine(members[i].Declaration.Replace("$", own + Body(i), StringComparison.Ordinal));
        }

        return (Body(members.Length), code.ToString());
    }

    private HashSet<int> Reached()
    {
        var reached = new HashSet<int>();
        var left = new Stack<int>([members.Length]);
        while (left.TryPop(out var at))
        {
            foreach (var (to, isLive) in uses[at])
            {
                if (isLive && !members[to].IsStop && reached.Add(to))
                    left.Push(to);
            }
        }

        return reached;
    }

    private string Body(int member) => string.Concat(uses[member].Select(use =>
    {
        var ways = use.IsLive ? Live : Dead;
        return ways[random.Next(ways.Length)].Replace("$", members[use.To].Use + " ", StringComparison.Ordinal).Replace("%", $"{numbers++}", StringComparison.Ordinal);
    }));

    private static string Numbered(string text, int number) => text.Replace("#", $"{number}", StringComparison.Ordinal);
}
