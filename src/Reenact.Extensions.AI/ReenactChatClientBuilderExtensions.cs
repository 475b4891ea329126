using System.Text.Json;
using Microsoft.Extensions.AI;
using Reenact.Extensions.AI;

namespace Reenact;

/// <summary>Adds Reenact to a chat client's pipeline.</summary>
public static class ReenactChatClientBuilderExtensions
{
    /// <summary>
    /// Records each model call of a session, and on replay serves it from the recording instead of calling the inner client.
    /// Outside a session calls pass through.
    /// </summary>
    /// <param name="builder">The pipeline. Put <c>UseFunctionInvocation()</c> and other clients that make several model calls of
    /// one, or change what the model is asked, before this one: then every call that reaches the model is recorded as it is.</param>
    /// <param name="serializerOptions">How messages become JSON, when they hold types that
    /// <see cref="AIJsonUtilities.DefaultOptions"/> doesn't know: a copy of those options, to which the types were added (see
    /// <see cref="AIJsonUtilities.AddAIContentType{TContent}"/>). Record and replay with the same.</param>
    /// <returns>The pipeline.</returns>
    /// <remarks>The client it adds is thread-safe if the inner client is.</remarks>
    public static ChatClientBuilder UseReenact(this ChatClientBuilder builder, JsonSerializerOptions? serializerOptions = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var json = serializerOptions is null ? ChatJson.Default : new ChatJson(serializerOptions);
        return builder.Use(inner => new RecordedChatClient(inner, json));
    }
}
