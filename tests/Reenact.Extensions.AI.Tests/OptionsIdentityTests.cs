using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

/// <summary>Options are known again without a look into their tools where those never change, and every change of the options is noticed.</summary>
public class OptionsIdentityTests
{
    [Fact]
    public void Options_with_tools_of_the_factory_are_known_again()
    {
        var options = new ChatOptions { ModelId = "m", Temperature = 0, Tools = [AIFunctionFactory.Create(() => 1, "one"), AIFunctionFactory.Create(() => 2, "two")] };

        var identity = Assert.IsType<Fingerprint.Part[]>(OptionsIdentity.Of(options));

        Assert.True(OptionsIdentity.Is(options, identity));
        Assert.True(OptionsIdentity.Is(options.Clone(), identity));
    }

    [Fact]
    public void What_may_change_unseen_has_no_identity()
    {
        Assert.Null(OptionsIdentity.Of(new ChatOptions { Tools = [new HostedWebSearchTool()] }));
        Assert.Null(OptionsIdentity.Of(new ChatOptions { AdditionalProperties = new() { ["a"] = 1 } }));
        Assert.Null(OptionsIdentity.Of(new ChatOptions { Reasoning = new ReasoningOptions() }));
    }

    [Fact]
    public void A_function_that_is_made_anew_is_known_by_what_it_says()
    {
        var schema = JsonElement.Parse("""{"type":"object"}""");
        var identity = OptionsIdentity.Of(new ChatOptions { Tools = [new NamedTool { Named = "one", Schema = schema }] })!;

        Assert.True(OptionsIdentity.Is(new ChatOptions { Tools = [new NamedTool { Named = string.Concat("o", "ne"), Schema = schema }] }, identity));
        Assert.False(OptionsIdentity.Is(new ChatOptions { Tools = [new NamedTool { Named = "two", Schema = schema }] }, identity));
        Assert.False(OptionsIdentity.Is(new ChatOptions { Tools = [new NamedTool { Named = "one", Schema = schema, Returns = schema }] }, identity));
        Assert.False(OptionsIdentity.Is(new ChatOptions { Tools = [new ChangingTool()] }, identity));
    }

    [Fact]
    public void A_function_that_changes_in_place_is_noticed()
    {
        var tool = new NamedTool { Named = "one", Schema = JsonElement.Parse("""{"a":1}"""), Returns = JsonElement.Parse("1") };
        Action[] changes = [() => tool.Named = "two", () => tool.Described = "other", () => tool.Schema = JsonElement.Parse("""{"a":2}"""), () => tool.Returns = null, () => tool.Returns = default(JsonElement)];
        var options = new ChatOptions { Tools = [tool, new NamedTool { Named = "next", Schema = tool.Schema }] };
        foreach (var change in changes)
        {
            tool.Returns = JsonElement.Parse("1");
            var identity = OptionsIdentity.Of(options)!;
            Assert.True(OptionsIdentity.Is(options, identity));

            change();

            Assert.False(OptionsIdentity.Is(options, identity));
        }
    }

    [Fact]
    public void A_schema_whose_document_is_gone_is_another()
    {
        var document = JsonDocument.Parse("""{"a":1}""");
        var tool = new NamedTool { Named = "one", Schema = document.RootElement };
        var options = new ChatOptions { Tools = [tool] };
        var identity = OptionsIdentity.Of(options)!;

        document.Dispose();
        tool.Schema = JsonElement.Parse("""{"a":1}""");

        Assert.False(OptionsIdentity.Is(options, identity));
    }

    [Fact]
    public void Any_change_is_noticed()
    {
        Action<ChatOptions>[] changes =
        [
            options => options.ModelId = "other",
            options => options.Instructions = "other",
            options => options.ConversationId = "other",
            options => options.Temperature = null,
            options => options.Temperature = -0f,
            options => options.TopP = 0,
            options => options.TopK = 0,
            options => options.MaxOutputTokens = 0,
            options => options.FrequencyPenalty = 0,
            options => options.PresencePenalty = 0,
            options => options.Seed = 0,
            options => options.AllowMultipleToolCalls = false,
            options => options.AllowBackgroundResponses = false,
            options => options.ResponseFormat = ChatResponseFormat.Json,
            options => options.ToolMode = ChatToolMode.Auto,
            options => options.StopSequences = [],
            options => options.StopSequences = ["end"],
            options => options.Tools = null,
            options => options.Tools!.RemoveAt(0),
            options => options.Tools!.Add(options.Tools[0]),
            options => options.Tools![0] = AIFunctionFactory.Create(() => 1, "one"),
            options => options.Tools![0] = new ChangingTool(),
            options => options.AdditionalProperties = [],
            options => options.Reasoning = new ReasoningOptions(),
        ];
        foreach (var change in changes)
        {
            var options = new ChatOptions { ModelId = "m", Temperature = 0, Tools = [AIFunctionFactory.Create(() => 1, "one"), AIFunctionFactory.Create(() => 2, "two")] };
            var identity = OptionsIdentity.Of(options)!;

            change(options);

            Assert.False(OptionsIdentity.Is(options, identity));
        }
    }

    /// <summary>A tool that says what it is told to.</summary>
    private sealed class NamedTool : AIFunctionDeclaration
    {
        public string Named { get; set; } = "";

        public string Described { get; set; } = "";

        public JsonElement Schema { get; set; }

        public JsonElement? Returns { get; set; }

        public override string Name => Named;

        public override string Description => Described;

        public override JsonElement JsonSchema => Schema;

        public override JsonElement? ReturnJsonSchema => Returns;
    }

    /// <summary>A tool whose schema is another each time.</summary>
    private sealed class ChangingTool : AIFunctionDeclaration
    {
        private int asked;

        public override string Name => "changing";

        public override JsonElement JsonSchema => JsonElement.Parse($$"""{"asked":{{++asked}}}""");
    }
}
