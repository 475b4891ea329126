using MessagePack;
using Microsoft.Extensions.AI;
using Reenact.Values;

namespace Reenact.Extensions.AI;

/// <summary>
/// What one session has encoded of the requests to its models. Each turn sends the whole conversation and all tools again: what is known by
/// its fingerprint is not encoded again. Thread-safe.
/// </summary>
internal sealed class EncodedRequests
{
    private const int MostOptions = 16;

    private readonly Lock gate = new();
    private volatile Known[] options = [];

    /// <summary>The options that were asked last, which most often are asked next: not even their tools have to be looked into.</summary>
    private volatile Latest? last;

    /// <summary>The messages of the last requests.</summary>
    public Conversations Conversations { get; } = new();

    /// <summary>What the session's environment has of them.</summary>
    public ChatEnvironment Environment { get; } = new();

    public static EncodedRequests Of(ActiveSession session) =>
        session.ModelCalls as EncodedRequests ?? (EncodedRequests)session.KeepModelCalls(new EncodedRequests());

    /// <summary>Encodes options.</summary>
    /// <returns>The options, to be written; null where they have been, because they can't be known again.</returns>
    /// <exception cref="InvalidOperationException">They can't be encoded, or are nested too deep.</exception>
    public EncodedJson? Encode(ref MessagePackWriter writer, ChatOptions asked, ValueWriteContext values, ChatJson json)
    {
        if (last is { } latest && ReferenceEquals(latest.Json, json) && OptionsIdentity.Is(asked, latest.Parts))
        {
            return latest.Value;
        }

        var identity = OptionsIdentity.Of(asked);
        var fingerprint = Fingerprint.Rent();
        try
        {
            if (!OptionsFingerprint.TryTake(fingerprint, asked, json))
            {
                JsonToValue.Write(ref writer, ChatOptionsJson.Encode(asked, json).Span, values);
                return null;
            }

            if (Find(fingerprint) is not { } value)
            {
                var taken = fingerprint.Keep();
                var encoded = ChatOptionsJson.Encode(asked, json);
                if (EncodedJson.Create(encoded.Span, values) is not { } created)
                {
                    JsonToValue.Write(ref writer, encoded.Span, values);
                    return null;
                }

                value = created;
                fingerprint.Clear();
                if (!OptionsFingerprint.TryTake(fingerprint, asked, json) || !fingerprint.Is(taken))
                {
                    return value;
                }

                Add(new Known(taken, value));
            }

            // Other code may have changed them meanwhile.
            last = identity is not null && OptionsIdentity.Is(asked, identity) ? new Latest(json, identity, value) : null;
            return value;
        }
        finally
        {
            fingerprint.Return();
        }
    }

    private EncodedJson? Find(Fingerprint fingerprint)
    {
        foreach (var known in options)
        {
            if (fingerprint.Is(known.Fingerprint))
            {
                return known.Value;
            }
        }

        return null;
    }

    /// <summary>Keeps the latest options: code that makes up new tools for each call fills no memory.</summary>
    private void Add(Known known)
    {
        lock (gate)
        {
            options = [known, .. options.Take(MostOptions - 1)];
        }
    }

    /// <summary>What was encoded, and what it was made of then.</summary>
    private sealed record Known(Fingerprint.Kept Fingerprint, EncodedJson Value);

    private sealed record Latest(ChatJson Json, Fingerprint.Part[] Parts, EncodedJson Value);
}
