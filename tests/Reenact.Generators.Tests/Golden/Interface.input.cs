namespace Acme;

public interface ICalendar
{
    Task<bool> IsFreeAsync(DateOnly date, CancellationToken cancellationToken);

    int Slots { get; }
}

public partial class Calendar : ICalendar
{
    public int Slots => 3;

    [Recorded(CallKind.Retrieval)]
    public partial Task<bool> IsFreeAsync(DateOnly date, CancellationToken cancellationToken);

    private Task<bool> IsFreeCoreAsync(DateOnly date, CancellationToken cancellationToken) => Task.FromResult(true);
}
