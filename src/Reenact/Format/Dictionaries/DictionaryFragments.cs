namespace Reenact.Format;

/// <summary>
/// Pieces of folded events for the format's dictionary, each character a byte, rarer ones first. Never change this: recordings need every byte of it.
/// </summary>
internal static class DictionaryFragments
{
    public static readonly string[] InOrder =
    [
        // A failed call's last elements; a session's start.
        "\u00C0\u00C2\u00C0\u00C0\u00C0\u0000\u00D2\u0080\u0013\u0015\u0000\u00C0\u00C0\u0091\u00B0System.Exception\u00C0",
        "\u0096\u0000\u0000\u0000\u0001\u00CF\u0008\u00DF\u0088\u00A5agent\u00A9assistant\u00ACagentVersion\u00A51.0.0\u00AEconversationId\u00A7runtime\u00AC.NET 10.0.12\u00A7culture\u00A0"
            + "\u00A8timeZone\u00A7Etc/UTC\u00AEprocessorCount\u0002\u00A4tags\u0081",

        // A response's usage.
        "\u0083\u00AFinputTokenCount\u0064\u00B0outputTokenCount\u0064\u00B5cachedInputTokenCount\u0000\u00AFtotalTokenCount\u00CC\u0080\u00B3reasoningTokenCount",

        // Definitions.
        "\u0003\u0091\u00A4text",
        "\u0099\u000E\u0000\u0001\u0000\u00D9\u0025IChatClient.GetStreamingResponseAsync\u0001\u0092\u00A8messages\u00A7options\u00CF",
        "\u0099\u000E\u0000\u0001\u0000\u00BCIChatClient.GetResponseAsync\u0001\u0092\u00A8messages\u00A7options\u00CFREENCH\u0000\u0001\u0000",

        // Tools in a blob; the prompt.
        "\u0095\u000F\u0000\u0000\u0008\u00C5\u000A\u0081\u00A5tools\u009E\u0083\u00A4name\u00ABdescription\u00A6schema\u00D4\u0001\u0002",
        "\u0098\u0008\u0000\u0001\u0001\u00A6system\u00C0\u00C4\u0020",

        // Messages.
        "\u0082\u00A4role\u00A6system\u00A8contents\u0091\u0082\u00A5$type\u00A4text\u00A4text\u00D4\u0001\u0001",
        "\u0094\u0002\u0001\u0000\u0081\u00A8messages\u0091\u0082\u00A4role\u00A9assistant\u00A8contents\u0091\u0085\u00A5$type\u00ACfunctionCall\u00A4name\u00A9arguments\u0081"
            + "\u00B1informationalOnly\u00C2\u00A6callId\u00BDcall_",
        "\u0082\u00A4role\u00A4tool\u00A8contents\u0091\u0083\u00A5$type\u00AEfunctionResult\u00A6result\u00A6callId\u00D4\u0008\u0008",
        "\u0096\u0001\u0000\u0001\u0001\u0004\u0092\u0092\u0082\u00A4role\u00A4user\u00A8contents\u0091\u0082\u00A5$type\u00A4text\u00A4text\u00D9",

        // A session's end.
        "\u0098\u000C\u0000\u0000\u0000\u0001\u00C0\u00C0\u0000",
    ];
}
