using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Messages;

/// <summary>
/// Whole messages, as a stranger reads them. REENACT_EXPECTED=directory writes them there instead, to be read and copied beside this file.
/// </summary>
public sealed class DivergenceMessageTests
{
    private static readonly string[] Lines = [.. Enumerable.Range(1, 200).Select(line => $"Rule {line}: be helpful about topic {line * 7 % 31}.")];

    private static readonly Booking Trip = new(
        "JFK", "ROM", [new Passenger("Mia Li", new DateOnly(1990, 4, 5)), new Passenger("Raj Lee", new DateOnly(1954, 11, 20)), new Passenger("Ann Li", new DateOnly(2015, 1, 2))]);

    private readonly Shop shop = new();
    private readonly LaterShop later = new();

    [Fact]
    public Task A_call_more() => ExpectAsync(
        () => InOrder(() => shop.SearchAsync("JFK", "ROM"), () => shop.SearchAsync("JFK", "MIL")),
        () => InOrder(() => shop.SearchAsync("JFK", "ROM"), () => shop.SearchAsync("JFK", "MIL"), () => shop.SearchAsync("JFK", "NAP")));

    [Fact]
    public Task A_call_made_twice() => ExpectAsync(
        () => InOrder(() => shop.SearchAsync("JFK", "ROM"), () => shop.BookAsync(Trip)),
        () => InOrder(() => shop.SearchAsync("JFK", "ROM"), () => shop.SearchAsync("JFK", "ROM"), () => shop.BookAsync(Trip)));

    [Fact]
    public Task A_member_deep_inside() => ExpectAsync(
        () => InOrder(() => shop.SearchAsync("JFK", "ROM"), () => shop.BookAsync(Trip)),
        () => InOrder(
            () => shop.SearchAsync("JFK", "ROM"),
            () => shop.BookAsync(Trip with { Passengers = [Trip.Passengers[0], Trip.Passengers[1] with { Dob = new DateOnly(1945, 11, 20) }, Trip.Passengers[2]] })));

    [Fact]
    public Task An_element_put_in() => ExpectAsync(
        () => shop.BookAsync(Trip),
        () => shop.BookAsync(Trip with { Passengers = [Trip.Passengers[0], new Passenger("Bo Li", new DateOnly(2020, 2, 2)), .. Trip.Passengers[1..]] }));

    [Fact]
    public Task A_member_of_an_enum() => ExpectAsync(() => shop.BookAsync(Trip), () => shop.BookAsync(Trip with { Cabin = Cabin.First }));

    [Fact]
    public Task A_line_of_a_long_prompt() => ExpectAsync(
        () => shop.AskAsync(string.Join('\n', Lines)),
        () => shop.AskAsync(string.Join('\n', Lines.Select((line, place) => place == 100 ? "Rule 101: never offer refunds." : line))));

    [Fact]
    public Task Lines_put_into_a_prompt() => ExpectAsync(
        () => shop.AskAsync(string.Join('\n', Lines)),
        () => shop.AskAsync(string.Join('\n', [.. Lines[..50], "Today is Monday.", "It rains.", .. Lines[50..]])));

    [Fact]
    public Task Two_calls_in_another_order() => ExpectAsync(
        () => InOrder(() => shop.SearchAsync("JFK", "ROM"), () => shop.QuoteAsync("JFKROM1"), () => shop.BookAsync(Trip)),
        () => InOrder(() => shop.SearchAsync("JFK", "ROM"), () => shop.BookAsync(Trip), () => shop.QuoteAsync("JFKROM1")));

    [Fact]
    public Task A_call_left_out() => ExpectAsync(
        () => InOrder(() => shop.SearchAsync("JFK", "ROM"), () => shop.QuoteAsync("JFKROM1")),
        () => InOrder(() => shop.SearchAsync("JFK", "ROM")));

    [Fact]
    public async Task A_call_moved_to_another_parent()
    {
        shop.Plan = async (self, request) =>
        {
            await self.SearchAsync("JFK", "ROM");
            return request;
        };
        var bytes = await RecordAsync(() => InOrder(() => shop.PlanAsync("a trip"), () => shop.BookAsync(Trip)));
        shop.Plan = async (self, request) =>
        {
            await self.SearchAsync("JFK", "ROM");
            await self.BookAsync(Trip);
            return request;
        };
        await ExpectAsync(bytes, () => shop.PlanAsync("a trip"));
    }

    [Fact]
    public async Task A_forgotten_await()
    {
        shop.Plan = async (self, request) =>
        {
            await self.QuoteAsync("JFKROM1");
            await self.QuoteAsync("JFKROM22");
            return request;
        };
        var bytes = await RecordAsync(() => shop.PlanAsync("a trip"));
        shop.Plan = (self, request) =>
        {
            _ = Task.Run(async () =>
            {
                await self.QuoteAsync("JFKROM1");
                await self.QuoteAsync("JFKROM22");
            });
            return Task.FromResult(request);
        };
        await ExpectAsync(bytes, () => shop.PlanAsync("a trip"));
    }

