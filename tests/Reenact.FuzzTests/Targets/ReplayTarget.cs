using Reenact.Format;

namespace Reenact.FuzzTests;

/// <summary>Replays a recording with the code of <see cref="DeskAgent"/>, which is told of what departs from it, and nothing else.</summary>
internal static class ReplayTarget
{
    public static async Task RunAsync(CorpusFile file)
    {
        foreach (var continues in new[] { true, false })
        {
            try
            {
                using var replay = Session.Replay(file.Open(OnDamage.Throw), new ReplayOptions { ContinueOnDivergence = continues, StuckTimeout = TimeSpan.FromSeconds(1) });
                var report = await replay.RunAsync(() => new DeskAgent(new DeskTools()).HandleAsync("a desk, please"));
                _ = report.ToString().Length + report.ToJson().Length + report.ToJUnit().Length + report.ToMarkdown().Length;
            }
            catch (Exception exception) when (IsOrdinary(exception))
            {
            }
        }
    }

    /// <summary>Whether an exception says something of the recording, or is one that it has; and not one that only a defect throws.</summary>
    private static bool IsOrdinary(Exception exception) =>
        exception is not (NullReferenceException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException or OutOfMemoryException or ArgumentOutOfRangeException or OverflowException);
}
