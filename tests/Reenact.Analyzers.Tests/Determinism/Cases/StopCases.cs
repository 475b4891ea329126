namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>Where following stops, where it begins, and what suppresses.</summary>
public sealed class StopCases
{
    private const string Recorded = "partial class Agent { [Recorded] public partial int Read(int at); private int ReadCore(int at) => DateTime.Now.Year; } ";

    public static CaseTable Rows => new()
    {
        { "a recorded body is not followed", "_ = Read(1);", Recorded },
        { "a recorded method's argument is checked", "_ = Read({|REEN2003:Environment.ProcessId|});", Recorded },
        { "a recorded method's receiver is checked", "_ = new Tools({|REEN2003:Environment.ProcessId|}).Read();", "partial class Tools(int size) { [Recorded] public partial int Read(); private int ReadCore() => DateTime.Now.Year + size; }" },
        { "what the receiver's constructor runs is checked", "_ = new Tools().Read();", "partial class Tools { private readonly int size = {|REEN2003:Environment.ProcessId|}; [Recorded] public partial int Read(); private int ReadCore() => DateTime.Now.Year + size; }" },
        { "an argument's call is followed", "_ = Read(Plan.Next());", Recorded + "static class Plan { public static int Next() => {|REEN2003:Environment.ProcessId|}; }" },
        { "a recorded core that is called directly runs", "_ = ReadCore(1);", "partial class Agent { [Recorded] public partial int Read(int at); private int ReadCore(int at) => {|REEN2001:DateTime.Now|}.Year; }" },
        { "a recorded async method is not followed", "_ = await ReadAsync();", "partial class Agent { [Recorded] public partial Task<int> ReadAsync(); private async Task<int> ReadCoreAsync() { await Task.Delay(10); return DateTime.Now.Year; } }" },
        { "a recorded stream is not followed", "await foreach (var item in ReadAsync()) { }", "partial class Agent { [Recorded] public partial IAsyncEnumerable<int> ReadAsync(); private async IAsyncEnumerable<int> ReadCoreAsync() { await Task.Yield(); yield return DateTime.Now.Year; } }" },
        { "a recorded static method is not followed", "_ = Tools.Read();", "static partial class Tools { [Recorded] public static partial int Read(); private static int ReadCore() => DateTime.Now.Year; }" },
        { "a recorded override is not followed", "_ = tools.Read();", "abstract class Tools { public abstract int Read(); } partial class Real : Tools { [Recorded] public override partial int Read(); private int ReadCore() => DateTime.Now.Year; }", "Tools tools" },
        { "an override beside a recorded one is followed", "_ = tools.Read();", "abstract class Tools { public abstract int Read(); } partial class Real : Tools { [Recorded] public override partial int Read(); private int ReadCore() => DateTime.Now.Year; } class Other : Tools { public override int Read() => {|REEN2003:Environment.ProcessId|}; }", "Tools tools" },
        { "an interface whose only implementation is recorded is not followed", "_ = tools.Read();", "interface ITools { int Read(); } partial class Tools : ITools { [Recorded] public partial int Read(); private int ReadCore() => DateTime.Now.Year; }", "ITools tools" },
        { "another replayed method is a root of its own", "_ = input;", "partial class Other { [Replayed] public partial int Go(); private int GoCore() => {|REEN2003:Environment.ProcessId|}; }" },
        { "a replayed method that replayed code calls is reported once", "_ = new Other().Go();", "partial class Other { [Replayed] public partial int Go(); private int GoCore() => {|REEN2003:Environment.ProcessId|}; }" },
        { "what two roots reach is reported once", "Plan.Run();", "static class Plan { public static void Run() => _ = {|REEN2001:DateTime.Now|}; } partial class Other { [Replayed] public partial void Go(); private void GoCore() => Plan.Run(); }" },
        { "a replayed method of a struct", "_ = input;", "partial struct Other { [Replayed] public partial int Go(); private int GoCore() => {|REEN2003:Environment.ProcessId|}; }" },
        { "a static replayed method", "_ = input;", "static partial class Other { [Replayed] public static partial int Go(); private static int GoCore() => {|REEN2003:Environment.ProcessId|}; }" },
        { "a generic replayed method of a generic type", "_ = input;", "partial class Other<T> { [Replayed] public partial int Go<U>([IgnoreRecorded] U value); private int GoCore<U>(U value) => {|REEN2003:Environment.ProcessId|}; }" },
        { "a replayed method in a nested type", "_ = input;", "static partial class Outer { public partial class Other { [Replayed] public partial int Go(); private int GoCore() => {|REEN2003:Environment.ProcessId|}; } }" },
        { "a replayed stream", "_ = input;", "partial class Other { [Replayed] public partial IAsyncEnumerable<int> GoAsync(); private async IAsyncEnumerable<int> GoCoreAsync() { await Task.Yield(); yield return {|REEN2003:Environment.ProcessId|}; } }" },
        { "a replayed method by its full name", "_ = input;", "partial class Other { [Reenact.ReplayedAttribute] public partial int Go(); private int GoCore() => {|REEN2003:Environment.ProcessId|}; }" },
        { "a replayed method by an alias", "_ = input;", "\n//// Alias.cs\nglobal using Again = Reenact.ReplayedAttribute;\n//// Other.cs\npartial class Other { [Again] public partial int Go(); private int GoCore() => {|REEN2003:Environment.ProcessId|}; }" },
        { "the core in another part of the type, in another file", "_ = input;", "\n//// A.cs\npartial class Other { [Replayed] public partial int Go(); }\n//// B.cs\npartial class Other { private int GoCore() => {|REEN2003:Environment.ProcessId|}; }" },
        { "an attribute of the same name is another one", "_ = input;", "\n//// Other.cs\nnamespace Mine; class ReplayedAttribute : Attribute; class Other { [Replayed] public int Go() => Environment.ProcessId; public int GoCore() => Environment.ProcessId; }" },
        { "a member stated deterministic is not followed", "_ = Plan.Next();", "static class Plan { [Deterministic(\"logged\")] public static int Next() => Environment.ProcessId; }" },
        { "its arguments are checked", "_ = Plan.Next({|REEN2003:Environment.ProcessId|});", "static class Plan { [Deterministic(\"logged\")] public static int Next(int at) => Environment.ProcessId; }" },
        { "a type stated deterministic is not followed", "_ = Plan.Next();", "[Deterministic(\"logged\")] static class Plan { public static int Next() => Environment.ProcessId; }" },
        { "a type nested in one stated deterministic is not followed", "_ = Plan.Inner.Next();", "[Deterministic(\"logged\")] static class Plan { public static class Inner { public static int Next() => Environment.ProcessId; } }" },
        { "a property stated deterministic is not followed", "_ = Plan.Next;", "static class Plan { [Deterministic(\"logged\")] public static int Next => Environment.ProcessId; }" },
        { "a replayed method stated deterministic is no root", "_ = input;", "partial class Other { [Replayed, Deterministic(\"checked by hand\")] public partial int Go(); private int GoCore() => Environment.ProcessId; }" },
        { "a member stated deterministic speaks for its overrides", "_ = plan.Next();", "class Plan { [Deterministic(\"pure\")] public virtual int Next() => Environment.ProcessId; } class Real : Plan { public override int Next() => Environment.ProcessorCount; }", "Plan plan" },
        { "Capture's delegate is not followed", "_ = Deterministic.Capture(\"cores\", () => Environment.ProcessorCount);" },
        { "Capture's static lambda is not followed", "_ = Deterministic.Capture(\"cores\", static () => Environment.ProcessorCount);" },
        { "Capture's method group is not followed", "_ = Deterministic.Capture(\"cores\", Plan.Next);", "static class Plan { public static int Next() => Environment.ProcessId; }" },
        { "Capture's foreign method group is not followed", "_ = Deterministic.Capture(\"id\", Guid.NewGuid);" },
        { "Capture's name is checked", "_ = Deterministic.Capture({|REEN2003:Environment.MachineName|}, () => 1);" },
        { "what a Capture's lambda calls is not followed", "_ = Deterministic.Capture(\"a\", () => Plan.Next());", "static class Plan { public static int Next() => Environment.ProcessId; }" },
        { "what is also called outside a Capture is", "_ = Deterministic.Capture(\"a\", () => Plan.Next()); _ = Plan.Next();", "static class Plan { public static int Next() => {|REEN2003:Environment.ProcessId|}; }" },
        { "a Capture of one's own is another one", "_ = Mine.Capture(\"a\", () => {|REEN2003:Environment.ProcessId|});", "static class Mine { public static T Capture<T>(string name, Func<T> read) => read(); }" },
        { "members of Deterministic are fine", "_ = Deterministic.UtcNow; _ = Deterministic.NewGuid(); _ = Deterministic.Random.Next(); _ = Deterministic.CreateVersion7(); await Deterministic.Delay(TimeSpan.FromSeconds(1)); _ = Deterministic.GetEnvironmentVariable(\"A\");" },
        { "a lambda that a replay runs", "_ = input;", "static class Tests { public static Task Go(SessionReplay replay) => replay.RunAsync(() => { _ = {|REEN2001:DateTime.Now|}; return Task.CompletedTask; }); }" },
        { "an async lambda that a replay runs", "_ = input;", "static class Tests { public static Task Go(SessionReplay replay) => replay.RunAsync(async () => { await Task.Yield(); _ = {|REEN2001:DateTime.Now|}; }); }" },
        { "a lambda with a result that a replay runs", "_ = input;", "static class Tests { public static Task Go(SessionReplay replay) => replay.RunAsync(() => Task.FromResult({|REEN2003:Environment.ProcessId|})); }" },
        { "a method group that a replay runs", "_ = input;", "static class Tests { public static Task Go(SessionReplay replay) => replay.RunAsync(Run); private static Task Run() { _ = {|REEN2001:DateTime.Now|}; return Task.CompletedTask; } }" },
        { "a local function that a replay runs", "_ = input;", "static class Tests { public static Task Go(SessionReplay replay) { return replay.RunAsync(Run); Task Run() { _ = {|REEN2001:DateTime.Now|}; return Task.CompletedTask; } } }" },
        { "a lambda in a local that a replay runs", "_ = input;", "static class Tests { public static Task Go(SessionReplay replay) { Func<Task> run = () => { _ = {|REEN2001:DateTime.Now|}; return Task.CompletedTask; }; return replay.RunAsync(run); } }" },
        { "what a replay's lambda calls is followed", "_ = input;", "static class Tests { public static Task Go(SessionReplay replay) => replay.RunAsync(() => Plan.Go()); } static class Plan { public static async Task Go() { await Task.Yield(); _ = {|REEN2001:DateTime.Now|}; } }" },
        { "what surrounds a replay's lambda is the host's", "_ = input;", "static class Tests { public static Task Go(SessionReplay replay) { _ = DateTime.Now; return replay.RunAsync(() => Task.CompletedTask); } }" },
        { "a replay in top-level statements", "_ = input;", "\n//// Program.cs\nusing var replay = Session.Replay(\"a.reenact\"); _ = DateTime.Now; await replay.RunAsync(async () => { await Task.Yield(); _ = {|REEN2001:DateTime.Now|}; });" },
        { "a replay in a constructor", "_ = input;", "class Tests { public Tests(SessionReplay replay) => replay.RunAsync(() => { _ = {|REEN2001:DateTime.Now|}; return Task.CompletedTask; }); }" },
        { "a replay in a lambda", "_ = input;", "class Tests { public Func<SessionReplay, Task> Go = replay => replay.RunAsync(() => { _ = {|REEN2001:DateTime.Now|}; return Task.CompletedTask; }); }" },
        { "a RunAsync of another type is another one", "_ = input;", "class Mine { public Task RunAsync(Func<Task> run) => run(); } static class Tests { public static Task Go(Mine mine) => mine.RunAsync(() => { _ = DateTime.Now; return Task.CompletedTask; }); }" },
        { "a pragma suppresses", "\n#pragma warning disable REEN2001\n_ = DateTime.Now;\n#pragma warning restore REEN2001\n_ = {|REEN2001:DateTime.UtcNow|};" },
        { "a pragma for all rules suppresses", "\n#pragma warning disable\n_ = DateTime.Now;\n#pragma warning restore\n" },
        { "a pragma of another rule doesn't", "\n#pragma warning disable REEN2002\n_ = {|REEN2001:DateTime.Now|};\n#pragma warning restore REEN2002\n" },
        { "SuppressMessage on a method suppresses what stands in it", "Plan.Run();", "static class Plan { [System.Diagnostics.CodeAnalysis.SuppressMessage(\"Reenact.Determinism\", \"REEN2001\")] public static void Run() => _ = DateTime.Now; }" },
        { "SuppressMessage on a type suppresses what stands in it", "Plan.Run();", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Reenact.Determinism\", \"REEN2001\")] static class Plan { public static void Run() => _ = DateTime.Now; }" },
        { "SuppressMessage for the assembly suppresses", "_ = DateTime.Now;", "\n//// Suppress.cs\n[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Reenact.Determinism\", \"REEN2001\")]" },
        { "a suppressed call doesn't hide what it leads to", "\n#pragma warning disable REEN2001\nPlan.Run();\n#pragma warning restore REEN2001\n", "static class Plan { public static void Run() => _ = {|REEN2001:DateTime.Now|}; }" },
        { "an offence in generated code stands at the call", "{|REEN2001:Plan.Run()|};", "\n//// Plan.g.cs\nstatic class Plan { public static void Run() => _ = System.DateTime.Now; }" },
        { "an offence in a file with the header stands at the call", "{|REEN2001:Plan.Run()|};", "\n//// Plan.cs\n// <auto-generated/>\nstatic class Plan { public static void Run() => _ = System.DateTime.Now; }" },
        { "an offence behind generated code stands where it is", "Plan.Run();", "\n//// Plan.g.cs\nstatic class Plan { public static void Run() => Real.Run(); }\n//// Real.cs\nstatic class Real { public static void Run() => _ = {|REEN2001:DateTime.Now|}; }" },
        { "one diagnostic stands at one expression", "_ = new Random({|REEN2001:DateTime.Now|}.Millisecond);" },
        { "the receiver of a receiver is reported alone", "_ = {|REEN2001:DateTime.Now|}.AddDays(1).Date.Year;" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Holds(string why, string replayed, string code, string given) => Case.VerifyAsync(why, replayed, code, given);
}
