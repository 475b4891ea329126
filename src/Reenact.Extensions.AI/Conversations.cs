using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>
/// The last conversations of a session: several when agents call agents. Whoever encodes a request has them to itself; a request that is made at
/// the same time finds none, and begins one of its own. Thread-safe.
/// </summary>
internal sealed class Conversations
{
    private const int MostKept = 4;

    /// <summary>A longer one is not kept, in bytes of what was encoded.</summary>
    private const int LongestKept = 1 << 24;

    /// <summary>With this many messages more than a conversation has, others are looked at that may have more of them.</summary>
    private const int FewNew = 8;

    private Conversation[] kept = [];

    /// <summary>Takes the conversation that has most of a request's messages.</summary>
    /// <param name="request">The request.</param>
    /// <param name="json">How it is encoded.</param>
    /// <param name="session">The session.</param>
    /// <returns>It has nothing but messages of the request, from the first on. <see cref="Keep"/> has to be called in any case.</returns>
    public Taken Take(IReadOnlyList<ChatMessage> request, ChatJson json, ActiveSession session)
    {
        var all = Interlocked.Exchange(ref kept, []);
        var (best, same) = (-1, 0);
        for (var i = 0; i < all.Length; i++)
        {
            var count = all[i].CountSame(request, json, session);
            if (count > same)
            {
                (best, same) = (i, count);
                if (count == all[i].Count && request.Count - count <= FewNew)
                {
                    break;
                }
            }
        }

        return best < 0 ? Begin(all, json)
            : same == all[best].Count ? new Taken(all[best], all, best)
            : Branch(all, best, same);
    }

    /// <summary>Goes another way than a conversation from some message on, in the memory of the one that was used longest ago where there are enough.</summary>
    private static Taken Branch(Conversation[] all, int place, int count) =>
        all.Length < MostKept ? new Taken(all[place].Branch(count), all, -1) : new Taken(all[^1].Become(all[place], count), all[..^1], -1);

    /// <summary>Begins a conversation, in the memory of the one that was used longest ago where there are enough.</summary>
    private static Taken Begin(Conversation[] all, ChatJson json) =>
        all.Length < MostKept ? new Taken(new Conversation(json), all, -1) : new Taken(all[^1].Restart(json), all[..^1], -1);

    /// <summary>Keeps a conversation that was taken, and the others.</summary>
    public void Keep(Taken taken)
    {
        if (taken.Place != 0 || taken.Conversation.Messages.Size > LongestKept)
        {
            taken = taken with { All = Reorder(taken) };
        }

        Volatile.Write(ref kept, taken.All); // In place of what a request at the same time kept, if any.
    }

    private static Conversation[] Reorder(Taken taken)
    {
        var first = taken.Conversation.Messages.Size > LongestKept ? 0 : 1;
        var others = taken.All.Length - (taken.Place < 0 ? 0 : 1);
        var all = new Conversation[Math.Min(MostKept, first + others)];
        if (first > 0)
        {
            all[0] = taken.Conversation;
        }

        for (var (from, to) = (0, first); to < all.Length; from++)
        {
            if (from != taken.Place)
            {
                all[to++] = taken.All[from];
            }
        }

        return all;
    }

    /// <summary>A conversation that a request is encoded with.</summary>
    /// <param name="Conversation">The conversation.</param>
    /// <param name="All">All that there were.</param>
    /// <param name="Place">Its place among them; −1 where it is new.</param>
    internal readonly record struct Taken(Conversation Conversation, Conversation[] All, int Place);
}
