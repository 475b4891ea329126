namespace Reenact.Tests.Replaying.Live;

/// <summary>An agent with a model and tools. What they answer is up to the test, when it is recorded and when it runs live.</summary>
internal sealed partial class DeskAgent
{
    public List<string> Ran { get; } = [];

    /// <summary>The model's answers, by prompt.</summary>
    public Func<string, string> Model { get; set; } = static prompt => prompt.Contains("flights", StringComparison.Ordinal) ? "book AA1" : "search JFK";

    public Func<string, Task<string>> Search { get; set; } = static city => Task.FromResult($"flights from {city}: AA1 AA2");

    public Func<DeskAgent, string, Task<string>> Body { get; set; } = static (self, request) => self.RunToolsAsync(request);

    [Recorded(CallKind.Model)]
    public partial Task<string> AskAsync(string prompt);

    [Recorded]
    public partial Task<string> SearchAsync(string city);

    [Recorded(SideEffects = true)]
    public partial Task<string> BookAsync(string flight);

    [Recorded(CallKind.Model)]
    public partial IAsyncEnumerable<string> StreamAsync(string prompt);

    [Recorded]
    public partial bool TryHold(string flight, out int seat, ref int left, IProgress<string>? progress = null);

    [Recorded]
    public partial Task<string> OuterAsync(string city);

    [Replayed]
    public partial Task<string> HandleAsync(string request);

    [Replayed]
    public partial Task<string> SummarizeAsync(string text);

    /// <summary>Asks the model what to do, does it, and tells the model, until it has booked.</summary>
    private async Task<string> RunToolsAsync(string request)
    {
        var prompt = request;
        for (var turn = 0; turn < 6; turn++)
        {
            var answer = await AskAsync(prompt);
            var (verb, argument) = (answer.Split(' ')[0], answer.Split(' ').ElementAtOrDefault(1) ?? "");
            switch (verb)
            {
                case "search":
                    prompt = await SearchAsync(argument);
                    break;
                case "book":
                    return await SummarizeAsync(await BookAsync(argument));
                default:
                    return answer;
            }
        }

        return "gave up";
    }

    private Task<string> HandleCoreAsync(string request) => Body(this, request);

    private Task<string> SummarizeCoreAsync(string text) => Task.FromResult($"done: {text}");

    private async Task<string> AskCoreAsync(string prompt)
    {
        Note($"ask {prompt}");
        await Task.Delay(1).ConfigureAwait(false);
        return Model(prompt);
    }

    private async Task<string> SearchCoreAsync(string city)
    {
        Note($"search {city}");
        return await Search(city).ConfigureAwait(false);
    }

    private async Task<string> BookCoreAsync(string flight)
    {
        Note($"book {flight}");
        await Task.Yield();
        return $"booked {flight}";
    }

    private async IAsyncEnumerable<string> StreamCoreAsync(string prompt)
    {
        Note($"stream {prompt}");
        foreach (var word in Model(prompt).Split(' '))
        {
            await Task.Delay(1).ConfigureAwait(false);
            yield return word;
        }
    }

    private bool TryHoldCore(string flight, out int seat, ref int left, IProgress<string>? progress)
    {
        Note($"hold {flight}");
        progress?.Report("looking");
        seat = Model(flight).Length;
        left--;
        return true;
    }

    private async Task<string> OuterCoreAsync(string city)
    {
        Note($"outer {city}");
        return await SearchAsync(city) + await SearchAsync(city + "2");
    }

    private void Note(string what)
    {
        lock (Ran)
        {
            Ran.Add(what);
        }
    }
}
