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
        Assert.Null(OptionsIdentity.Of(new ChatOptions { Tools = [new ChangingTool()] }));
        Assert.Null(OptionsIdentity.Of(new ChatOptions { AdditionalProperties = new() { ["a"] = 1 } }));
        Assert.Null(OptionsIdentity.Of(new ChatOptions { Reasoning = new ReasoningOptions() }));
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

    /// <summary>A tool whose schema is another each time.</summary>
    private sealed class ChangingTool : AIFunctionDeclaration
    {
        private int asked;

        public override string Name => "changing";

        public override JsonElement JsonSchema => JsonElement.Parse($$"""{"asked":{{++asked}}}""");
    }
}
