using MessagePack;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>Writes and reads responses of clients that have the library's own options, most of them without JSON.</summary>
internal readonly struct RecordedResponseCodec : IValueCodec<RecordedResult<ChatResponse>>
{
    public static void Write(ref MessagePackWriter writer, RecordedResult<ChatResponse> value, ValueWriteContext context)
    {
        if (value is { Json: null, Encoded: null, Live: { } response })
        {
            DirectResponseWriter.Write(ref writer, response, context);
        }
        else
        {
            RecordedResultCodec<ChatResponse>.Write(ref writer, value, context);
        }
    }

    public static RecordedResult<ChatResponse> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (DirectResponseReader.Read(reader, context) is not { } response)
        {
            context.Reset();
            return RecordedResultCodec<ChatResponse>.Read(ref reader, context);
        }

        reader.Skip();
        return new RecordedResult<ChatResponse>(null, null, Served: response);
    }
}
