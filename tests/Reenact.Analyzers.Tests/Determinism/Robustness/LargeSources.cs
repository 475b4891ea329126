namespace Reenact.Analyzers.Tests.Determinism.Robustness;

/// <summary>Sources that grow with a number, each large in a way of its own.</summary>
internal static class LargeSources
{
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int, string>>
    {
        ["a chain of calls with an offence in each"] = size =>
            Agent("Step0();", Many(size, static i => $"void Step{i}() {{ _ = DateTime.Now; Step{i + 1}(); }}") + $"void Step{size}() {{ }}"),
        ["many methods that one root calls"] = size =>
            Agent(Many(size, static i => $"Step{i}();"), Many(size, static i => $"void Step{i}() {{ _ = DateTime.Now; }}")),
        ["one long body"] = size =>
            Agent("var plan = new Plan(); var total = 0; var map = new Dictionary<string, int>(); " + Many(size, static i => $"total += plan.Next({i}); Say($\"{{total}}\"); map[\"a{i}\"] = total; Say(plan.ToString());"),
                "void Say(string text) { } class Plan { public virtual int Next(int size) => size; public override string ToString() => \"\"; }"),
        ["numbers in locals that are shown"] = size =>
            Agent(Many(size, static i => $"int n{i} = Size(); Say($\"{{n{i}}}\");"), "int Size() => 1; void Say(string text) { }"),
        ["lambdas in locals"] = size =>
            Agent(Many(size, static i => $"Func<int> f{i} = () => {i}; _ = f{i}();"), ""),
        ["collections in locals that are enumerated"] = size =>
            Agent(Many(size, static i => $"var set{i} = new HashSet<string>(); foreach (var each in set{i}) Say(each); foreach (var each in set{i}) set{i}.Contains(each); var names{i} = set{i}.ToList(); names{i}.Sort(string.CompareOrdinal);"), "void Say(string text) { }"),
        ["tasks in locals"] = size =>
            Agent(Many(size, static i => $"var task{i} = RunAsync(); var all{i} = Task.WhenAll(task{i}); all{i}.ToString();"), "async Task RunAsync() => await Task.Yield();"),
        ["objects in locals of which virtual members run"] = size =>
            Agent(Many(size, static i => $"var plan{i} = new Plan(); plan{i}.Next();"), "class Plan { public virtual void Next() { } } class Other : Plan { public override void Next() => _ = DateTime.Now; }"),
        ["recorded calls that take locals"] = size =>
            Agent(Many(size, static i => $"var list{i} = new List<int>(); Fill(list{i}); Say(list{i});"), "[Reenact.Recorded] public void Fill(List<int> list) { } private void FillCore(List<int> list) { list.Add(1); } void Say(object text) { }"),
        ["static objects behind locals"] = size =>
            Agent(Many(size, static i => $"var list{i} = Lists[{i}]; list{i}.Add(1);"), "private static readonly List<List<int>> Lists = [];"),
        ["nested calls"] = size => Agent("_ = " + Times(size, "Same(") + "1" + Times(size, ")") + ";", "int Same(int number) => number;"),
        ["a sum of many parts"] = size => Agent("var total = input.GetHashCode(); var text = \"\"" + Many(size, static i => $" + {i} + total") + ";", ""),
        ["a fluent chain"] = size => Agent("_ = this" + Times(size, ".Next()") + ";", "Agent Next() => this;"),
        ["overrides of one virtual method"] = size =>
            Agent(Many(50, static i => $"Run{i}(null!);"), Many(50, static i => $"void Run{i}(Plan each) => each.Next();") + "class Plan { public virtual void Next() { } }" + Many(size, static i => $"class Plan{i} : Plan {{ public override void Next() => _ = DateTime.Now; }}")),
        ["implementations of one interface"] = size =>
            Agent(Many(50, static i => $"Run{i}(null!);"), Many(50, static i => $"void Run{i}(IPlan each) => each.Next();") + "interface IPlan { void Next(); }" + Many(size, static i => $"class Plan{i} : IPlan {{ public void Next() => _ = DateTime.Now; }}")),
        ["a type at the end of many others"] = size =>
            Agent("new Plan0().Next();", "class Plan0 { public virtual void Next() { } }" + Many(size, static i => $"class Plan{i + 1} : Plan{i} {{ public override void Next() => base.Next(); }}")),
        ["roots that reach all offences"] = size =>
            Agent("Step0();", Many(size, static i => $"[Reenact.Replayed] public void Root{i}() {{ }} private void Root{i}Core() => Step0();")
                + Many(size, static i => $"void Step{i}() {{ _ = DateTime.Now; Step{i + 1}(); }}") + $"void Step{size}() => Step0();"),
        ["roots that lead down a chain"] = size =>
            Agent("Step0();", Many(size, static i => $"[Reenact.Replayed] public void Root{i}() {{ }} private void Root{i}Core() => Step{i}();")
                + Many(size, static i => $"void Step{i}() {{ _ = DateTime.Now; Step{i + 1}(); }}") + $"void Step{size}() {{ }}"),
        ["roots in many circles"] = size =>
            Agent("Step0();", Many(size, static i => $"[Reenact.Replayed] public void Root{i}() {{ }} private void Root{i}Core() => Step{i}();")
                + Many(size, static i => $"void Step{i}() {{ _ = DateTime.Now; Step{i + 1}(); Step{i / 2}(); }}") + $"void Step{size}() {{ }}"),
        ["delegates in fields"] = size =>
            Agent(Many(size, static i => $"Run{i}();"), Many(size, static i => $"private readonly Func<int> f{i} = () => Environment.ProcessId; private Func<int>? g{i}; void Run{i}() {{ g{i} = f{i}; _ = f{i}() + g{i}(); }}")),
        ["static fields"] = size =>
            Agent(Many(size, static i => $"_ = field{i}; Step{i}();"), Many(size, static i => $"private static int field{i} = 1; private static string? name{i}; void Step{i}() => _ = name{i} ??= \"a\";")),
        ["methods that hand on delegates"] = size =>
            Agent("Step0(() => 1);", Many(size, static i => $"void Step{i}(Func<int> made) => Step{i + 1}(made);") + $"void Step{size}(Func<int> made) => made();"),
    };

    private static string Agent(string replayed, string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        public partial class Agent
        {
            [Reenact.Replayed]
            public void Handle(object input) { }

            private void HandleCore(object input)
            {
                {{replayed}}
            }

            {{members}}
        }
        """;

    private static string Many(int count, Func<int, string> part) => string.Join("\n", Enumerable.Range(0, count).Select(part));

    private static string Times(int count, string part) => string.Concat(Enumerable.Repeat(part, count));
}
