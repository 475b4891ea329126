using System.ComponentModel;

namespace Acme.Flights;

public readonly record struct Seat(int Row, char Letter);

/// <summary>Values that come in and go out by reference.</summary>
public partial class SeatMap
{
    [Recorded]
    public partial bool TryTake(in Seat wanted, ref int left, out Seat? taken);

    private bool TryTakeCore(in Seat wanted, ref int left, out Seat? taken)
    {
        taken = --left > 0 ? wanted : null;
        return taken is not null;
    }

    [Recorded(CallKind.Service)]
    public partial void Move([IgnoreRecorded] ref object state, [IgnoreRecorded] out string log, [IgnoreInMatch] ref Guid trace, ref readonly Seat to, scoped ref int count);

    private void MoveCore(ref object state, out string log, ref Guid trace, ref readonly Seat to, scoped ref int count) => log = "";

    [Recorded]
    public partial Task<int> CountAsync(in Seat from, [IgnoreInMatch] out int started, CancellationToken cancellationToken = default);

    private Task<int> CountCoreAsync(in Seat from, out int started, CancellationToken cancellationToken)
    {
        started = 1;
        return Task.FromResult(from.Row);
    }

    [Replayed]
    public partial ValueTask<int> PlanAsync(ref int call, out int result2);

    private ValueTask<int> PlanCoreAsync(ref int call, out int result2) => new(result2 = call++);
}

public static partial class Seats
{
    [Recorded(Leaf = true)]
    public static partial int Distance(this in Seat from, in Seat to = default);

    private static int DistanceCore(in Seat from, in Seat to) => Math.Abs(from.Row - to.Row);

    [Recorded(Leaf = true)]
    public static partial void Advance(this ref Seat seat, [Description("How many.")] int rows = 1);

    private static void AdvanceCore(ref Seat seat, int rows) => seat = seat with { Row = seat.Row + rows };
}
