namespace Reenact.FuzzTests;

/// <summary>A small agent whose session has calls in calls, races, a stream, a failure, state, and captured values.</summary>
public sealed partial class DeskAgent(DeskTools tools)
{
    [Replayed]
    public partial Task<string> HandleAsync(string request);

    private async Task<string> HandleCoreAsync(string request)
    {
        var id = Deterministic.NewGuid();
        var conversation = new List<string> { "You are a desk agent. " + new string('.', 300), request };
        for (var turn = 0; turn < 4; turn++)
        {
            conversation.Add(await tools.AnswerAsync(conversation));
            Session.Snapshot("conversation", new DeskState(turn, [.. conversation]));
        }

        var found = await Task.WhenAll(tools.FindAsync("a"), tools.FindAsync("b"));
        await foreach (var word in tools.SayAsync(3))
            conversation.Add(word);
        try
        {
            await tools.BookAsync(found[0][0]);
        }
        catch (InvalidOperationException exception)
        {
            return $"{exception.Message} at {Deterministic.UtcNow:O}";
        }

        return id.ToString();
    }
}

public sealed record DeskState(int Turn, List<string> Lines);

public sealed partial class DeskTools
{
    [Recorded]
    public partial Task<string> AnswerAsync(List<string> conversation);

    [Recorded]
    public partial Task<List<string>> FindAsync(string what);

    [Recorded]
    public partial IAsyncEnumerable<string> SayAsync(int words);

    [Recorded]
    public partial Task BookAsync(string what);

    private static async Task<string> AnswerCoreAsync(List<string> conversation)
    {
        await Task.Yield();
        return $"answer {conversation.Count} " + new string('x', 260 + conversation.Count);
    }

    private static async Task<List<string>> FindCoreAsync(string what)
    {
        await Task.Yield();
        return [what + " 1", what + " 2"];
    }

    private static async IAsyncEnumerable<string> SayCoreAsync(int words)
    {
        for (var word = 0; word < words; word++)
        {
            await Task.Yield();
            yield return $"word {word}";
        }
    }

    private static async Task BookCoreAsync(string what)
    {
        await Task.Yield();
        throw new InvalidOperationException($"{what} is full");
    }
}
