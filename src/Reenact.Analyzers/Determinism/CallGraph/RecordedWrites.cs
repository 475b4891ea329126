namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Finds what recorded methods change and replayed code reads. Replay serves their results and runs none of their code, so that the
/// changes are lost.
/// </summary>
internal sealed class RecordedWrites(IReadOnlyCollection<MemberKey> replayedReads, Func<MemberKey, BodyFacts> facts)
{
    // From the core to what it calls on its own object or on what that holds, and once more.
    private const int MostCalls = 3;

    /// <summary>The changes that a call makes and that are lost, each with the file it stands in.</summary>
    public IEnumerable<(int File, LocatedFinding Finding)> Lost(RecordedCall call)
    {
        foreach (var write in facts(call.Core).State.ParameterWrites)
        {
            if (call.Kept.Contains(write.Ordinal))
                yield return (call.Core.File, new LocatedFinding(Descriptors.RecordedWrite, write.Name, "return what is new instead, and add it in the caller", write.Site));
        }

        var seen = new HashSet<MemberKey> { call.Core };
        var level = new List<MemberKey> { call.Core };
        for (var depth = 0; depth < MostCalls && level.Count > 0; depth++)
        {
            var next = new List<MemberKey>();
            foreach (var member in level)
            {
                var state = facts(member).State;
                foreach (var write in state.Writes)
                {
                    if (replayedReads.Contains(write.Holder))
                        yield return (member.File, new LocatedFinding(Descriptors.RecordedWrite, write.Name, "return it from the method, and assign it in replayed code", write.Site));
                }

                next.AddRange(state.Uses.Where(seen.Add));
            }

            level = next;
        }
    }
}
