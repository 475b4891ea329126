#pragma warning disable REEN1007 // Two versions of the same tools stand side by side, as they never do in an agent.
namespace Reenact.Tests.Replaying.Messages;

internal enum Cabin
{
    Economy,
    Business,
    First,
}

internal sealed record Passenger(string Name, DateOnly Dob);

internal sealed record Booking(string From, string To, Passenger[] Passengers, Cabin Cabin = Cabin.Economy);

internal sealed record Price(decimal Amount, string Currency);

/// <summary>What <see cref="Price"/> is in a later version.</summary>
internal sealed record PriceInCents(long Amount, string Currency);

/// <summary>An agent's tools, as they were when a session was recorded.</summary>
internal sealed partial class Shop
{
    public Func<Exception>? Failure { get; set; }

    [Recorded(Name = "Shop.SearchAsync")]
    public partial Task<string[]> SearchAsync(string from, string to);

    [Recorded(Name = "Shop.BookAsync")]
    public partial Task<string> BookAsync(Booking booking);

    [Recorded(Name = "Shop.QuoteAsync")]
    public partial Task<Price> QuoteAsync(string flight);

    [Recorded(CallKind.Model, Name = "Model.AskAsync")]
    public partial Task<string> AskAsync(string prompt);

    [Recorded(Name = "Shop.Tell")]
    public partial IAsyncEnumerable<string> Tell(string topic);

    [Replayed(Name = "Agent.PlanAsync")]
    public partial Task<string> PlanAsync(string request);

    [Replayed(Name = "Agent.AnswerAsync")]
    public partial Task<Price> AnswerAsync(string request);

    public Func<Shop, string, Task<string>> Plan { get; set; } = static (_, request) => Task.FromResult(request);

    public Func<Shop, string, Task<Price>> Answer { get; set; } = static (shop, request) => shop.QuoteAsync(request);

    private Task<string[]> SearchCoreAsync(string from, string to) => Task.FromResult(new[] { $"{from}{to}1", $"{from}{to}2" });

    private Task<string> BookCoreAsync(Booking booking) => Task.FromResult("R1");

    private async Task<Price> QuoteCoreAsync(string flight)
    {
        await Task.Yield();
        return Failure is { } failure ? throw failure() : new Price(flight.Length * 100, "EUR");
    }

    private Task<string> AskCoreAsync(string prompt) => Task.FromResult("Yes.");

    private async IAsyncEnumerable<string> TellCore(string topic)
    {
        await Task.Yield();
        yield return "Once";
        yield return "upon";
        yield return "a time";
    }

    private Task<string> PlanCoreAsync(string request) => Plan(this, request);

    private Task<Price> AnswerCoreAsync(string request) => Answer(this, request);
}

/// <summary>The same tools in a later version: parameters and results were changed.</summary>
internal sealed partial class LaterShop
{
    /// <summary>Its parameters were renamed.</summary>
    [Recorded(Name = "Shop.SearchAsync")]
    public partial Task<string[]> SearchAsync(string origin, string destination);

    /// <summary>Another parameter was added, with a default.</summary>
    [Recorded(Name = "Shop.BookAsync")]
    public partial Task<string> BookAsync(Booking booking, int seats = 1);

    /// <summary>A member of its result has another type.</summary>
    [Recorded(Name = "Shop.QuoteAsync")]
    public partial Task<PriceInCents> QuoteAsync(string flight);

    /// <summary>An overload with another type.</summary>
    [Recorded(CallKind.Model, Name = "Model.AskAsync")]
    public partial Task<string> AskAsync(string[] prompts);

    /// <summary>The agent returns another type.</summary>
    [Replayed(Name = "Agent.AnswerAsync")]
    public partial Task<string> AnswerAsync(string request);

    private Task<string[]> SearchCoreAsync(string origin, string destination) => Task.FromResult(Array.Empty<string>());

    private Task<string> BookCoreAsync(Booking booking, int seats) => Task.FromResult("R1");

    private Task<PriceInCents> QuoteCoreAsync(string flight) => Task.FromResult(new PriceInCents(1, "EUR"));

    private Task<string> AskCoreAsync(string[] prompts) => Task.FromResult("Yes.");

    private async Task<string> AnswerCoreAsync(string request)
    {
        var price = await new Shop().QuoteAsync(request);
        return $"{price.Amount} {price.Currency}";
    }
}
