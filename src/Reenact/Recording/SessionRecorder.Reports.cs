using Reenact.Events;
using Reenact.Recorders;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact;

/// <content>Reports of progress: recorded while their call runs, and passed on.</content>
public sealed partial class SessionRecorder
{
    internal override void TakeReport<T, TCodec>(ReportedProgress<T, TCodec> progress, T value)
    {
        ref readonly var call = ref progress.Call;
        if (pump is { RunsHere: false } scheduler && !call.Parent.IsServed && call.Reports!.HasReturned)
        {
            scheduler.PostCompletion(() => RecordReport(progress, value)); // Its handler is the session's own code.
        }
        else
        {
            RecordReport(progress, value);
        }
    }

    private void RecordReport<T, TCodec>(ReportedProgress<T, TCodec> progress, T value)
        where TCodec : IValueCodec<T>
    {
        ref readonly var call = ref progress.Call;
        var reports = call.Reports!;
        if (!reports.HasEnded && !closed)
        {
            var encoder = EventEncoder.Rent(this);
            encoder.Begin(6, EventKind.Progress, clock.Now, call.Span);
            var output = encoder.Writer();
            TCodec.Write(ref output, value, encoder.Values);
            output.Flush();
            Scrub(encoder, place: 3);
            LargeEvents.Shrink(encoder, place: 3);
            encoder.Add((uint)progress.Place);
            lock (reports.Gate)
            {
                if (!reports.HasEnded)
                {
                    encoder.Add((uint)(reports.HasReturned ? ResultCompletion.Later : ResultCompletion.AtReturn));
                    log.Append(encoder.Written);
                }
            }

            encoder.Return();
        }

        var leaves = LeavesPump(call);
        if (leaves)
        {
            pump!.EnterCode();
        }

        try
        {
            progress.PassOn(value);
        }
        finally
        {
            if (leaves)
            {
                pump!.LeaveCode();
            }
        }
    }
}
