namespace Reenact.Analyzers.Tests.Determinism;

public sealed class UseDeterministicTests
{
    [Theory]
    [InlineData("{|REEN2001:DateTime.UtcNow|}", "Deterministic.UtcNow.UtcDateTime")]
    [InlineData("{|REEN2001:DateTime.Now|}.Year", "Deterministic.Capture(\"now\", static () => DateTime.Now).Year")]
    [InlineData("{|REEN2001:DateTime.Today|}", "Deterministic.Capture(\"today\", static () => DateTime.Today)")]
    [InlineData("{|REEN2001:DateTimeOffset.UtcNow|}", "Deterministic.UtcNow")]
    [InlineData("{|REEN2001:DateTimeOffset.Now|}", "Deterministic.Capture(\"now\", static () => DateTimeOffset.Now)")]
    [InlineData("{|REEN2001:TimeProvider.System|}.GetUtcNow()", "Deterministic.TimeProvider.GetUtcNow()")]
    [InlineData("{|REEN2001:System.Diagnostics.Stopwatch.GetTimestamp()|}", "Deterministic.TimeProvider.GetTimestamp()")]
    [InlineData("{|REEN2001:System.Diagnostics.Stopwatch.GetElapsedTime(5)|}", "Deterministic.TimeProvider.GetElapsedTime(5)")]
    [InlineData("{|REEN2002:Guid.NewGuid()|}.ToString()", "Deterministic.NewGuid().ToString()")]
    [InlineData("{|REEN2002:Guid.CreateVersion7()|}", "Deterministic.CreateVersion7()")]
    [InlineData("new Func<Guid>({|REEN2002:Guid.NewGuid|})", "new Func<Guid>(Deterministic.NewGuid)")]
    [InlineData("{|REEN2002:new Random()|}.Next()", "Deterministic.Random.Next()")]
    [InlineData("{|REEN2002:Random.Shared|}.Next()", "Deterministic.Random.Next()")]
    [InlineData("{|REEN2001:Environment.TickCount64|}", "(long)Deterministic.TimeProvider.GetElapsedTime(0).TotalMilliseconds")]
    [InlineData("{|REEN2001:Environment.TickCount64|}.Equals(5)", "((long)Deterministic.TimeProvider.GetElapsedTime(0).TotalMilliseconds).Equals(5)")]
    [InlineData("{|REEN2001:Environment.TickCount|}", "Deterministic.Capture(\"tickCount\", static () => Environment.TickCount)")]
    [InlineData("{|REEN2002:Path.GetRandomFileName()|}", "Deterministic.Capture(\"randomFileName\", static () => Path.GetRandomFileName())")]
    [InlineData("{|REEN2003:Environment.MachineName|}.Length", "Deterministic.Capture(\"machineName\", static () => Environment.MachineName).Length")]
    [InlineData("{|REEN2003:Environment.ExpandEnvironmentVariables((string)input)|}", "Deterministic.Capture(\"expandEnvironmentVariables\", () => Environment.ExpandEnvironmentVariables((string)input))")]
    [InlineData("{|REEN2003:OperatingSystem.IsWindows()|}", "Deterministic.Capture(\"isWindows\", static () => OperatingSystem.IsWindows())")]
    [InlineData("{|REEN2005:new CancellationTokenSource(100)|}", "new CancellationTokenSource(TimeSpan.FromMilliseconds(100), Deterministic.TimeProvider)")]
    [InlineData("{|REEN2005:new PeriodicTimer(TimeSpan.FromSeconds(1))|}", "new PeriodicTimer(TimeSpan.FromSeconds(1), Deterministic.TimeProvider)")]
    [InlineData("await {|REEN2005:((Task<int>)input).WaitAsync(TimeSpan.FromSeconds(1), cancellationToken)|}", "await ((Task<int>)input).WaitAsync(TimeSpan.FromSeconds(1), Deterministic.TimeProvider, cancellationToken)")]
    [InlineData("{|REEN2003:Environment.GetEnvironmentVariable(\"A\")|}", "Deterministic.GetEnvironmentVariable(\"A\")")]
    public Task An_expression_keeps_its_type(string offending, string deterministic) =>
        UseDeterministicVerifier.VerifyAsync(Agent.Evaluating(offending), Agent.Evaluating(deterministic));

