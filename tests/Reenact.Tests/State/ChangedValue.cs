namespace Reenact.Tests.States;

/// <summary>Changes trees of <see cref="Values.AnyValue"/> here and there, as an agent's state changes between two snapshots.</summary>
internal static class ChangedValue
{
    public static object? Of(object? tree, Random random) => tree switch
    {
        object?[] items => Items(items, random),
        Dictionary<object, object?> members => Members(members, random),
        _ => random.Next(2) == 0 ? tree : random.Next(100) + 1000L,
    };

    private static object?[] Items(object?[] items, Random random)
    {
        var changed = items.Select(item => random.Next(4) == 0 ? Of(item, random) : item).ToList();
        for (var edits = random.Next(3); edits > 0; edits--)
        {
            var at = random.Next(changed.Count + 1);
            if (random.Next(2) == 0 || at == changed.Count)
                changed.Insert(at, random.Next(2) == 0 && items.Length > 0 ? items[random.Next(items.Length)] : (long)random.Next(9));
            else
                changed.RemoveAt(at);
        }

        return [.. changed];
    }

    private static Dictionary<object, object?> Members(Dictionary<object, object?> members, Random random)
    {
        var changed = members.Select(member => KeyValuePair.Create(member.Key, random.Next(3) == 0 ? Of(member.Value, random) : member.Value)).ToList();
        for (var edits = random.Next(3); edits > 0; edits--)
        {
            var at = random.Next(changed.Count + 1);
            if (random.Next(2) == 0 || at == changed.Count)
                changed.Insert(at, KeyValuePair.Create<object, object?>($"new{random.Next(50)}", 1L));
            else
                changed.RemoveAt(at);
        }

        if (random.Next(4) == 0)
            changed = [.. changed.OrderBy(_ => random.Next())];

        return changed.DistinctBy(member => member.Key).ToDictionary();
    }
}
