using Reenact.Shims;

namespace Reenact.Replaying;

/// <content>Which recorded calls are near to one that is not recorded where it is made.</content>
internal sealed partial class ReplayEngine
{
    /// <summary>How many calls are looked at: what is nearest among thousands helps nobody.</summary>
    private const int MostLookedAt = 200;

    /// <summary>How many divergences are explained with that much care, where they are collected; those behind them look at few calls.</summary>
    private const int MostExplained = 50;

    private const int FewLookedAt = 10;

    private int LookedAt => Log.Count < MostExplained ? MostLookedAt : FewLookedAt;

    /// <summary>
    /// The calls that are left inside a parent: those of the method first, the ones with the fewest values that differ before others; then what comes next.
    /// </summary>
    private List<ScriptCall> Nearest(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall? except)
    {
        var left = parent.UnusedWithin(Script.Window).Take(LookedAt).Where(call => call != except).ToList();
        var same = left
            .Where(call => call.Method.Name == method.Name)
            .OrderBy(call => matcher.Differences(call, method, arguments.Span).Count)
            .ThenBy(call => call.Sequence);
        return [.. same, .. left.Where(call => call.Method.Name != method.Name)];
    }

    /// <summary>Where else the recording has the very call, of what was read and not used: inside the methods around it, or in those inside the same one.</summary>
    private string Elsewhere(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments)
    {
        var left = LookedAt;
        for (var around = parent; around is not null; around = around.Parent)
        {
            if (FindInside(around, method, arguments, ref left) is { } found)
            {
                var place = found.Parent is { IsRecorded: true } other ? $"inside {CallPrinter.Shorten(other.Method.Name)}" : "at the session's top";
                return $" The recording has this very call {place} (event {found.Sequence}): it was moved.";
            }
        }

        return "";
    }

    private ScriptCall? FindInside(ScriptCall call, RecordedMethod method, ReadOnlyMemory<byte> arguments, ref int left)
    {
        foreach (var inside in call.UnusedWithin(Script.Window).Concat(call.Unfinished))
        {
            if (left-- <= 0)
            {
                return null;
            }

            if (!inside.Used && matcher.IsOf(inside, method) && matcher.Differences(inside, method, arguments.Span).Count == 0)
            {
                return inside;
            }

            if (inside.IsReplayed && FindInside(inside, method, arguments, ref left) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
