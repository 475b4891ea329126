using Acme.Flights;

[assembly: RecordInterface<IFlightApi>]
[assembly: RecordInterface<ISeatMap>(Kind = CallKind.Retrieval, Name = "seats", Leaf = true)]

namespace Acme.Flights;

public enum Cabin
{
    Economy,
    Business,
}

public sealed record Flight(string Number, decimal Price);

public interface IFlightApi : IDisposable, IAsyncDisposable
{
    Task<IReadOnlyList<Flight>> SearchAsync(string city, Cabin cabin = Cabin.Business, int? seats = 2, CancellationToken cancellationToken = default);

    ValueTask<Flight?> FindAsync(string number, [IgnoreInMatch] Guid trace, [IgnoreRecorded] object logger);

    Task CancelAsync(string number);

    void Ping();

    double Quote(string city, params string[] extras);

    double Quote(string city);
}

internal interface ISeatMap
{
    int Seats { get; set; }

    string Layout { init; get; }

    Cabin this[int row, string call = "A"] { get; set; }

    Task<int> Free { get; }

    event EventHandler<int>? Changed;
}
