namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>What the compiler writes for records, and structs.</summary>
public sealed class RecordCases
{
    public static CaseTable Rows => new()
    {
        { "a record's ToString reads its properties", "_ = plan.ToString();", "sealed record Plan { public string Name => {|REEN2003:Environment.UserName|}; }", "Plan plan" },
        { "a record's ToString runs its PrintMembers", "_ = plan.ToString();", "record Plan { protected virtual bool PrintMembers(System.Text.StringBuilder to) { to.Append({|REEN2003:Environment.UserName|}); return true; } }", "Plan plan" },
        { "a record's PrintMembers stands for its properties", "_ = plan.ToString();", "record Plan { public string Name => Environment.UserName; protected virtual bool PrintMembers(System.Text.StringBuilder to) => true; }", "Plan plan" },
        { "a record's ToString reads the base's properties", "_ = plan.ToString();", "record Root { public string Name => {|REEN2003:Environment.UserName|}; } sealed record Plan : Root;", "Plan plan" },
        { "a record's ToString doesn't read static and private properties", "_ = plan.ToString();", "sealed record Plan { public static string Name => Environment.UserName; private string Other => Environment.MachineName; }", "Plan plan" },
        { "a record's ToString shows its parts", "_ = plan.ToString();", "sealed record Plan(Part Part); class Part { public override string ToString() => {|REEN2003:Environment.UserName|}; }", "Plan plan" },
        { "a record's ToString of derived records", "_ = plan.ToString();", "record Plan(string Size); sealed record Real(string Size) : Plan(Size) { public string Name => {|REEN2003:Environment.UserName|}; }", "Plan plan" },
        { "a record's own ToString runs", "_ = plan.ToString();", "sealed record Plan { public string Name => Environment.UserName; public override string ToString() => {|REEN2003:Environment.MachineName|}; }", "Plan plan" },
        { "a record in an interpolation is shown", "_ = $\"{plan}\";", "sealed record Plan { public string Name => {|REEN2003:Environment.UserName|}; }", "Plan plan" },
        { "a record struct's ToString reads its properties", "_ = plan.ToString();", "record struct Plan { public string Name => {|REEN2003:Environment.UserName|}; }", "Plan plan" },
        { "a record's == compares its parts", "_ = plan == null;", "sealed record Plan(Part Part); class Part { public override bool Equals(object? other) => {|REEN2001:DateTime.Now|}.Year > 1; }", "Plan? plan" },
        { "a record's != compares its parts", "_ = plan != new Plan(new Part());", "sealed record Plan(Part Part); class Part { public override bool Equals(object? other) => {|REEN2001:DateTime.Now|}.Year > 1; }", "Plan? plan" },
        { "a record's Equals compares the parts of a base", "_ = plan.Equals(null);", "record Root(Part Part); sealed record Plan(Part Part) : Root(Part); class Part { public override bool Equals(object? other) => {|REEN2001:DateTime.Now|}.Year > 1; }", "Plan plan" },
        { "a record's own Equals runs and its parts' doesn't", "_ = plan == null;", "sealed record Plan(Part Part) { public bool Equals(Plan? other) => {|REEN2002:Guid.NewGuid()|}.Version > 1; } class Part { public override bool Equals(object? other) => DateTime.Now.Year > 1; }", "Plan? plan" },
        { "a record's Equals doesn't read computed properties", "_ = plan == null;", "sealed record Plan(int Size) { public string Name => Environment.UserName; }", "Plan? plan" },
        { "a record's Deconstruct reads the properties of its parameters", "var (size, name) = plan;", "sealed record Plan(int Size, string Name) { public int Size { get => {|REEN2003:Environment.ProcessId|}; init => _ = value; } public string Other => Environment.UserName; }", "Plan plan" },
        { "a record's Deconstruct of its own runs", "var (a, b) = plan;", "sealed record Plan(int Size) { public void Deconstruct(out int a, out int b) { (a, b) = (1, {|REEN2003:Environment.ProcessId|}); } }", "Plan plan" },
        { "a record's positional pattern reads the properties of its parameters", "_ = plan is (1, _);", "sealed record Plan(int Size, string Name) { public int Size { get => {|REEN2003:Environment.ProcessId|}; init => _ = value; } }", "Plan plan" },
        { "with of a record runs field initializers never", "_ = plan with { };", "sealed record Plan { public int Size { get; } = Environment.ProcessId; }", "Plan plan" },
        { "with of a derived record runs its copy constructor", "_ = plan with { };", "record Plan { } sealed record Real : Plan { public Real() { } public Real(Real other) : base(other) => _ = {|REEN2001:DateTime.Now|}; }", "Plan plan" },
        { "a copy constructor of a base record runs", "_ = plan with { };", "record Root { public Root() { } protected Root(Root other) => _ = {|REEN2001:DateTime.Now|}; } sealed record Plan : Root;", "Plan plan" },
        { "with's values run", "_ = plan with { Size = {|REEN2003:Environment.ProcessId|} };", "sealed record Plan(int Size);", "Plan plan" },
        { "with of an anonymous type is fine", "_ = new { A = 1 } with { A = 2 };" },
        { "a record's parameter default is constant", "_ = new Plan();", "sealed record Plan(int Size = 1);" },
        { "a record's base arguments run", "_ = new Plan(1);", "record Root(int Size); sealed record Plan(int Size) : Root(Size + {|REEN2003:Environment.ProcessId|});" },
        { "a record's property that stands for its parameter is initialized", "_ = new Plan(1);", "sealed record Plan(int Size) { public int Size { get; } = Size + {|REEN2003:Environment.ProcessId|}; }" },
        { "making a record runs neither ToString nor Equals", "_ = new Plan(1);", "sealed record Plan(int Size) { public override string ToString() => Environment.UserName; public bool Equals(Plan? other) => DateTime.Now.Year > 1; public override int GetHashCode() => 1; }" },
        { "a record's GetHashCode of its own runs", "_ = plan.GetHashCode();", "sealed record Plan(int Size) { public override int GetHashCode() => {|REEN2003:Environment.ProcessId|}; }", "Plan plan" },
        { "a readonly struct's method runs", "plan.Run();", "readonly struct Plan { public void Run() => _ = {|REEN2001:DateTime.Now|}; }", "Plan plan" },
        { "a ref struct's method runs", "new Plan().Run();", "ref struct Plan { public void Run() => _ = {|REEN2001:DateTime.Now|}; }" },
        { "a struct's override of ToString runs", "_ = plan.ToString();", "struct Plan { public override string ToString() => {|REEN2003:Environment.UserName|}; }", "Plan plan" },
        { "a nullable struct's member runs", "_ = plan?.Size; _ = plan!.Value.Size;", "struct Plan { public int Size => {|REEN2003:Environment.ProcessId|}; }", "Plan? plan" },
        { "a ref return is called", "Plan.At(0) = 1;", "static class Plan { public static ref int At(int index) { _ = {|REEN2001:DateTime.Now|}; return ref System.Runtime.CompilerServices.Unsafe.NullRef<int>(); } }" },
        { "a tuple's values run", "var pair = (A: {|REEN2003:Environment.ProcessId|}, B: 1); _ = pair.A;" },
        { "a tuple swap runs nothing", "var (a, b) = (1, 2); (a, b) = (b, a);" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Holds(string why, string replayed, string code, string given) => Case.VerifyAsync(why, replayed, code, given);
}
