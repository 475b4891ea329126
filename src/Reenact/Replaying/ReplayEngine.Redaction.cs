using Reenact.Protection;
using Reenact.Values;

namespace Reenact.Replaying;

/// <content>What is kept out of comparisons, and out of what is said of them.</content>
internal sealed partial class ReplayEngine
{
    /// <summary>What takes the place of sensitive values.</summary>
    public Redaction Redaction { get; init; } = Redaction.NoneOnReplay;

    /// <summary>Takes secrets out of text; null where nothing is to be taken out.</summary>
    public Scrubber? Scrubber { get; init; }

    /// <summary>An exception's message as it would be recorded.</summary>
    public string MessageOf(Exception exception) => Scrubber?.Scrub(exception.Message) ?? exception.Message;

    private string Describe(Exception exception) => $"throws {NameOf(exception)}: {TextEscape.Message(MessageOf(exception))}";
}
