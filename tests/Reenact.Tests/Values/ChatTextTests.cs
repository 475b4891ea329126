using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

public sealed class ChatTextTests
{
    private static readonly object?[] Conversation =
    [
        Message("system", Text("You book flights. " + new string('.', 400))),
        Message("user", Text("Yes, please proceed")),
    ];

    [Fact]
    public void A_request_is_told_by_its_last_message() =>
        Assert.Equal("2 messages, last user: \"Yes, please proceed\"", Request(["messages", "options"], Conversation, null));

    [Fact]
    public void A_response_is_its_text_or_the_functions_it_calls()
    {
        Assert.Equal("\"The total is 30\"", Response(Message("assistant", Text("The total is 30"))));
        Assert.Equal("\"One moment\", calls book({seats: 2}), calls think()", Response(Message(
            "assistant", Text("One moment"), Call("book", new Dictionary<object, object?> { ["seats"] = 2L }), Call("think", null))));
        Assert.Equal("nothing", Response(Message("assistant")));
    }

    [Fact]
    public void What_a_function_returned_is_told()
    {
        var result = new Dictionary<object, object?> { ["$type"] = "functionResult", ["result"] = 30L };

        Assert.Equal("1 message, last tool: result 30", Request(["messages"], (object)new object?[] { Message("tool", result) }));
    }

    [Fact]
    public void Other_values_have_no_such_text()
    {
        Assert.Null(Request(["prompt"], Conversation));
        Assert.Null(Request(["messages"], "text"));
        Assert.Null(Request(["messages"], (object)new object?[] { 1L }));
        Assert.Null(Response("text"));
        Assert.Null(ChatText.Response(new EncodedValue(new byte[] { 0x81 }, new MemoryBlobs()), 100));
    }

    [Fact]
    public void A_name_cannot_command_a_terminal() =>
        Assert.Equal("calls \\u001b[2J()", Response(Message("assistant", Call("\u001b[2J", null))));

    private static Dictionary<object, object?> Message(string role, params object?[] contents) => new() { ["role"] = role, ["contents"] = contents };

    private static Dictionary<object, object?> Text(string text) => new() { ["$type"] = "text", ["text"] = text };

    private static Dictionary<object, object?> Call(string name, object? arguments) =>
        new() { ["$type"] = "functionCall", ["name"] = name, ["arguments"] = arguments };

    private static string? Request(string[] names, params object?[] arguments)
    {
        var blobs = new MemoryBlobs();
        return ChatText.Request(names, [.. arguments.Select(argument => AnyValue.Encode(argument, blobs))], 100);
    }

    private static string? Response(object message) => ChatText.Response(
        message is string ? AnyValue.Encode(message, new MemoryBlobs()) : AnyValue.Encode(new Dictionary<object, object?> { ["messages"] = new[] { message } }, new MemoryBlobs()), 100);
}
