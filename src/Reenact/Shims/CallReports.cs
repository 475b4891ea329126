using Reenact.Events;

namespace Reenact.Shims;

/// <summary>The progress parameters of one call, and how far the call is. Thread-safe once the call runs.</summary>
internal sealed class CallReports
{
    private readonly List<ReportParameter> parameters = [];
    private volatile bool returned;
    private volatile bool ended;

    /// <summary>Held while a report is recorded and while the call ends, so that no report comes after its call's end.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Where the call was made, for reports that are served after it has returned.</summary>
    public ExecutionContext? Caller { get; init; }

    /// <summary>Whether the call has returned to its caller, and goes on.</summary>
    public bool HasReturned => returned;

    /// <summary>Whether the call has ended: its reports are passed on, and no part of it any more.</summary>
    public bool HasEnded => ended;

    /// <summary>The places of the parameters that the caller gave something for.</summary>
    public IEnumerable<int> Places => parameters.Select(parameter => parameter.Place);

    public void Add(ReportParameter parameter) => parameters.Add(parameter);

    public void NoteReturned() => returned = true;

    public void End()
    {
        lock (Gate)
        {
            ended = true;
        }
    }

    /// <summary>Gives the caller a recorded report. What its handler throws was the core's business when it was recorded.</summary>
    public void Serve(ProgressEvent report)
    {
        if (parameters.Find(parameter => parameter.Place == report.Parameter) is not { } target)
        {
            return;
        }

        try
        {
            target.Serve(report);
        }
        catch (Exception exception) when (exception is not ReplayDivergenceException)
        {
            // The recorded end of the call says what came of it.
        }
    }

    /// <summary>Gives the caller a recorded report after the call has returned, in the context that it was made in.</summary>
    public void ServeLater(ProgressEvent report)
    {
        try
        {
            if (Caller is null)
            {
                Serve(report);
            }
            else
            {
                ExecutionContext.Run(Caller, _ => Serve(report), null);
            }
        }
        catch (ReplayDivergenceException)
        {
            // It is sticky: the code meets it at its next call.
        }
    }
}
