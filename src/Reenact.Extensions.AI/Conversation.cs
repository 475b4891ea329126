using System.Buffers;
using System.Runtime.InteropServices;
using MessagePack;
using Microsoft.Extensions.AI;
using Reenact.Sessions;
using Reenact.Values;

namespace Reenact.Extensions.AI;

/// <summary>
/// The messages that a model was sent, as they were encoded and by their fingerprints: the next request most often has them all, and more. It holds
/// what the messages are made of, not the messages. Not thread-safe.
/// </summary>
internal sealed class Conversation
{
    private ChatJson json;
    private readonly List<Fingerprint.Part> parts;
    private readonly List<Known> known;

    public Conversation(ChatJson json)
    {
        this.json = json;
        Messages = new GrowingList();
        parts = [];
        known = [];
    }

    /// <summary>The messages, encoded.</summary>
    public GrowingList Messages { get; }

    /// <summary>How many there are.</summary>
    public int Count => known.Count;

    /// <summary>Another conversation, with the same messages up to a count.</summary>
    public Conversation Branch(int count) => new Conversation(json).Become(this, count);

    /// <summary>Becomes another one, or itself, up to a count of messages, in the same memory.</summary>
    public Conversation Become(Conversation other, int count)
    {
        json = other.json;
        Messages.Become(other.Messages, count);
        TakeFirst(known, other.known, count);
        TakeFirst(parts, other.parts, count == 0 ? 0 : known[^1].End);
        return this;
    }

    /// <summary>Begins another conversation, in the same memory.</summary>
    public Conversation Restart(ChatJson asked)
    {
        json = asked;
        Messages.Clear();
        parts.Clear();
        known.Clear();
        return this;
    }

    /// <summary>How many of the messages, from the first on, are those of a request, unchanged.</summary>
    public int CountSame(IReadOnlyList<ChatMessage> request, ChatJson asked, ActiveSession session)
    {
        if (!ReferenceEquals(asked, json))
        {
            return 0;
        }

        var most = Math.Min(known.Count, request.Count);
        var from = 0;
        for (var i = 0; i < most; i++)
        {
            var (end, isKnown) = known[i];
            if (!(isKnown ? IsSame(from, end, request[i]) : IsEncodedAs(Messages[i], request[i], session)))
            {
                return i;
            }

            from = end;
        }

        return most;
    }

    /// <summary>Adds a message.</summary>
    /// <exception cref="InvalidOperationException">It can't be encoded, or is nested too deep.</exception>
    public void Add(ChatMessage message, ValueWriteContext values)
    {
        var from = parts.Count;
        var sink = new FingerprintWriter(parts);
        var isKnown = MessageFingerprint.TryTake(ref sink, message);
        var before = values.WrittenContent;
        try
        {
            MessageEncoding.Write(Messages, message, values, json);
        }
        catch
        {
            Messages.DropElement();
            CollectionsMarshal.SetCount(parts, from);
            throw;
        }

        // Other code may have changed it meanwhile.
        isKnown = isKnown && IsSame(from, parts.Count, message);
        if (!isKnown)
        {
            CollectionsMarshal.SetCount(parts, from);
        }

        Messages.EndElement(values.WrittenContent - before);
        known.Add(new Known(parts.Count, isKnown));
    }

    private bool IsSame(int from, int end, ChatMessage message)
    {
        var check = new FingerprintCheck(CollectionsMarshal.AsSpan(parts)[from..end]);
        return MessageFingerprint.TryTake(ref check, message) && check.AtEnd;
    }

    private static void TakeFirst<T>(List<T> target, List<T> source, int count)
    {
        if (!ReferenceEquals(target, source))
        {
            target.Clear();
            target.AddRange(CollectionsMarshal.AsSpan(source)[..count]);
        }

        CollectionsMarshal.SetCount(target, count);
    }

    /// <summary>Encodes a message that has no fingerprint, to compare it.</summary>
    private bool IsEncodedAs(ReadOnlySpan<byte> encoded, ChatMessage message, ActiveSession session)
    {
        var encoder = EventEncoder.Rent(session);
        var scratch = new ArrayBufferWriter<byte>(encoded.Length + 64);
        encoder.Values.Enter();
        MessageEncoding.Write(scratch, message, encoder.Values, json);
        encoder.Values.Leave();
        encoder.Return();
        return scratch.WrittenSpan.SequenceEqual(encoded);
    }

    /// <summary>What is known of a message.</summary>
    /// <param name="End">Where its fingerprint ends.</param>
    /// <param name="IsKnown">Whether it has one; otherwise part of it may change without being noticed.</param>
    private readonly record struct Known(int End, bool IsKnown);
}
