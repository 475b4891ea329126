using Reenact.Events;
using Reenact.Integrity;
using Reenact.Values;

namespace Reenact.Format;

/// <summary>Checks lists that grew from others: that there is what they grew from, and that no limit is passed. Nothing is put together.</summary>
internal sealed class ListAudit(Action<FindingSeverity, string, long?> add)
{
    private readonly Dictionary<(long Sequence, int Place), Known> known = [];

    public void Check(CallStartedEvent call)
    {
        for (var place = 0; place < call.Arguments.Count; place++)
        {
            var stored = call.Arguments[place].Stored;
            if (GrownList.Is(stored.Span))
            {
                CheckGrown(call.Sequence, place, stored);
            }
            else if (new MessagePackCursor(stored.Span).TryReadArrayHeader(out var count))
            {
                known[(call.Sequence, place)] = new Known(count, 0, stored.Length);
            }
        }
    }

    private void CheckGrown(long sequence, int place, ReadOnlyMemory<byte> stored)
    {
        if (!GrownList.TryRead(stored, out var list) || !TryCount(list.Items.Span, out var items))
        {
            add(FindingSeverity.Error, $"event {sequence} has a list that grew from another, and is malformed.", sequence);
        }
        else if (list.Event >= sequence || !known.TryGetValue((list.Event, list.Place), out var before) || before.Count < list.Kept)
        {
            add(FindingSeverity.Error, $"event {sequence} has a list that grew from {list.Kept} elements of argument {list.Place + 1} of event {list.Event}, which are not there before it.", sequence);
        }
        else if (before.Links == ValueLimits.ListChain || before.Length + stored.Length > ValueLimits.ListLength)
        {
            add(FindingSeverity.Error, $"event {sequence} has a list that grew from too many others, or too long ones.", sequence);
        }
        else
        {
            known[(sequence, place)] = new Known(list.Kept + items, before.Links + 1, before.Length + stored.Length);
        }
    }

    private static bool TryCount(ReadOnlySpan<byte> items, out int count)
    {
        var cursor = new MessagePackCursor(items);
        for (count = 0; !cursor.AtEnd; count++)
        {
            if (!cursor.TrySkip(GrownList.ItemDepth))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Known(int Count, int Links, long Length);
}
