using System.Runtime.CompilerServices;
using MessagePack;
using Microsoft.Extensions.AI;
using Reenact.Values;

namespace Reenact.Extensions.AI;

/// <summary>
/// What one session has encoded of the requests to its models. Each turn sends the whole conversation and all tools again: what is known by
/// its fingerprint is copied, anything else is encoded. Messages are known as long as they live, and none longer than the session. Thread-safe.
/// </summary>
internal sealed class EncodedRequests
{
    private const int MostOptions = 16;

    private static readonly ConditionalWeakTable<ActiveSession, EncodedRequests> Sessions = [];

    private readonly ConditionalWeakTable<ChatMessage, Known> messages = [];
    private readonly Lock gate = new();
    private volatile Known[] options = [];

    public static EncodedRequests Of(ActiveSession session) => Sessions.GetValue(session, static _ => new EncodedRequests());

    /// <summary>Writes a message.</summary>
    /// <exception cref="InvalidOperationException">It can't be encoded, or is nested too deep.</exception>
    public void Write(ref MessagePackWriter writer, ChatMessage message, ValueWriteContext values, ChatJson json)
    {
        var fingerprint = Fingerprint.Rent();
        try
        {
            if (!MessageFingerprint.TryTake(fingerprint, message, json))
            {
                JsonToValue.Write(ref writer, json.Encode(WithoutOrigin(message)), values);
                return;
            }

            if (messages.TryGetValue(message, out var known) && fingerprint.Is(known.Fingerprint))
            {
                known.Value.Write(ref writer, values);
                return;
            }

            var taken = fingerprint.Keep();
            var encoded = json.Encode(WithoutOrigin(message));
            if (EncodedJson.Create(encoded, values) is not { } value)
            {
                JsonToValue.Write(ref writer, encoded, values);
                return;
            }

            // Other code may have changed it meanwhile.
            fingerprint.Clear();
            if (MessageFingerprint.TryTake(fingerprint, message, json) && fingerprint.Is(taken))
            {
                messages.AddOrUpdate(message, new Known(taken, value));
            }

            value.Write(ref writer, values);
        }
        finally
        {
            fingerprint.Return();
        }
    }

    /// <summary>Writes options.</summary>
    /// <exception cref="InvalidOperationException">They can't be encoded, or are nested too deep.</exception>
    public void Write(ref MessagePackWriter writer, ChatOptions asked, ValueWriteContext values, ChatJson json)
    {
        var fingerprint = Fingerprint.Rent();
        try
        {
            if (!OptionsFingerprint.TryTake(fingerprint, asked, json))
            {
                JsonToValue.Write(ref writer, ChatOptionsJson.Encode(asked, json).Span, values);
                return;
            }

            foreach (var known in options)
            {
                if (fingerprint.Is(known.Fingerprint))
                {
                    known.Value.Write(ref writer, values);
                    return;
                }
            }

            var taken = fingerprint.Keep();
            var encoded = ChatOptionsJson.Encode(asked, json);
            if (EncodedJson.Create(encoded.Span, values) is not { } value)
            {
                JsonToValue.Write(ref writer, encoded.Span, values);
                return;
            }

            fingerprint.Clear();
            if (OptionsFingerprint.TryTake(fingerprint, asked, json) && fingerprint.Is(taken))
            {
                Add(new Known(taken, value));
            }

            value.Write(ref writer, values);
        }
        finally
        {
            fingerprint.Return();
        }
    }

    /// <summary>Keeps the latest options: code that makes up new tools for each call fills no memory.</summary>
    private void Add(Known known)
    {
        lock (gate)
        {
            options = [known, .. options.Take(MostOptions - 1)];
        }
    }

    /// <summary>
    /// Leaves out when a message was made and its id. Neither is anything the model is asked, clients in the pipeline make them
    /// from the clock and at random (function invocation does, when streaming), and those of responses are in the responses.
    /// </summary>
    private static ChatMessage WithoutOrigin(ChatMessage message)
    {
        if (message.MessageId is null && message.CreatedAt is null)
        {
            return message;
        }

        var copy = message.Clone();
        copy.MessageId = null;
        copy.CreatedAt = null;
        return copy;
    }

    /// <summary>What was encoded, and what it was made of then.</summary>
    private sealed record Known(Fingerprint.Kept Fingerprint, EncodedJson Value);
}