    [Theory]
    [InlineData("{|REEN2005:Task.Delay(TimeSpan.FromSeconds(1))|}", "Deterministic.Delay(TimeSpan.FromSeconds(1))")]
    [InlineData("{|REEN2005:Task.Delay(delay: TimeSpan.Zero, cancellationToken)|}", "Deterministic.Delay(TimeSpan.Zero, cancellationToken)")]
    [InlineData("{|REEN2005:Task.Delay(50)|}", "Deterministic.Delay(TimeSpan.FromMilliseconds(50))")]
    [InlineData("{|REEN2005:Task.Delay(50, cancellationToken)|}.ConfigureAwait(false)", "Deterministic.Delay(TimeSpan.FromMilliseconds(50), cancellationToken).ConfigureAwait(false)")]
    public Task A_wait_keeps_its_length(string offending, string deterministic) =>
        UseDeterministicVerifier.VerifyAsync(Agent.Running($"await {offending};"), Agent.Running($"await {deterministic};"));

    [Theory]
    [InlineData("{|REEN2001:System.Diagnostics.Stopwatch.StartNew()|}")]
    [InlineData("{|REEN2003:Environment.OSVersion|}")]
    [InlineData("{|REEN2003:System.Globalization.CultureInfo.CurrentCulture|}.Name")]
    [InlineData("{|REEN2005:new CancellationTokenSource(-1)|}")]
    [InlineData("{|REEN2002:Guid.CreateVersion7(DateTimeOffset.UnixEpoch)|}")]
    [InlineData("{|REEN2005:Task.Delay(-1)|}")]
    [InlineData("{|REEN2005:Task.Delay((short)-1)|}")]
    [InlineData("{|REEN2005:Task.Delay(Timeout.Infinite, cancellationToken)|}")]
    [InlineData("(Func<TimeSpan, Task>){|REEN2005:Task.Delay|}")]
    public Task What_nothing_replaces_is_left_alone(string offending) => UseDeterministicVerifier.VerifyNoFixAsync(Agent.Evaluating(offending));

    [Theory]
    [InlineData("{|REEN2003:Environment.ExitCode|} = 3;")]
    [InlineData("{|REEN2003:Environment.ExitCode|}++;")]
    [InlineData("--{|REEN2003:Environment.ExitCode|};")]
    [InlineData("{|REEN2003:Environment.ExitCode|} += 1;")]
    [InlineData("{|REEN2003:Environment.CurrentDirectory|} = \"x\";")]
    [InlineData("({|REEN2003:Environment.ExitCode|}, var second) = (1, 2); input.Equals(second);")]
    public Task What_is_written_is_no_value_to_replace(string statement) => UseDeterministicVerifier.VerifyNoFixAsync(Agent.Running(statement));

    [Theory]
    [InlineData("new { {|REEN2001:DateTime.UtcNow|} }.UtcNow", "new { UtcNow = Deterministic.UtcNow.UtcDateTime }.UtcNow")]
    [InlineData("new { {|REEN2001:DateTime.UtcNow|}.Year }.Year", "new { Deterministic.UtcNow.UtcDateTime.Year }.Year")]
    [InlineData("new { {|REEN2001:DateTimeOffset.UtcNow|} }.UtcNow", "new { Deterministic.UtcNow }.UtcNow")]
    [InlineData("new { {|REEN2001:Environment.TickCount|} }.TickCount", "new { TickCount = Deterministic.Capture(\"tickCount\", static () => Environment.TickCount) }.TickCount")]
    [InlineData("new { /* a */ {|REEN2003:Environment.MachineName|}, B = {|REEN2003:Environment.MachineName|} }", "new { /* a */ MachineName = Deterministic.Capture(\"machineName\", static () => Environment.MachineName), B = Deterministic.Capture(\"machineName\", static () => Environment.MachineName) }")]
    [InlineData("({|REEN2001:DateTime.UtcNow|}, 1).UtcNow", "(UtcNow: Deterministic.UtcNow.UtcDateTime, 1).UtcNow")]
    [InlineData("(At: {|REEN2001:DateTime.UtcNow|}, 1).At", "(At: Deterministic.UtcNow.UtcDateTime, 1).At")]
    [InlineData("({|REEN2001:DateTime.UtcNow|}, Deterministic.UtcNow)", "(Deterministic.UtcNow.UtcDateTime, Deterministic.UtcNow)")]
    [InlineData("(((DateTime At, int))({|REEN2001:DateTime.UtcNow|}, 1)).At", "(((DateTime At, int))(Deterministic.UtcNow.UtcDateTime, 1)).At")]
    public Task A_name_taken_from_the_expression_stays(string offending, string deterministic) =>
        UseDeterministicVerifier.VerifyAsync(Agent.Evaluating(offending), Agent.Evaluating(deterministic));

