using System.Runtime.CompilerServices;
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

    private static readonly ConditionalWeakTable<ActiveSession, EncodedRequests> Sessions = [];

    private readonly Lock gate = new();
    private volatile Known[] options = [];

    /// <summary>The messages of the last requests.</summary>
    public Conversations Conversations { get; } = new();

    public static EncodedRequests Of(ActiveSession session) => Sessions.GetValue(session, static _ => new EncodedRequests());

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
                    known.Value.WriteArgument(ref writer, values);
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

            value.WriteArgument(ref writer, values);
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

    /// <summary>What was encoded, and what it was made of then.</summary>
    private sealed record Known(Fingerprint.Kept Fingerprint, EncodedJson Value);
}
