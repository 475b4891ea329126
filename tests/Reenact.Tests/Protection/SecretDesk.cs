namespace Reenact.Tests.Protection;

/// <summary>A tool and an agent through which a secret goes every way there is.</summary>
public sealed partial class SecretDesk(string secret)
{
    [Recorded]
    public partial Task<Dictionary<string, string>> LookUpAsync(string question, List<string> words);

    [Recorded]
    public partial Task FailAsync(string why);

    [Recorded]
    public partial bool TryFind(string key, out string value);

    [Recorded]
    public partial IAsyncEnumerable<Piece> StreamAsync(int length);

    [Recorded]
    public partial Task<string> ReportAsync(IProgress<string> progress);

    [Recorded(CallKind.Model)]
    public partial Task<Answer> AskAsync(string prompt);

    [Recorded]
    public partial Task<int> NextAsync(string key);

    private Task<Dictionary<string, string>> LookUpCoreAsync(string question, List<string> words) =>
        Task.FromResult(new Dictionary<string, string> { [secret] = $"the key is {secret}", ["long"] = new string('x', 500) + secret });

    private Task FailCoreAsync(string why) => throw new DeskException($"denied: {secret}", secret);

    private bool TryFindCore(string key, out string value)
    {
        value = secret;
        return true;
    }

    private async IAsyncEnumerable<Piece> StreamCoreAsync(int length)
    {
        var text = $"Your key is {secret}, keep it. {new string('.', length)}";
        for (var at = 0; at < text.Length; at += 4)
        {
            await Task.Yield();
            yield return new Piece(at, text[at..Math.Min(text.Length, at + 4)]);
        }
    }

    private Task<string> ReportCoreAsync(IProgress<string> progress)
    {
        progress.Report(secret);
        return Task.FromResult(secret);
    }

    private Task<Answer> AskCoreAsync(string prompt) =>
        Task.FromResult(new Answer([new Piece(1, "It is " + secret[..6]), new Piece(2, secret[6..12]), new Piece(3, secret[12..] + ".")]));

    private Task<int> NextCoreAsync(string key) => Task.FromResult(key.Length);
}

public sealed record Piece(int Place, string Text);

public sealed record Answer(List<Piece> Updates);

public sealed class DeskException(string message, string token) : Exception(message)
{
    public string Token { get; } = token;
}

public sealed partial class SecretAgent(SecretDesk desk)
{
    [Replayed]
    public partial Task<string> HandleAsync(string request, int length);

    private async Task<string> HandleCoreAsync(string request, int length)
    {
        var found = await desk.LookUpAsync(request, [request, "plain"]);
        try
        {
            await desk.FailAsync(request);
        }
        catch (DeskException)
        {
            // As it should.
        }

        desk.TryFind(request, out var value);
        Session.Snapshot("memory of " + request, new Piece(1, request));
        Session.Snapshot("memory of " + request, new Piece(2, request));
        Session.Decide("about " + request, request, [request, "nothing"], request);
        var home = Deterministic.Capture("home of " + request, () => request);
        var text = "";
        await foreach (var piece in desk.StreamAsync(length))
        {
            text += piece.Text;
            if (piece.Place % 40 == 0)
            {
                await desk.NextAsync(piece.Text);
            }
        }

        await desk.ReportAsync(new Progress<string>());
        var answer = await desk.AskAsync(request);
        return $"{found.Count} {value} {home.Length > 0} {text} {string.Concat(answer.Updates.Select(piece => piece.Text))}";
    }
}