    [Theory]
    [InlineData("await {|REEN2005:Task.Delay((short)input)|};", "await Deterministic.Delay(TimeSpan.FromMilliseconds((short)input));")]
    [InlineData("await {|REEN2005:Task.Delay((ushort)input, cancellationToken)|};", "await Deterministic.Delay(TimeSpan.FromMilliseconds((ushort)input), cancellationToken);")]
    [InlineData("{|REEN2005:Thread.Sleep((sbyte)input)|};", "await Deterministic.Delay(TimeSpan.FromMilliseconds((sbyte)input));")]
    [InlineData("using var source = {|REEN2005:new CancellationTokenSource((byte)input)|};", "using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds((byte)input), Deterministic.TimeProvider);")]
    public Task Small_numbers_are_milliseconds_too(string offending, string deterministic) =>
        UseDeterministicVerifier.VerifyAsync(Agent.Running(offending), Agent.Running(deterministic));

    [Fact]
    public Task All_in_a_file_are_fixed_and_comments_stay() => UseDeterministicVerifier.VerifyAsync(
        Agent.Running("""
            var a = /* before */ {|REEN2001:DateTime.UtcNow|}; // after
                    var b = ({|REEN2002:Guid.NewGuid()|}, {|REEN2002:Guid.NewGuid()|});
            """),
        Agent.Running("""
            var a = /* before */ Deterministic.UtcNow.UtcDateTime; // after
                    var b = (Deterministic.NewGuid(), Deterministic.NewGuid());
            """));

    [Fact]
    public Task A_sleep_is_awaited_in_asynchronous_code() => UseDeterministicVerifier.VerifyAsync(
        Agent.Running("{|REEN2005:Thread.Sleep(50)|}; // a while"),
        Agent.Running("await Deterministic.Delay(TimeSpan.FromMilliseconds(50)); // a while"));

    [Fact]
    public Task A_sleep_in_code_that_cannot_await_is_left_alone() => UseDeterministicVerifier.VerifyNoFixAsync(
        Agent.Running("Action wait = () => {|REEN2005:Thread.Sleep(50)|}; wait();"));

    [Fact]
    public Task A_stopwatch_that_only_measures_becomes_a_timestamp() => UseDeterministicVerifier.VerifyAsync(
        Agent.Running("""
            var watch = {|REEN2001:System.Diagnostics.Stopwatch.StartNew()|};
                    input.Equals({|REEN2001:watch.Elapsed|});
                    System.Diagnostics.Stopwatch second = {|REEN2001:System.Diagnostics.Stopwatch.StartNew()|};
                    long taken = {|REEN2001:second.ElapsedMilliseconds|};
                    input.Equals(taken);
            """),
        Agent.Running("""
            var watch = Deterministic.TimeProvider.GetTimestamp();
                    input.Equals(Deterministic.TimeProvider.GetElapsedTime(watch));
                    long second = Deterministic.TimeProvider.GetTimestamp();
                    long taken = (long)Deterministic.TimeProvider.GetElapsedTime(second).TotalMilliseconds;
                    input.Equals(taken);
            """));

    [Fact]
    public Task A_file_without_the_import_stays_valid() => UseDeterministicVerifier.VerifyAsync(
        """
        namespace Shop
        {
            public static class Planner
            {
                public static int Deterministic => {|REEN2001:System.DateTime.UtcNow|}.Year;
            }

            public partial class SupportAgent
            {
                [Replayed]
                public partial int Handle();

                private int HandleCore() => Planner.Deterministic;
            }
        }
        """,
        """
        namespace Shop
        {
            public static class Planner
            {
                public static int Deterministic => Reenact.Deterministic.UtcNow.UtcDateTime.Year;
            }

            public partial class SupportAgent
            {
                [Replayed]
                public partial int Handle();

                private int HandleCore() => Planner.Deterministic;
            }
        }
        """);
}
