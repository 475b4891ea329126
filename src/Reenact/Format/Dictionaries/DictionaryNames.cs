namespace Reenact.Format;

/// <summary>Names for the format's dictionary, rarer ones first. Never change this: recordings need every byte of it.</summary>
internal static class DictionaryNames
{
    public static readonly string[] InOrder =
    [
        // Exceptions, and what they say.
        "System.Exception", "System.InvalidOperationException", "System.ArgumentException", "System.ArgumentNullException", "System.ArgumentOutOfRangeException",
        "System.SystemException", "System.FormatException", "System.NotSupportedException", "System.NotImplementedException", "System.TimeoutException",
        "System.OperationCanceledException", "System.Threading.Tasks.TaskCanceledException", "System.IO.IOException", "System.IO.FileNotFoundException",
        "System.Net.Http.HttpRequestException", "System.Net.Sockets.SocketException", "System.AggregateException", "System.Text.Json.JsonException",
        "System.Collections.Generic.KeyNotFoundException", "System.UnauthorizedAccessException", "StatusCode", "HttpRequestError",
        "Operation is not valid due to the current state of the object.", "A task was canceled.", "The operation was canceled.",
        "The given key was not present in the dictionary.", "Object reference not set to an instance of an object.", "Error: ",

        // Surroundings.
        "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Tokyo", "UTC", "Etc/UTC", "en-US", "en-GB", "de-DE",

        // Members of values.
        "name", "id", "type", "title", "status", "value", "values", "count", "total", "amount", "price", "currency", "quantity", "description", "created_at", "updated_at",
        "created", "updated", "date", "time", "start", "end", "email", "phone", "address", "city", "country", "state", "zip", "first_name", "last_name", "user_id",
        "order_id", "items", "result", "results", "error", "message", "code", "data", "url", "path", "file", "text", "query", "summary", "content", "metadata", "score",
        "tags", "source", "active", "pending", "completed", "cancelled", "available",

        // What a session says of itself.
        "parentSession", "parentEvent", "replayId", "replayPlan", "requestId", "traceParent", "tenant", "user",

        // Methods and parameters.
        "HandleAsync", "RunAsync", "GetAsync", "SearchAsync", "AnswerAsync", "ExecuteAsync", "InvokeAsync", "cancellationToken", "arguments", "messages", "input", "query",
        "path", "url", "limit", "offset",

        // Chat.
        "reasoning", "conversationId", "createdAt", "responseId", "messageId", "authorName", "additionalProperties", "annotations", "uri", "mediaType", "data", "error",
        "errorCode", "details", "usage", "temperature", "topP", "maxOutputTokens", "stopSequences", "seed", "toolMode", "responseFormat", "instructions",
        "frequencyPenalty", "presencePenalty", "allowMultipleToolCalls", "modelId", "gpt-4o", "gpt-4o-mini", "gpt-5", "claude-sonnet-4", "finishReason", "stop",
        "tool_calls", "length", "content_filter",
    ];
}
