namespace Reenact.Generators.Tests.Running;

/// <summary>Methods that differ by little are told apart, and calls that come before their recorded turn wait for it.</summary>
public sealed class OverloadTests : IDisposable
{
    private const string Source = """
        namespace Acme
        {
            public interface IFind
            {
                string Find(ref int value);
            }

            public partial class Tools : IFind
            {
                [Recorded]
                public partial string Find(int value);

                [Recorded]
                public partial string Find(long value);

                [Recorded]
                public partial string Find(out int value);

                [Recorded]
                public partial string Find<T>(int value) where T : notnull;

                private string FindCore(int value) => "int" + Agent.Runs++;

                private string FindCore(long value) => "long" + Agent.Runs++;

                private string FindCore(out int value) => "out" + (value = Agent.Runs++);

                private string FindCore<T>(int value) where T : notnull => typeof(T).Name + Agent.Runs++;

                string IFind.Find(ref int value) => Other.Tools<string>.Inner.Find(ref value);

                [Recorded]
                public partial Task<string> LookAsync(string name);

                private async Task<string> LookCoreAsync(string name)
                {
                    await Task.Delay(5);
                    return name + Agent.Runs++;
                }

                [Recorded]
                public partial void Reserve(string name, ref int left, out string seat);

                private void ReserveCore(string name, ref int left, out string seat)
                {
                    left -= name.Length;
                    seat = name + Agent.Runs++;
                }
            }

            public partial class Agent
            {
                public static int Runs;
                public static string Slow = "a";

                [Replayed]
                public partial Task<string> WorkAsync(string name, IProgress<string> progress);

                private async Task<string> WorkCoreAsync(string name, IProgress<string> progress)
                {
                    progress.Report("begin " + name);
                    var found = await new Tools().LookAsync(name);
                    progress.Report("end " + name);
                    return found;
                }

                public static async Task<string> RunAsync(string request)
                {
                    var tools = new Tools();
                    switch (request)
                    {
                        case "twins":
                            var value = 5;
                            return $"{tools.Find(5)} {tools.Find(5L)} {tools.Find(out var given)} {given} {tools.Find<string>(5)} {((IFind)tools).Find(ref value)} {value}";
                        case "changed":
                            return Slow == "a" ? tools.Find(5) + tools.Find(5L) : tools.Find(5L) + tools.Find(5);
                        case "wait":
                            // Calls in flight at once: which of them came first in the recording is no matter of the code.
                            await Task.WhenAll(tools.LookAsync("x"), tools.LookAsync("y"));
                            return string.Join(' ', (await Task.WhenAll(Order(Work))).Order());
                        default:
                            var pending = tools.LookAsync("x");
                            await tools.LookAsync("y");
                            pending = tools.LookAsync("z");
                            var reserved = string.Join(' ', Order(Reserve).Order());
                            return await pending + reserved;
                    }

                    static T[] Order<T>(Func<string, T> start) => Slow == "a" ? [start("bb"), start("a")] : [start("a"), start("bb")];

                    static async Task<string> Work(string name)
                    {
                        var heard = new List<string>();
                        var worked = await new Agent().WorkAsync(name, new Handler<string>(heard.Add));
                        return $"{worked} ({string.Join(", ", heard)})";
                    }

                    static string Reserve(string name)
                    {
                        var left = 10;
                        new Tools().Reserve(name, ref left, out var seat);
                        return $"{seat} {left}";
                    }
                }
            }

            public sealed class Handler<T>(Action<T> handle) : IProgress<T>
            {
                public void Report(T value) => handle(value);
            }
        }

        namespace Acme.Other
        {
            public partial class Tools<T>
                where T : class
            {
                public static partial class Inner
                {
                    [Recorded]
                    public static partial string Find(ref int value);

                    private static string FindCore(ref int value) => "ref" + (value += Agent.Runs++);
                }
            }
        }
        """;

    private static readonly AgentRun Shared = new(Source);

    private readonly AgentRun agent = Shared;

    [Fact]
    public async Task Overloads_and_twins_are_told_apart()
    {
        agent.Write("Runs", 0);
        var recorded = await agent.RecordAsync("twins");
        Assert.Equal("int0 long1 out2 2 String3 ref9 9", recorded);
        Assert.Equal(recorded, await agent.ReplayAsync("twins"));
        Assert.Equal(5, agent.Read<int>("Runs"));
    }

    [Fact]
    public async Task An_overload_is_not_served_from_another_although_its_arguments_are_the_same()
    {
        agent.Write("Slow", "a");
        await agent.RecordAsync("changed");
        agent.Write("Slow", "b");
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => agent.ReplayAsync("changed"));
        Assert.Equal(DivergenceKind.OrderDiffers, divergence.Divergence.Kind);
    }

    [Fact]
    public async Task A_replayed_method_that_waits_for_its_turn_reports_to_its_own_caller()
    {
        var recorded = await Record("wait");
        Assert.Equal(recorded, await agent.ReplayAsync("wait"));
    }

    [Fact]
    public async Task A_call_that_gives_out_values_before_its_turn_is_served_its_own()
    {
        var recorded = await Record("reserve");
        Assert.Equal(recorded, await agent.ReplayAsync("reserve"));
    }

    public void Dispose() => File.Delete(agent.Recording);

    /// <summary>Records, and has the replay start the other branch first.</summary>
    private async Task<string> Record(string request)
    {
        agent.Write("Slow", "a");
        var recorded = await agent.RecordAsync(request);
        agent.Write("Slow", "bb");
        return recorded;
    }
}
