using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;
using MessagePack;
using Reenact.Events;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Makes the exception that a recording describes, of its own type where that is possible without reflection.</summary>
internal static class RecordedExceptions
{
    /// <summary>Makes the exception.</summary>
    /// <param name="failure">What is recorded of it.</param>
    /// <param name="canceled">The token that a cancellation carries.</param>
    /// <param name="isExact">
    /// Whether it is of its own type. If not, it is of the nearest recorded base type that can be made, or a <see cref="RecordedException"/>.
    /// </param>
    public static Exception Create(RecordedFailure failure, CancellationToken canceled, out bool isExact)
    {
        List<Exception> inside = [];
        if (failure.Inner is not null)
        {
            inside.Add(Create(failure.Inner, canceled, out _));
            inside.AddRange(failure.FurtherInner.Select(further => Create(further, canceled, out _)));
        }

        var parts = new ExceptionParts(failure.Message, inside.FirstOrDefault());
        parts.Add(failure.Properties);
        isExact = TryCreate(failure.Type, failure, parts, inside, canceled, out var exception);
        if (!isExact)
        {
            // System.Exception is every exception's base: to stand for one, RecordedException says more.
            var standIn = failure.BaseTypes.FirstOrDefault(type => type != "System.Exception" && TryCreate(type, failure, parts, inside, canceled, out exception));
            if (standIn is null)
            {
                exception = new RecordedException(failure.Type, failure.Message, parts.Inner, failure.Properties);
            }
        }

        if (failure.HResult is { } result)
        {
            exception.HResult = result;
        }

        AddData(exception, failure);
        return exception;
    }

    /// <summary>The name of the type that a recorded type comes back as.</summary>
    public static string ServedType(string type) => type == "System.Text.Json.JsonReaderException" ? "System.Text.Json.JsonException" : type;

    private static bool TryCreate(
        string type, RecordedFailure failure, ExceptionParts parts, List<Exception> inside, CancellationToken canceled, out Exception exception)
    {
        switch (type)
        {
            case "System.Net.Http.HttpRequestException":
                exception = new HttpRequestException(
                    (HttpRequestError?)parts.Value<int>("httpRequestError") ?? HttpRequestError.Unknown, failure.Message, parts.Inner, (HttpStatusCode?)Code(failure));
                return true;
            case "System.Net.Sockets.SocketException":
                exception = new SocketException(Code(failure) ?? (int)SocketError.SocketError, failure.Message);
                return true;
            case "System.Threading.Tasks.TaskCanceledException":
                exception = new TaskCanceledException(failure.Message, parts.Inner, canceled);
                return true;
            case "System.OperationCanceledException":
                exception = new OperationCanceledException(failure.Message, parts.Inner, canceled);
                return true;
            case "System.AggregateException":
                exception = Aggregate(failure.Message, inside);
                return true;
            default:
                if (FrameworkExceptions.All.TryGetValue(type, out var make))
                {
                    exception = make(parts);
                    return true;
                }

                return ExceptionFactories.TryCreate(type, parts, out exception);
        }
    }

    /// <summary>An aggregate adds the messages inside it to its own, so they are taken off the recorded one.</summary>
    private static AggregateException Aggregate(string message, List<Exception> inside)
    {
        if (inside.Count == 0)
        {
            return new AggregateException(message);
        }

        var added = message.IndexOf($" ({inside[0].Message})", StringComparison.Ordinal);
        return new AggregateException(added < 0 ? message : message[..added], inside);
    }

    /// <summary>The number by which programs tell failures apart; null where the recording has none that fits.</summary>
    private static int? Code(RecordedFailure failure)
    {
        if (failure.Code.IsNil)
        {
            return null;
        }

        try
        {
            return failure.Code.Read<int, Int32Codec>();
        }
        catch (Exception exception) when (exception is ValueFormatException or MessagePackSerializationException or OverflowException or EndOfStreamException)
        {
            return null; // A text, or a number of another runtime: what it says is in the recording still.
        }
    }

    private static void AddData(Exception exception, RecordedFailure failure)
    {
        if (failure.Data.IsNil)
        {
            return;
        }

        try
        {
            var data = ValueReading.Read<Dictionary<string, string>, DictionaryCodec<string, string, StringCodec, StringCodec>>(
                failure.Data.Bytes, new ValueReadContext(failure.Data.Blobs));
            foreach (var (key, value) in data)
            {
                exception.Data[key] = value;
            }
        }
        catch (ValueFormatException)
        {
            // Entries that are no text, of another writer: the exception itself is what code reacts to.
        }
    }
}