    [Fact]
    public Task Renamed_parameters_are_none() => MatchAsync(() => shop.SearchAsync("JFK", "ROM"), () => later.SearchAsync("JFK", "ROM"));

    [Fact]
    public Task A_parameter_with_a_default() => ExpectAsync(() => shop.BookAsync(Trip), () => later.BookAsync(Trip));

    [Fact]
    public Task A_member_of_another_type() => ExpectAsync(() => shop.QuoteAsync("JFKROM1"), () => later.QuoteAsync("JFKROM1"));

    [Fact]
    public Task An_overload() => ExpectAsync(() => shop.AskAsync("Refund?"), () => later.AskAsync(["Refund?"]));

    [Fact]
    public Task An_agent_that_returns_another_type() => ExpectAsync(() => shop.AnswerAsync("JFKROM1"), () => later.AnswerAsync("JFKROM1"));

    [Fact]
    public async Task An_exception_of_another_type()
    {
        shop.Failure = () => new TimeoutException("too slow");
        var bytes = await RecordAsync(() => Assert.ThrowsAsync<TimeoutException>(() => shop.AnswerAsync("JFKROM1")));
        shop.Answer = async (self, request) =>
        {
            try
            {
                return await self.QuoteAsync(request);
            }
            catch (TimeoutException exception)
            {
                throw new InvalidOperationException("no price", exception);
            }
        };
        await ExpectAsync(bytes, () => shop.AnswerAsync("JFKROM1"));
    }

    [Fact]
    public Task A_stream_left_early() => ExpectAsync(() => TakeAsync(9), () => TakeAsync(1));

    [Fact]
    public Task A_captured_value_more() => ExpectAsync(
        () => InOrder(() => Task.FromResult(Deterministic.NewGuid())),
        () => InOrder(() => Task.FromResult(Deterministic.NewGuid()), () => Task.FromResult(Deterministic.NewGuid())));

    [Fact]
    public async Task A_recording_that_was_cut_off()
    {
        var bytes = await RecordAsync(() => InOrder(() => shop.SearchAsync("JFK", "ROM"), () => shop.QuoteAsync("JFKROM1")), isWhole: false);
        await ExpectAsync(bytes, () => InOrder(() => shop.SearchAsync("JFK", "ROM"), () => shop.QuoteAsync("JFKROM1"), () => shop.QuoteAsync("JFKROM2")));
    }

    private static async Task InOrder(params Func<Task>[] calls)
    {
        foreach (var call in calls)
        {
            await call();
        }
    }

    private async Task TakeAsync(int count)
    {
        await foreach (var _ in shop.Tell("dragons"))
        {
            if (--count == 0)
            {
                break;
            }
        }
    }

    internal static async Task<byte[]> RecordAsync(Func<Task> code, bool isWhole = true)
    {
        var store = new KeptBlockStore();
        var session = Session.Record(store, options: new RecordOptions { Scheduling = Scheduling.Exact });
        await session.RunAsync(code);
        await session.FlushAsync();
        var cut = store.Bytes;
        await session.DisposeAsync();
        return isWhole ? store.Bytes : cut;
    }

    private static async Task MatchAsync(Func<Task> recorded, Func<Task> replayed)
    {
        using var replay = Recorded.Replay(await RecordAsync(recorded));
        Assert.True((await replay.RunAsync(replayed)).IsMatch);
    }

    private static async Task ExpectAsync(Func<Task> recorded, Func<Task> replayed, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        await ExpectAsync(await RecordAsync(recorded), replayed, name);

    private static Task ExpectAsync(byte[] recording, Func<Task> replayed, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        ExpectAsync(recording, replayed, new ReplayOptions(), name);

    /// <summary>Compares a message with what is expected, where source files are named without their folder.</summary>
    internal static async Task ExpectAsync(byte[] recording, Func<Task> replayed, ReplayOptions options, string name, [System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        using var replay = Recorded.Replay(recording, options);
        var exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(replayed));
        var message = exception.Message.Replace(here[..^Path.GetFileName(here).Length], "", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("REENACT_EXPECTED") is { Length: > 0 } directory)
        {
            await File.WriteAllTextAsync(Path.Combine(directory, name + ".txt"), message + "\n");
            return;
        }

        var expected = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Replaying", "Messages", name + ".txt"), TestContext.Current.CancellationToken);
        Assert.Equal(expected.ReplaceLineEndings("\n").TrimEnd('\n'), message);
    }
}
