using System.Globalization;
using MessagePack;

namespace Reenact.Values;

/// <summary>
/// Says shortly what a chat model was asked and what it answered: the last message, not the first ones, which are the same in every
/// request of a conversation. Nothing throws; a value of another shape has no such text.
/// </summary>
internal static class ChatText
{
    private const string Messages = "messages";

    /// <summary>What the arguments of a call of a model ask: <c>11 messages, last user: "Yes, please proceed"</c>.</summary>
    /// <param name="names">The parameters of the method.</param>
    /// <param name="arguments">Their values.</param>
    /// <param name="maxLength">About how many characters to print.</param>
    /// <returns>Null when these are no arguments of a chat model.</returns>
    public static string? Request(IReadOnlyList<string> names, IReadOnlyList<EncodedValue> arguments, int maxLength)
    {
        for (var index = 0; index < names.Count && index < arguments.Count; index++)
        {
            if (names[index] == Messages)
                return EncodedMembers.Elements(arguments[index]) is { Count: > 0 } messages ? Request(messages, maxLength) : null;
        }

        return null;
    }

    /// <summary>What a model answered: <c>"The total is …"</c>, or <c>calls book_reservation({user_id: "mia_li_3668"})</c>.</summary>
    /// <param name="response">The result of the call.</param>
    /// <param name="maxLength">About how many characters to print.</param>
    /// <returns>Null when it is no response of a chat model.</returns>
    public static string? Response(EncodedValue response, int maxLength)
    {
        if (EncodedMembers.Find(response, Messages) is not { } list || EncodedMembers.Elements(list) is not { Count: > 0 } messages)
            return null;

        return Contents(messages[^1], maxLength);
    }

    private static string? Request(List<EncodedValue> messages, int maxLength)
    {
        if (Contents(messages[^1], maxLength) is not { } last)
            return null;

        var role = EncodedMembers.Text(messages[^1], "role") ?? "message";
        var count = messages.Count == 1 ? "1 message" : string.Create(CultureInfo.InvariantCulture, $"{messages.Count} messages");
        return $"{count}, last {role}: {last}";
    }

    /// <summary>The contents of a message: its text first, then what it calls and what calls returned.</summary>
    private static string? Contents(EncodedValue message, int maxLength)
    {
        if (EncodedMembers.Find(message, "contents") is not { } list || EncodedMembers.Elements(list) is not { } contents)
            return null;

        var printed = new List<string>();
        foreach (var content in contents)
        {
            var left = maxLength - printed.Sum(text => text.Length);
            if (left <= 0)
            {
                printed.Add("…");
                break;
            }

            printed.Add(Content(content, left));
        }

        return printed.Count == 0 ? "nothing" : string.Join(", ", printed);
    }

    private static string Content(EncodedValue content, int maxLength)
    {
        var type = EncodedMembers.Text(content, "$type");
        return type switch
        {
            "text" when EncodedMembers.Find(content, "text") is { } text => ValuePrinter.Print(text, maxLength),
            "functionCall" when EncodedMembers.Text(content, "name") is { } name => $"calls {name}({Arguments(content, maxLength)})",
            "functionResult" when EncodedMembers.Find(content, "result") is { } result => $"result {ValuePrinter.Print(result, maxLength)}",
            _ => ValuePrinter.Print(content, maxLength),
        };
    }

    private static string Arguments(EncodedValue call, int maxLength) =>
        EncodedMembers.Find(call, "arguments") is { } arguments && arguments.Bytes.Span[0] != MessagePackCode.Nil ? ValuePrinter.Print(arguments, maxLength) : "";
}
