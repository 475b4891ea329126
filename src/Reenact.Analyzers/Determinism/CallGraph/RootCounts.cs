namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// How many roots lead to each body, found in one pass. Bodies that lead to each other have the same roots, so these are found first, by
/// Tarjan's algorithm along <see cref="ReachedBody.Users"/>, which comes to the users of a group before the group; not recursive, so that no
/// chain is too long. A group's roots are a set of bits, shared along chains that no root joins.
/// </summary>
internal sealed class RootCounts
{
    private readonly Dictionary<ReachedBody, Visit> visits = [];
    private readonly Dictionary<ReachedBody, int> roots = [];
    private readonly Stack<Visit> open = new();
    private int next;

    public RootCounts(IReadOnlyList<ReachedBody> bodies)
    {
        foreach (var body in bodies)
        {
            if (body.IsRoot)
                roots.Add(body, roots.Count);
        }

        if (roots.Count <= 1)
            return;
        foreach (var body in bodies)
        {
            if (!visits.ContainsKey(body))
                Find(body);
        }
    }

    /// <summary>How many roots lead to a body; one where nothing is known of it.</summary>
    public int Of(ReachedBody body) => visits.TryGetValue(body, out var visit) ? visit.Group!.Count : 1;

    private void Find(ReachedBody start)
    {
        var path = new Stack<Visit>();
        path.Push(Enter(start));
        while (path.Count > 0)
        {
            var at = path.Peek();
            if (at.NextUser < at.Body.Users.Count)
            {
                var user = at.Body.Users[at.NextUser++];
                if (!visits.TryGetValue(user, out var visit))
                    path.Push(Enter(user));
                else if (visit.Group is null)
                    at.Lowest = Math.Min(at.Lowest, visit.Number);
                continue;
            }

            path.Pop();
            if (path.Count > 0)
                path.Peek().Lowest = Math.Min(path.Peek().Lowest, at.Lowest);
            if (at.Lowest == at.Number)
                Close(at);
        }
    }

    private Visit Enter(ReachedBody body)
    {
        var visit = new Visit(body, next++);
        visits.Add(body, visit);
        open.Push(visit);
        return visit;
    }

    /// <summary>All that was entered after the first of a group, and is still open, is of the group.</summary>
    private void Close(Visit first)
    {
        var members = new List<Visit>();
        do
            members.Add(open.Pop());
        while (members[members.Count - 1] != first);

        var own = members.Where(each => each.Body.IsRoot).Select(each => roots[each.Body]).ToList();
        var users = members.SelectMany(static each => each.Body.Users).Select(user => visits[user].Group).OfType<Group>().Distinct().ToList();
        var group = own.Count == 0 && users.Count == 1 ? users[0] : new Group(roots.Count, own, users);
        foreach (var member in members)
            member.Group = group;
    }

    private sealed class Visit(ReachedBody body, int number)
    {
        public ReachedBody Body { get; } = body;

        public int Number { get; } = number;

        public int Lowest { get; set; } = number;

        public int NextUser { get; set; }

        public Group? Group { get; set; }
    }

    private sealed class Group
    {
        private readonly ulong[] bits;

        public Group(int roots, List<int> own, List<Group> users)
        {
            bits = new ulong[(roots + 63) / 64];
            foreach (var root in own)
                bits[root / 64] |= 1UL << (root % 64);
            foreach (var user in users)
            {
                for (var i = 0; i < bits.Length; i++)
                    bits[i] |= user.bits[i];
            }

            foreach (var each in bits)
            {
                for (var left = each; left != 0; left &= left - 1)
                    Count++;
            }
        }

        public int Count { get; }
    }
}
