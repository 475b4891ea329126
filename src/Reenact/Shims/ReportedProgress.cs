using Reenact.Events;
using Reenact.Sessions;

namespace Reenact.Shims;

/// <summary>What the core of a call gets in place of the caller's progress: reports become events, and go on to the caller.</summary>
internal sealed class ReportedProgress<T, TCodec>(RecordedCall call, IProgress<T> progress, int place) : ReportParameter(place), IProgress<T>
    where TCodec : IValueCodec<T>
{
    private readonly RecordedCall call = call;

    /// <summary>Whose call it is.</summary>
    public ref readonly RecordedCall Call => ref call;

    /// <inheritdoc/>
    public void Report(T value) => call.Session.TakeReport(this, value);

    /// <inheritdoc/>
    public override void Serve(ProgressEvent report) => progress.Report(call.Session.ReadReport<T, TCodec>(report));

    /// <summary>
    /// Passes a report on where the call was made: what the caller's handler does belongs to the caller, as it does on replay, where
    /// the body of the call may not run.
    /// </summary>
    public void PassOn(T value)
    {
        var here = Ambient.Current;
        var caller = ContextSwitch.Enter(call.Parent.Here());
        try
        {
            progress.Report(value);
        }
        finally
        {
            caller.Leave(here);
        }
    }
}
