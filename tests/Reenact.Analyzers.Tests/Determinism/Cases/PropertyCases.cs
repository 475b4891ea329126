namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>Properties, indexers and events: which accessors run.</summary>
public sealed class PropertyCases
{
    public static CaseTable Rows => new()
    {
        { "a getter runs when the property is read", "_ = new Plan().Size;", "class Plan { public int Size => {|REEN2003:Environment.ProcessId|}; }" },
        { "a getter with a body runs when the property is read", "_ = new Plan().Size;", "class Plan { public int Size { get { return {|REEN2003:Environment.ProcessId|}; } } }" },
        { "an arrow getter runs when the property is read", "_ = new Plan().Size;", "class Plan { public int Size { get => {|REEN2003:Environment.ProcessId|}; set { } } }" },
        { "a getter doesn't run when the property is written", "new Plan().Size = 1;", "class Plan { public int Size { get => Environment.ProcessId; set { } } }" },
        { "a setter runs when the property is written", "new Plan().Size = 1;", "class Plan { public int Size { get => 1; set => _ = {|REEN2003:Environment.ProcessId|}; } }" },
        { "a setter doesn't run when the property is read", "_ = new Plan().Size;", "class Plan { public int Size { get => 1; set => _ = Environment.ProcessId; } }" },
        { "an init accessor runs in an object initializer", "_ = new Plan { Size = 1 };", "class Plan { public int Size { get => 1; init => _ = {|REEN2003:Environment.ProcessId|}; } }" },
        { "an init accessor that nothing calls doesn't run", "_ = new Plan();", "class Plan { public int Size { get => 1; init => _ = Environment.ProcessId; } }" },
        { "an init accessor runs in with", "_ = new Plan() with { Size = 1 };", "record Plan { public int Size { get => 1; init => _ = {|REEN2003:Environment.ProcessId|}; } }" },
        { "both accessors run in a compound assignment", "new Plan().Size += 1;", "class Plan { public int Size { get => {|REEN2003:Environment.ProcessId|}; set => _ = {|REEN2001:DateTime.Now|}; } }" },
        { "both accessors run in an increment", "var plan = new Plan(); plan.Size++;", "class Plan { public int Size { get => {|REEN2003:Environment.ProcessId|}; set => _ = {|REEN2001:DateTime.Now|}; } }" },
        { "both accessors run in a prefix decrement", "var plan = new Plan(); --plan.Size;", "class Plan { public int Size { get => {|REEN2003:Environment.ProcessId|}; set => _ = {|REEN2001:DateTime.Now|}; } }" },
        { "both accessors run in ??=", "new Plan().Name ??= \"a\";", "class Plan { public string? Name { get => {|REEN2003:Environment.UserName|}; set => _ = {|REEN2001:DateTime.Now|}; } }" },
        { "a setter runs as the target of a deconstruction", "var plan = new Plan(); (plan.Size, _) = (1, 2);", "class Plan { public int Size { get => Environment.ProcessId; set => _ = {|REEN2001:DateTime.Now|}; } }" },
        { "a setter runs as a nested target of a deconstruction", "var plan = new Plan(); (_, (plan.Size, _)) = (1, (2, 3));", "class Plan { public int Size { get => Environment.ProcessId; set => _ = {|REEN2001:DateTime.Now|}; } }" },
        { "getters run on the right side of a deconstruction", "var plan = new Plan(); (var a, var b) = (plan.Size, 1);", "class Plan { public int Size => {|REEN2003:Environment.ProcessId|}; }" },
        { "the getter of a tuple element that is itself deconstructed runs", "var (a, b) = new Plan().Sizes;", "class Plan { public (int, int) Sizes => ({|REEN2003:Environment.ProcessId|}, 1); }" },
        { "an indexer's getter runs when it is read", "_ = new Plan()[1];", "class Plan { public int this[int at] { get => {|REEN2003:Environment.ProcessId|}; set => _ = Guid.NewGuid(); } }" },
        { "an indexer's setter runs when it is written", "new Plan()[1] = 2;", "class Plan { public int this[int at] { get => Environment.ProcessId; set => _ = {|REEN2002:Guid.NewGuid()|}; } }" },
        { "the index is looked at too", "new Plan()[{|REEN2003:Environment.ProcessId|}] = 2;", "class Plan { public int this[int at] { get => 1; set { } } }" },
        { "an indexer's setter runs in an object initializer", "_ = new Plan { [1] = 2 };", "class Plan { public int this[int at] { get => Environment.ProcessId; set => _ = {|REEN2002:Guid.NewGuid()|}; } }" },
        { "a nested initializer reads the property it fills", "_ = new Plan { Inner = { Size = 1 } };", "class Plan { public Inner Inner => new(new int[{|REEN2003:Environment.ProcessId|}]); } class Inner(int[] sizes) { public int Size { get => Environment.ProcessId; set => sizes[0] = {|REEN2002:Guid.NewGuid()|}.Version; } }" },
        { "an overload of an indexer that isn't used doesn't run", "_ = new Plan()[1];", "class Plan { public int this[int at] => 1; public int this[string at] => Environment.ProcessId; }" },
        { "an automatic property is fine", "var plan = new Plan { Size = 1 }; plan.Size++; _ = plan.Size;", "class Plan { public int Size { get; set; } }" },
        { "a getter with field runs", "_ = new Plan().Size;", "class Plan { public int Size => field + {|REEN2003:Environment.ProcessId|}; }" },
        { "a setter with field runs", "new Plan().Size = 1;", "class Plan { public int Size { get; set => field = value + {|REEN2003:Environment.ProcessId|}; } }" },
        { "a static getter runs", "_ = Plan.Size;", "static class Plan { public static int Size => {|REEN2003:Environment.ProcessId|}; }" },
        { "a getter runs behind ?.", "_ = plan?.Size;", "class Plan { public int Size => {|REEN2003:Environment.ProcessId|}; }", "Plan? plan" },
        { "a setter runs behind ?. =", "plan?.Size = 1;", "class Plan { public int Size { get => Environment.ProcessId; set => _ = {|REEN2001:DateTime.Now|}; } }", "Plan? plan" },
        { "an indexer runs behind ?[", "_ = plan?[1];", "class Plan { public int this[int at] => {|REEN2003:Environment.ProcessId|}; }", "Plan? plan" },
        { "a ref getter that is assigned runs", "new Plan().Size = 1;", "class Plan { private int size; public ref int Size { get { _ = {|REEN2001:DateTime.Now|}; return ref size; } } }" },
        { "a ref getter that is incremented runs", "new Plan().Size++;", "class Plan { private int size; public ref int Size { get { _ = {|REEN2001:DateTime.Now|}; return ref size; } } }" },
        { "a ref getter as a ref argument runs", "Set(ref new Plan().Size); void Set(ref int x) => x = 1;", "class Plan { private int size; public ref int Size { get { _ = {|REEN2001:DateTime.Now|}; return ref size; } } }" },
        { "a ref getter as a target of a deconstruction runs", "(new Plan().Size, _) = (1, 2);", "class Plan { private int size; public ref int Size { get { _ = {|REEN2001:DateTime.Now|}; return ref size; } } }" },
        { "a getter in nameof doesn't run", "_ = nameof(Plan.Size);", "class Plan { public static int Size => Environment.ProcessId; }" },
        { "an abstract property's overriding getter runs", "_ = plan.Size;", "abstract class Plan { public abstract int Size { get; set; } } class Real : Plan { public override int Size { get => {|REEN2003:Environment.ProcessId|}; set => _ = Guid.NewGuid(); } }", "Plan plan" },
        { "an overriding setter runs though only it is overridden", "plan.Size = 1;", "class Plan { public virtual int Size { get; set; } } class Real : Plan { public override int Size { set => _ = {|REEN2002:Guid.NewGuid()|}; } }", "Plan plan" },
        { "a base property's getter runs and the override doesn't", "new Real().Run();", "class Plan { public virtual int Size => {|REEN2003:Environment.ProcessId|}; } class Real : Plan { public override int Size => Guid.NewGuid().Version; public void Run() => _ = base.Size; }" },
        { "an interface's property leads to its only implementation", "_ = plan.Size;", "interface IPlan { int Size { get; } } class Plan : IPlan { int IPlan.Size => {|REEN2003:Environment.ProcessId|}; public int Size => Guid.NewGuid().Version; }", "IPlan plan" },
        { "a partial property's getter runs", "_ = new Plan().Size;", "partial class Plan { public partial int Size { get; } public partial int Size { get => {|REEN2003:Environment.ProcessId|}; } }" },
        { "a partial property with an arrow runs", "_ = new Plan().Size;", "partial class Plan { public partial int Size { get; } public partial int Size => {|REEN2003:Environment.ProcessId|}; }" },
        { "a partial indexer's setter runs", "new Plan()[0] = 1;", "partial class Plan { public partial int this[int i] { get; set; } public partial int this[int i] { get => Environment.ProcessId; set => _ = {|REEN2002:Guid.NewGuid()|}; } }" },
        { "an event's add runs at +=", "new Plan().Done += () => { };", "class Plan { public event Action Done { add => _ = {|REEN2001:DateTime.Now|}; remove => _ = Guid.NewGuid(); } }" },
        { "an event's remove runs at -=", "new Plan().Done -= () => { };", "class Plan { public event Action Done { add => _ = DateTime.Now; remove => _ = {|REEN2002:Guid.NewGuid()|}; } }" },
        { "a partial event's add runs", "new Plan().Done += () => { };", "partial class Plan { public partial event Action Done; public partial event Action Done { add => _ = {|REEN2001:DateTime.Now|}; remove => _ = Guid.NewGuid(); } }" },
        { "an overriding add runs", "plan.Done += () => { };", "abstract class Plan { public abstract event Action Done; } class Real : Plan { public override event Action Done { add => _ = {|REEN2001:DateTime.Now|}; remove => _ = Guid.NewGuid(); } }", "Plan plan" },
        { "a getter runs in a property pattern", "_ = plan is { Size: > 1 };", "class Plan { public int Size => {|REEN2003:Environment.ProcessId|}; }", "Plan plan" },
        { "getters run in an extended property pattern", "_ = plan is { Inner.Size: > 1 };", "class Plan { public Inner Inner => new({|REEN2001:DateTime.Now|}.Year); } class Inner(int size) { public int Size => size + {|REEN2003:Environment.ProcessId|}; }", "Plan plan" },
        { "a getter runs in a switch expression's property pattern", "_ = plan switch { { Size: 1 } => 1, _ => 2 };", "class Plan { public int Size => {|REEN2003:Environment.ProcessId|}; }", "Plan plan" },
        { "a getter runs in a case's property pattern", "switch (input) { case Plan { Size: 1 }: break; }", "class Plan { public int Size => {|REEN2003:Environment.ProcessId|}; }" },
        { "a getter doesn't run in a type pattern", "_ = input is Plan; _ = input is Plan plan; _ = input switch { Plan => 1, _ => 2 };", "class Plan { public int Size => Environment.ProcessId; }" },
        { "the initializer of a property that a constructor runs", "_ = new Plan();", "class Plan { public int Size { get; } = {|REEN2003:Environment.ProcessId|}; }" },
        { "the initializer of a property of an object that comes from outside is its host's", "_ = plan.Size;", "class Plan { public int Size { get; } = Environment.ProcessId; }", "Plan plan" },
        { "a getter that calls another one", "_ = new Plan().Size;", "class Plan { public int Size => Other; private int Other => {|REEN2003:Environment.ProcessId|}; }" },
        { "a getter that calls itself", "_ = new Plan().Size;", "class Plan { public int Size => {|REEN2003:Environment.ProcessId|} > 1 ? Size : 1; }" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Holds(string why, string replayed, string code, string given) => Case.VerifyAsync(why, replayed, code, given);
}
