using Reenact.Events;

namespace Reenact.Shims;

/// <summary>A parameter by which a call reports progress.</summary>
/// <param name="place">Its place among the call's progress parameters, from 0.</param>
internal abstract class ReportParameter(int place)
{
    public int Place { get; } = place;

    /// <summary>Gives the caller a recorded report.</summary>
    public abstract void Serve(ProgressEvent report);
}
