namespace Reenact.Sessions;

/// <summary>Code of a session went on out of the ordinary: some came back from the thread pool, or a completion went ahead of code that could go on.</summary>
/// <param name="Flow">The number of the flow of code that came back; 0 for none.</param>
/// <param name="Continuations">How many continuations had run since the step before, where there were more; null where there were none.</param>
internal readonly record struct PumpResumption(ulong Flow, long? Continuations);
