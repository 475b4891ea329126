using Reenact.Events;

namespace Reenact.Cli;

/// <summary>Items of a stream that the outline leaves out, because there are many.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are.</param>
internal sealed record HiddenItems(StreamItemEvent First, int Count)
{
    /// <summary>How many items are shown before those that are left out.</summary>
    private const int ShownBefore = 3;

    /// <summary>How many items in a row are shown whole.</summary>
    private const int ShownWhole = 6;

    /// <summary>Leaves out the middle of long runs of items.</summary>
    public static IReadOnlyList<object> In(IReadOnlyList<object> items)
    {
        var shown = new List<object>();
        for (var at = 0; at < items.Count;)
        {
            var run = 0;
            while (at + run < items.Count && items[at + run] is StreamItemEvent)
            {
                run++;
            }

            if (run <= ShownWhole)
            {
                var whole = Math.Max(run, 1);
                shown.AddRange(items.Skip(at).Take(whole));
                at += whole;
                continue;
            }

            shown.AddRange(items.Skip(at).Take(ShownBefore));
            shown.Add(new HiddenItems((StreamItemEvent)items[at + ShownBefore], run - ShownBefore - 1));
            shown.Add(items[at + run - 1]);
            at += run;
        }

        return shown;
    }
}
