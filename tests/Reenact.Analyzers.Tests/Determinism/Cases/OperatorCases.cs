namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>User-defined operators and conversions.</summary>
public sealed class OperatorCases
{
    public static CaseTable Rows => new()
    {
        { "a binary operator runs", "_ = new Plan() + new Plan();", "class Plan { public static Plan operator +(Plan a, Plan b) { _ = {|REEN2001:DateTime.Now|}; return a; } }" },
        { "another operator doesn't run", "_ = new Plan() + new Plan();", "class Plan { public static Plan operator +(Plan a, Plan b) => a; public static Plan operator -(Plan a, Plan b) { _ = DateTime.Now; return a; } }" },
        { "an operator runs in a compound assignment", "var plan = new Plan(); plan += new Plan();", "class Plan { public static Plan operator +(Plan a, Plan b) { _ = {|REEN2001:DateTime.Now|}; return a; } }" },
        { "a compound assignment operator of its own runs", "var plan = new Plan(); plan += 1;", "class Plan { public void operator +=(int size) => _ = {|REEN2001:DateTime.Now|}; }" },
        { "a compound assignment operator is preferred to the binary one", "var plan = new Plan(); plan += 1;", "class Plan { public static Plan operator +(Plan a, int b) { _ = Guid.NewGuid(); return a; } public void operator +=(int size) => _ = {|REEN2001:DateTime.Now|}; }" },
        { "a virtual compound assignment operator runs its override", "plan += 1;", "class Plan { public virtual void operator +=(int size) { } } class Real : Plan { public override void operator +=(int size) => _ = {|REEN2001:DateTime.Now|}; }", "Plan plan" },
        { "an increment operator runs", "var plan = new Plan(); plan++;", "class Plan { public static Plan operator ++(Plan a) { _ = {|REEN2001:DateTime.Now|}; return a; } }" },
        { "an instance increment operator runs", "var plan = new Plan(); ++plan;", "class Plan { public void operator ++() => _ = {|REEN2001:DateTime.Now|}; }" },
        { "a decrement operator runs", "var plan = new Plan(); --plan;", "class Plan { public static Plan operator --(Plan a) { _ = {|REEN2001:DateTime.Now|}; return a; } }" },
        { "a unary operator runs", "_ = -new Plan();", "class Plan { public static Plan operator -(Plan a) { _ = {|REEN2001:DateTime.Now|}; return a; } }" },
        { "not runs", "_ = !new Plan();", "class Plan { public static bool operator !(Plan a) => {|REEN2001:DateTime.Now|}.Year > 1; }" },
        { "a shift runs", "_ = new Plan() >>> 1;", "class Plan { public static Plan operator >>>(Plan a, int b) { _ = {|REEN2001:DateTime.Now|}; return a; } }" },
        { "a checked operator runs in a checked context", "_ = checked(new Plan() + new Plan());", "class Plan { public static Plan operator +(Plan a, Plan b) { _ = Guid.NewGuid(); return a; } public static Plan operator checked +(Plan a, Plan b) { _ = {|REEN2001:DateTime.Now|}; return a; } }" },
        { "the unchecked operator runs elsewhere", "_ = new Plan() + new Plan();", "class Plan { public static Plan operator +(Plan a, Plan b) { _ = {|REEN2002:Guid.NewGuid()|}; return a; } public static Plan operator checked +(Plan a, Plan b) { _ = DateTime.Now; return a; } }" },
        { "equality runs", "_ = new Plan() == new Plan();", "class Plan { public static bool operator ==(Plan a, Plan b) => {|REEN2001:DateTime.Now|}.Year > 1; public static bool operator !=(Plan a, Plan b) => Guid.NewGuid().Version > 1; }" },
        { "inequality runs", "_ = new Plan() != new Plan();", "class Plan { public static bool operator ==(Plan a, Plan b) => Guid.NewGuid().Version > 1; public static bool operator !=(Plan a, Plan b) => {|REEN2001:DateTime.Now|}.Year > 1; }" },
        { "is null runs no operator", "_ = new Plan() is null;", "class Plan { public static bool operator ==(Plan? a, Plan? b) => DateTime.Now.Year > 1; public static bool operator !=(Plan? a, Plan? b) => false; }" },
        { "== null runs the operator", "_ = new Plan() == null;", "class Plan { public static bool operator ==(Plan? a, Plan? b) => {|REEN2001:DateTime.Now|}.Year > 1; public static bool operator !=(Plan? a, Plan? b) => false; }" },
        { "a comparison of tuples runs the elements' operators", "_ = (new Plan(), 1) == (new Plan(), 2);", "class Plan { public static bool operator ==(Plan? a, Plan? b) => {|REEN2001:DateTime.Now|}.Year > 1; public static bool operator !=(Plan? a, Plan? b) => Guid.NewGuid().Version > 1; }" },
        { "a comparison of nested tuples runs the elements' operators", "_ = (1, (new Plan(), 1)) != (1, (new Plan(), 2));", "class Plan { public static bool operator ==(Plan? a, Plan? b) => Guid.NewGuid().Version > 1; public static bool operator !=(Plan? a, Plan? b) => {|REEN2001:DateTime.Now|}.Year > 1; }" },
        { "an implicit conversion runs", "int size = new Plan(); _ = size;", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "an explicit conversion runs", "_ = (int)new Plan();", "class Plan { public static explicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "an explicit checked conversion runs", "_ = checked((int)new Plan());", "class Plan { public static explicit operator int(Plan a) => Guid.NewGuid().Version; public static explicit operator checked int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "a conversion to another type doesn't run", "_ = (int)new Plan();", "class Plan { public static explicit operator int(Plan a) => 1; public static explicit operator string(Plan a) => Environment.UserName; }" },
        { "an implicit conversion of an argument runs", "Run(new Plan()); void Run(int size) { }", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "an implicit conversion of a params element runs", "Run(1, new Plan()); void Run(params int[] sizes) { }", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "an implicit conversion of an array element runs", "int[] sizes = [1, new Plan()]; _ = sizes;", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "an implicit conversion of a result runs", "_ = Read(); int Read() => new Plan();", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "an implicit conversion of a condition runs", "if (new Plan()) { }", "class Plan { public static implicit operator bool(Plan a) => {|REEN2003:Environment.ProcessId|} > 1; }" },
        { "an implicit conversion of a switch runs", "switch (new Plan()) { case 1: break; }", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "an implicit conversion of foreach's element runs", "foreach (int size in new Plan[1]) { }", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "an explicit conversion of foreach's element runs", "foreach (int size in new List<Plan>()) { }", "class Plan { public static explicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "a conversion in a deconstruction runs", "int a; (a, _) = (new Plan(), 1); _ = a;", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "a conversion of a tuple's element runs", "(int, int) pair = (new Plan(), 1); _ = pair;", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "a conversion of a whole tuple's element runs", "var plans = (new Plan(), 1); (int, int) pair = plans; _ = pair;", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "a conversion after ?? runs", "Plan? plan = null; int size = plan ?? new Plan(); _ = size;", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "a conversion of the left side of ?? runs", "Plan? plan = default(Plan); int size = plan ?? 1; _ = size;", "struct Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "conversions in a compound assignment run", "var plan = new Plan(); plan += 1;", "class Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; public static implicit operator Plan(int a) { _ = {|REEN2001:DateTime.Now|}; return new(); } }" },
        { "a lifted operator runs", "Plan? plan = new Plan(); _ = plan + plan;", "struct Plan { public static Plan operator +(Plan a, Plan b) { _ = {|REEN2001:DateTime.Now|}; return a; } }" },
        { "a lifted conversion runs", "Plan? plan = new Plan(); int? size = plan; _ = size;", "struct Plan { public static implicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "true runs in a condition", "if (new Plan()) { }", "class Plan { public static bool operator true(Plan a) => {|REEN2001:DateTime.Now|}.Year > 1; public static bool operator false(Plan a) => Guid.NewGuid().Version > 1; }" },
        { "true runs in a loop and in a conditional expression", "while (new Plan()) { } _ = new Other() ? 1 : 2;", "class Plan { public static bool operator true(Plan a) => {|REEN2001:DateTime.Now|}.Year > 1; public static bool operator false(Plan a) => Guid.NewGuid().Version > 1; } class Other { public static bool operator true(Other a) => {|REEN2002:Guid.NewGuid()|}.Version > 1; public static bool operator false(Other a) => false; }" },
        { "false and & run in &&", "_ = new Plan() && new Plan();", "class Plan { public static bool operator true(Plan a) => Guid.NewGuid().Version > 1; public static bool operator false(Plan a) => {|REEN2001:DateTime.Now|}.Year > 1; public static Plan operator &(Plan a, Plan b) { _ = {|REEN2003:Environment.ProcessId|}; return a; } }" },
        { "true and | run in ||", "_ = new Plan() || new Plan();", "class Plan { public static bool operator true(Plan a) => {|REEN2001:DateTime.Now|}.Year > 1; public static bool operator false(Plan a) => Guid.NewGuid().Version > 1; public static Plan operator |(Plan a, Plan b) { _ = {|REEN2003:Environment.ProcessId|}; return a; } }" },
        { "a static abstract operator runs the operators that types give", "_ = Add(new Plan(), new Plan()); static T Add<T>(T a, T b) where T : IPlan<T> => a + b;", "interface IPlan<T> where T : IPlan<T> { static abstract T operator +(T a, T b); } class Plan : IPlan<Plan> { public static Plan operator +(Plan a, Plan b) { _ = {|REEN2001:DateTime.Now|}; return a; } }" },
        { "an explicitly implemented operator runs", "_ = Add(new Plan(), new Plan()); static T Add<T>(T a, T b) where T : IPlan<T> => a + b;", "interface IPlan<T> where T : IPlan<T> { static abstract T operator +(T a, T b); } class Plan : IPlan<Plan> { static Plan IPlan<Plan>.operator +(Plan a, Plan b) { _ = {|REEN2001:DateTime.Now|}; return a; } }" },
        { "an extension operator runs", "_ = new Plan() + new Plan();", "class Plan; static class Adds { extension(Plan) { public static Plan operator +(Plan a, Plan b) { _ = {|REEN2001:DateTime.Now|}; return a; } } }" },
        { "an extension compound assignment operator runs", "var plan = new Plan(); plan += 1;", "class Plan; static class Adds { extension(Plan plan) { public void operator +=(int size) => _ = {|REEN2001:DateTime.Now|}; } }" },
        { "an operator of a base type runs", "_ = new Real() + new Real();", "class Plan { public static Plan operator +(Plan a, Plan b) { _ = {|REEN2001:DateTime.Now|}; return a; } } class Real : Plan;" },
        { "a record's own == is fine where its members are", "_ = new Plan(1) == new Plan(2);", "record Plan(int Size);" },
        { "operators of numbers are fine", "var a = 1; a += 2; a++; _ = a * 3 + -a; _ = 1.5m + 2m; _ = TimeSpan.FromSeconds(1) + TimeSpan.Zero;" },
        { "an operator in an index runs", "_ = (new int[3])[(int)new Plan()];", "class Plan { public static explicit operator int(Plan a) => {|REEN2003:Environment.ProcessId|}; }" },
        { "a range operator's operands run", "_ = (new int[3])[{|REEN2003:Environment.ProcessId|}..^{|REEN2003:Environment.ProcessorCount|}];" },
        { "a conversion of a method's own type parameter runs", "_ = (string)new Plan<int>();", "class Plan<T> { public static explicit operator string(Plan<T> a) => {|REEN2003:Environment.UserName|}; }" },
        { "a relational pattern runs no operator", "_ = input is > 3;", "" },
        { "a constant pattern of a span runs no operator", "_ = \"a\".AsSpan() is \"a\";", "" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Holds(string why, string replayed, string code, string given) => Case.VerifyAsync(why, replayed, code, given);
}
