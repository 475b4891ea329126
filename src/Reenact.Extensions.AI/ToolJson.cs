using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>Tools as a model sees them: name, description, schema. What they do when called is not part of a request.</summary>
internal static class ToolJson
{
    public static void WriteAll(Utf8JsonWriter writer, IList<AITool>? tools)
    {
        if (tools is null)
        {
            return;
        }

        writer.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            writer.WriteStartObject();
            Write(writer, tool);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, AITool tool)
    {
        writer.WriteString("name", tool.Name);
        if (tool.Description.Length != 0)
        {
            writer.WriteString("description", tool.Description);
        }

        switch (tool)
        {
            case AIFunctionDeclaration function:
                ChatOptionsJson.Schema(writer, "schema", function.JsonSchema);
                ChatOptionsJson.Schema(writer, "returnSchema", function.ReturnJsonSchema);
                break;
            case HostedMcpServerTool server:
                // Its headers hold credentials.
                writer.WriteString("hosted", tool.GetType().Name);
                writer.WriteString("serverName", server.ServerName);
                writer.WriteString("serverAddress", server.ServerAddress);
                break;
            default:
                writer.WriteString("hosted", tool.GetType().Name);
                break;
        }
    }
}
