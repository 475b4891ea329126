using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>
/// What options are made of, with tools by reference where they never change: those that the library's factory makes. Of other functions it is their
/// texts, and their schemas by reference. Options that hold anything else that may change in place have none.
/// </summary>
internal static class OptionsIdentity
{
    private const string MadeByFactory = "Microsoft.Extensions.AI.AIFunctionFactory+ReflectionAIFunction";

    private static Type? known;

    /// <summary>The type of functions that was seen last and is another one.</summary>
    private static Type? other;

    /// <summary>Takes it; null where part of the options may change without being noticed.</summary>
    public static Fingerprint.Part[]? Of(ChatOptions options)
    {
        var parts = new List<Fingerprint.Part>();
        var sink = new FingerprintWriter(parts);
        return TryTake(ref sink, options) ? [.. parts] : null;
    }

    /// <summary>Whether options are what was taken.</summary>
    public static bool Is(ChatOptions options, Fingerprint.Part[] taken)
    {
        var check = new FingerprintCheck(taken);
        return TryTake(ref check, options) && check.AtEnd;
    }

    private static bool TryTake<TSink>(ref TSink sink, ChatOptions options)
        where TSink : struct, IFingerprintSink, allows ref struct =>
        options is { ContinuationToken: null, Reasoning: null, AdditionalProperties: null }
        && sink.Add(options.ModelId, 0)
        && sink.Add(options.Instructions, 0)
        && sink.Add(options.ConversationId, 0)
        && sink.Add(null, Bits(options.Temperature))
        && sink.Add(null, Bits(options.TopP))
        && sink.Add(null, Bits(options.FrequencyPenalty))
        && sink.Add(null, Bits(options.PresencePenalty))
        && Add(ref sink, options.TopK)
        && Add(ref sink, options.MaxOutputTokens)
        && Add(ref sink, options.Seed)
        && sink.Add(options.ResponseFormat, Bits(options.AllowMultipleToolCalls))
        && sink.Add(options.ToolMode, Bits(options.AllowBackgroundResponses))
        && TryTakeTexts(ref sink, options.StopSequences)
        && TryTakeTools(ref sink, options.Tools);

    private static bool TryTakeTexts<TSink>(ref TSink sink, IList<string>? texts)
        where TSink : struct, IFingerprintSink, allows ref struct
    {
        var count = texts?.Count ?? -1;
        if (!sink.Add(null, count))
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!sink.Add(texts![i], 0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryTakeTools<TSink>(ref TSink sink, IList<AITool>? tools)
        where TSink : struct, IFingerprintSink, allows ref struct
    {
        var count = tools?.Count ?? -1;
        if (!sink.Add(null, count))
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var tool = tools![i];
            if (!(IsUnchanging(tool) ? sink.Add(tool, 0) : tool is AIFunctionDeclaration function && TryTake(ref sink, function)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What is recorded of a function that may say something else at each call.</summary>
    private static bool TryTake<TSink>(ref TSink sink, AIFunctionDeclaration function)
        where TSink : struct, IFingerprintSink, allows ref struct =>
        sink.Add(typeof(AIFunctionDeclaration), 0)
        && sink.Add(function.Name, 0)
        && sink.Add(function.Description, 0)
        && sink.Add(function.JsonSchema)
        && sink.Add(function.ReturnJsonSchema);

    private static bool IsUnchanging(AITool tool)
    {
        var type = tool.GetType();
        if (ReferenceEquals(type, known))
        {
            return true;
        }

        if (ReferenceEquals(type, other))
        {
            return false;
        }

        if (type.FullName != MadeByFactory)
        {
            other = type;
            return false;
        }

        known = type;
        return true;
    }

    private static bool Add<TSink>(ref TSink sink, long? number)
        where TSink : struct, IFingerprintSink, allows ref struct =>
        number is { } bits ? sink.Add(null, bits) : sink.Add(typeof(Nullable), 0);

    private static long Bits(float? number) => number is { } known ? BitConverter.SingleToInt32Bits(known) : long.MinValue;

    private static long Bits(bool? flag) => flag is { } known ? (known ? 1 : 0) : -1;
}
