using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

public class ChatOptionsJsonTests
{
    [Fact]
    public void Unset_options_take_no_space() => Assert.Equal("{}", Encode(new ChatOptions()));

    [Fact]
    public void Every_option_a_model_sees_is_written()
    {
        var options = new ChatOptions
        {
            ModelId = "m",
            Instructions = "Be brief.",
            Temperature = 0.7f,
            TopP = 0.9f,
            TopK = 40,
            MaxOutputTokens = 100,
            FrequencyPenalty = 0.1f,
            PresencePenalty = 0.2f,
            Seed = 42,
            StopSequences = ["END"],
            Reasoning = new ReasoningOptions { Effort = ReasoningEffort.High },
            ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{ "type": "object" }"""), "Answer", "An answer"),
            ToolMode = ChatToolMode.RequireSpecific("Fly"),
            AllowMultipleToolCalls = false,
            AllowBackgroundResponses = true,
            ConversationId = "c",
            AdditionalProperties = new() { ["z"] = 1, ["a"] = "x" },
        };

        Assert.Equal(
            """
            {"modelId":"m","instructions":"Be brief.","temperature":0.7,"topP":0.9,"topK":40,"maxOutputTokens":100,
            "frequencyPenalty":0.1,"presencePenalty":0.2,"seed":42,"stopSequences":["END"],"reasoning":{"effort":"High"},
            "responseFormat":{"type":"json","schemaName":"Answer","schemaDescription":"An answer","schema":"{\"type\":\"object\"}"},
            "toolMode":{"required":"Fly"},"allowMultipleToolCalls":false,"allowBackgroundResponses":true,"conversationId":"c",
            "additionalProperties":{"a":"x","z":1}}
            """.ReplaceLineEndings(""),
            Encode(options));
    }

    [Fact]
    public void Every_option_of_the_library_is_known_here()
    {
        string[] known =
        [
            "AdditionalProperties", "AllowBackgroundResponses", "AllowMultipleToolCalls", "ContinuationToken", "ConversationId",
            "FrequencyPenalty", "Instructions", "MaxOutputTokens", "ModelId", "PresencePenalty", "RawRepresentationFactory", "Reasoning",
            "ResponseFormat", "Seed", "StopSequences", "Temperature", "ToolMode", "Tools", "TopK", "TopP",
        ];

        Assert.Equal(known, typeof(ChatOptions).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_tool_is_its_name_its_description_and_its_schema()
    {
        var tool = AIFunctionFactory.Create((string city, int nights) => 1.5, "Quote", "Quotes a price.");

        var json = JsonElement.Parse(Encode(new ChatOptions { Tools = [tool] })).GetProperty("tools")[0];

        Assert.Equal("Quote", json.GetProperty("name").GetString());
        Assert.Equal("Quotes a price.", json.GetProperty("description").GetString());
        Assert.Equal("integer", JsonElement.Parse(json.GetProperty("schema").GetString()!).GetProperty("properties").GetProperty("nights").GetProperty("type").GetString());
    }

    [Fact]
    public void Credentials_of_a_hosted_tool_are_not_written()
    {
        var tool = new HostedMcpServerTool("crm", new Uri("https://crm.example.com")) { Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer s3cret" } };

        var json = Encode(new ChatOptions { Tools = [tool, new HostedWebSearchTool()] });

        Assert.DoesNotContain("s3cret", json, StringComparison.Ordinal);
        Assert.Contains("https://crm.example.com", json, StringComparison.Ordinal);
        Assert.Contains("HostedWebSearchTool", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_options_are_equal_bytes()
    {
        var one = new ChatOptions { AdditionalProperties = new() { ["a"] = 1, ["b"] = 2 }, ResponseFormat = Format("""{"type":"object"}"""), Tools = [Tool()] };
        var other = new ChatOptions { AdditionalProperties = new() { ["b"] = 2, ["a"] = 1 }, ResponseFormat = Format("""{  "type" : "object" }"""), Tools = [Tool()] };

        Assert.Equal(Encode(one), Encode(other));

        static AITool Tool() => AIFunctionFactory.Create((string city) => city, "Echo");
        static ChatResponseFormat Format(string schema) => ChatResponseFormat.ForJsonSchema(JsonElement.Parse(schema));
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("none")]
    [InlineData("required")]
    public void A_tool_mode_is_its_name(string name)
    {
        ChatToolMode mode = name switch { "auto" => ChatToolMode.Auto, "none" => ChatToolMode.None, _ => ChatToolMode.RequireAny };

        Assert.Equal($$"""{"toolMode":"{{name}}"}""", Encode(new ChatOptions { ToolMode = mode }));
    }

    [Fact]
    public void A_property_that_is_no_data_is_named_by_its_type()
    {
        var json = Encode(new ChatOptions { AdditionalProperties = new() { ["hook"] = new Action(() => { }), ["n"] = 1 } });

        Assert.Contains("System.Action", json, StringComparison.Ordinal);
        Assert.Contains("\"n\":1", json, StringComparison.Ordinal);
    }

    private static string Encode(ChatOptions options) => Encoding.UTF8.GetString(ChatOptionsJson.Encode(options, ChatJson.Default).Span);
}
