namespace Reenact.Sessions;

/// <summary>
/// Flows with the code of a session from one place where it goes on to the next, and tells, where that code comes back from the thread
/// pool, which it is: the numbers are the same when recorded and on replay.
/// </summary>
/// <param name="Pump">Whose session the code is of.</param>
/// <param name="Number">The number of this stretch of code; 0 for the thread itself, between all code.</param>
internal sealed record PumpFlow(Pump Pump, ulong Number);
