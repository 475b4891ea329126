using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

/// <summary>A conversation that grows, and whose messages and options are changed in place at random, every property of every kind of content.</summary>
internal sealed class RandomConversation(int seed)
{
    private readonly Random random = new(seed);

    public List<ChatMessage> Messages { get; } = [];

    public ChatOptions Options { get; private set; } = new();

    /// <summary>Makes up the next turn.</summary>
    public void Next()
    {
        for (var added = random.Next(3); added >= 0; added--)
        {
            Messages.Add(new ChatMessage(Role(), [.. Enumerable.Range(0, random.Next(3)).Select(_ => Content())]));
        }

        for (var changes = random.Next(3); changes > 0; changes--)
        {
            Change(Messages[random.Next(Messages.Count)]);
        }

        if (random.Next(2) == 0)
        {
            Change();
        }
    }

    private void Change(ChatMessage message)
    {
        switch (random.Next(10))
        {
            case 0:
                message.Role = Role();
                break;
            case 1:
                message.AuthorName = Word();
                break;
            case 2:
                message.MessageId = Word();
                message.CreatedAt = DateTimeOffset.UnixEpoch.AddSeconds(random.Next());
                break;
            case 3:
                Change(message.AdditionalProperties ??= []);
                break;
            case 4:
                message.Contents.Add(Content());
                break;
            case 5 when message.Contents.Count > 0:
                message.Contents.RemoveAt(random.Next(message.Contents.Count));
                break;
            case 6 when message.Contents.Count > 0:
                message.Contents[random.Next(message.Contents.Count)] = Content();
                break;
            case 7:
                message.Contents = [.. message.Contents.Reverse()];
                break;
            default:
                if (message.Contents.Count > 0)
                {
                    Change(message.Contents[random.Next(message.Contents.Count)]);
                }

                break;
        }
    }

    private void Change(AIContent content)
    {
        switch (random.Next(6))
        {
            case 0:
                Change(content.AdditionalProperties ??= []);
                return;
            case 1:
                if (content.Annotations is [CitationAnnotation known, ..])
                {
                    known.Title = Word();
                }
                else
                {
                    content.Annotations = [new CitationAnnotation { Title = Word() }];
                }

                return;
        }

        switch (content)
        {
            case TextContent text:
                text.Text = Word()!;
                break;
            case TextReasoningContent reasoning when random.Next(2) == 0:
                reasoning.Text = Word()!;
                break;
            case TextReasoningContent reasoning:
                reasoning.ProtectedData = Word();
                break;
            case FunctionCallContent call when random.Next(4) == 0:
                call.InformationalOnly = !call.InformationalOnly;
                break;
            case FunctionCallContent call:
                Change(call.Arguments ??= new Dictionary<string, object?>());
                break;
            case FunctionResultContent { Result: List<int> list }:
                list.Add(random.Next());
                break;
            case FunctionResultContent { Result: JsonObject json }:
                json["n"] = random.Next();
                break;
            case FunctionResultContent result:
                result.Result = Value();
                break;
            case DataContent data:
                data.Name = Word();
                break;
            case ErrorContent error:
                error.Message = Word()!;
                error.Details = Word();
                break;
            case UsageContent usage:
                usage.Details.InputTokenCount = random.Next(9);
                break;
        }
    }

    private void Change(IDictionary<string, object?> values)
    {
        var name = Word() ?? "none";
        if (values.Count > 0 && random.Next(3) == 0)
        {
            values.Remove(values.Keys.First());
        }

        if (values.Values.OfType<List<int>>().FirstOrDefault() is { } list)
        {
            list.Add(random.Next());
        }

        values[name] = Value();
    }

    private void Change()
    {
        switch (random.Next(12))
        {
            case 0:
                Options.ModelId = Word();
                break;
            case 1:
                Options.Instructions = Word();
                break;
            case 2:
                Options.Temperature = random.Next(3) switch { 0 => null, 1 => 0f, _ => -0f };
                Options.TopP = random.Next(2) == 0 ? null : 0.5f;
                break;
            case 3:
                (Options.TopK, Options.MaxOutputTokens, Options.Seed) = (Options.Seed is null ? 0 : null, Options.TopK, random.Next(2) == 0 ? null : 0);
                break;
            case 4:
                (Options.FrequencyPenalty, Options.PresencePenalty) = (Options.PresencePenalty, random.Next(2) == 0 ? null : 0.25f);
                break;
            case 5:
                (Options.StopSequences ??= []).Add(Word() ?? "end");
                break;
            case 6:
                Options.Reasoning = random.Next(3) == 0 ? null : new ReasoningOptions { Effort = (ReasoningEffort)random.Next(3), Output = (ReasoningOutput)random.Next(2) };
                break;
            case 7:
                Options.ResponseFormat = random.Next(2) == 0 ? ChatResponseFormat.Text : ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{"type":"object"}"""), Word());
                break;
            case 8:
                Options.ToolMode = random.Next(3) switch { 0 => ChatToolMode.Auto, 1 => ChatToolMode.RequireSpecific(Word() ?? "it"), _ => null };
                break;
            case 9:
                Options.AllowMultipleToolCalls = random.Next(3) switch { 0 => null, 1 => true, _ => false };
                Options.AllowBackgroundResponses = random.Next(3) switch { 0 => null, 1 => true, _ => false };
                Options.ConversationId = Word();
                break;
            case 10:
                (Options.Tools ??= []).Add(AIFunctionFactory.Create(() => 1, Word() ?? "tool", Word()));
                break;
            default:
                Change(Options.AdditionalProperties ??= []);
                break;
        }

        if (random.Next(2) == 0)
        {
            Options = Options.Clone(); // As clients in a pipeline do.
        }
    }

    private AIContent Content() => random.Next(10) switch
    {
        0 or 1 or 2 => new TextContent(Word()),
        3 => new TextReasoningContent(Word()),
        4 => new FunctionCallContent(Word() ?? "id", Word() ?? "name", new Dictionary<string, object?> { ["a"] = Value(), ["b"] = Value() }),
        5 or 6 => new FunctionResultContent(Word() ?? "id", Value()),
        7 => new DataContent(new byte[] { 1, 2, (byte)random.Next(9) }, "image/png"),
        8 => new ErrorContent(Word()),
        _ => new UsageContent(new UsageDetails { InputTokenCount = random.Next(9) }),
    };

    private object? Value() => random.Next(12) switch
    {
        0 => null,
        1 => random.Next(3),
        2 => random.Next(2) == 0,
        3 => 0.5 * random.Next(3),
        4 => 1.50m,
        5 => JsonElement.Parse($$"""{"n":{{random.Next(3)}},"list":[1,2.50,null]}"""),
        6 => new List<int> { random.Next(3) },
        7 => new JsonObject { ["n"] = random.Next(3) },
        8 => (long)random.Next(3),
        _ => Word(),
    };

    private ChatRole Role() => random.Next(4) switch { 0 => ChatRole.System, 1 => ChatRole.User, 2 => ChatRole.Assistant, _ => new ChatRole("custom") };

    /// <summary>Text that is inline, or long enough for a blob; a new object each time.</summary>
    private string? Word() => random.Next(8) switch
    {
        0 => null,
        1 => "é\"\n" + random.Next(3),
        2 => new string((char)('a' + random.Next(4)), 300 + random.Next(2)),
        _ => new string((char)('a' + random.Next(6)), 1 + random.Next(3)),
    };
}
