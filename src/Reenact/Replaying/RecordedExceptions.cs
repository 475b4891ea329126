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
#pragma warning disable CA2201 // These stand for exceptions that were thrown when the session was recorded.
    private static readonly Dictionary<string, Func<string, Exception?, Exception>> WellKnown = new(StringComparer.Ordinal)
    {
        ["System.Exception"] = static (message, inner) => new Exception(message, inner),
        ["System.ApplicationException"] = static (message, inner) => new ApplicationException(message, inner),
        ["System.ArgumentException"] = static (message, inner) =>
            Argument(message, inner, static (text, name, _, inner) => new ArgumentException(text, name, inner)),
        ["System.ArgumentNullException"] = static (message, inner) =>
            Argument(message, inner, static (text, name, _, inner) => name is null ? new ArgumentNullException(text, inner) : new ArgumentNullException(name, text)),
        ["System.ArgumentOutOfRangeException"] = static (message, inner) =>
            Argument(message, inner, static (text, name, value, inner) =>
                name is null ? new ArgumentOutOfRangeException(text, inner) : new ArgumentOutOfRangeException(name, value, text)),
        ["System.ArithmeticException"] = static (message, inner) => new ArithmeticException(message, inner),
        ["System.DivideByZeroException"] = static (message, inner) => new DivideByZeroException(message, inner),
        ["System.OverflowException"] = static (message, inner) => new OverflowException(message, inner),
        ["System.FormatException"] = static (message, inner) => new FormatException(message, inner),
        ["System.IndexOutOfRangeException"] = static (message, inner) => new IndexOutOfRangeException(message, inner),
        ["System.InvalidCastException"] = static (message, inner) => new InvalidCastException(message, inner),
        ["System.InvalidOperationException"] = static (message, inner) => new InvalidOperationException(message, inner),
        ["System.ObjectDisposedException"] = static (message, inner) => new ObjectDisposedException(message, inner),
        ["System.NotImplementedException"] = static (message, inner) => new NotImplementedException(message, inner),
        ["System.NotSupportedException"] = static (message, inner) => new NotSupportedException(message, inner),
        ["System.NullReferenceException"] = static (message, inner) => new NullReferenceException(message, inner),
        ["System.TimeoutException"] = static (message, inner) => new TimeoutException(message, inner),
        ["System.UnauthorizedAccessException"] = static (message, inner) => new UnauthorizedAccessException(message, inner),
        ["System.UriFormatException"] = static (message, inner) => new UriFormatException(message, inner),
        ["System.AggregateException"] = Aggregate,
        ["System.Collections.Generic.KeyNotFoundException"] = static (message, inner) => new KeyNotFoundException(message, inner),
        ["System.IO.IOException"] = static (message, inner) => new IOException(message, inner),
        ["System.IO.FileNotFoundException"] = static (message, inner) => new FileNotFoundException(message, inner),
        ["System.IO.DirectoryNotFoundException"] = static (message, inner) => new DirectoryNotFoundException(message, inner),
        ["System.IO.EndOfStreamException"] = static (message, inner) => new EndOfStreamException(message, inner),
        ["System.IO.InvalidDataException"] = static (message, inner) => new InvalidDataException(message, inner),
        ["System.Text.Json.JsonReaderException"] = static (message, inner) => new JsonException(message, inner), // Internal: code catches its base.
        ["System.Text.Json.JsonException"] = static (message, inner) => new JsonException(message, inner),
        ["System.Security.SecurityException"] = static (message, inner) => new System.Security.SecurityException(message, inner),
    };
#pragma warning restore CA2201

    /// <summary>Makes the exception.</summary>
    /// <param name="failure">What is recorded of it.</param>
    /// <param name="canceled">The token that a cancellation carries.</param>
    /// <param name="isExact">Whether it is of its own type; if not, it is a <see cref="RecordedException"/>.</param>
    public static Exception Create(RecordedFailure failure, CancellationToken canceled, out bool isExact)
    {
        var inner = failure.Inner is null ? null : Create(failure.Inner, canceled, out _);
        isExact = true;
        Exception exception;
        if (failure.Type == "System.Net.Http.HttpRequestException")
        {
            exception = new HttpRequestException(failure.Message, inner, (HttpStatusCode?)Code(failure));
        }
        else if (failure.Type == "System.Net.Sockets.SocketException")
        {
            exception = new SocketException(Code(failure) ?? (int)SocketError.SocketError, failure.Message);
        }
        else if (failure.Type == "System.Threading.Tasks.TaskCanceledException")
        {
            exception = new TaskCanceledException(failure.Message, inner, canceled);
        }
        else if (failure.Type == "System.OperationCanceledException")
        {
            exception = new OperationCanceledException(failure.Message, inner, canceled);
        }
        else if (WellKnown.TryGetValue(failure.Type, out var make))
        {
            exception = make(failure.Message, inner);
        }
        else if (!ExceptionFactories.TryCreate(failure.Type, failure.Message, inner, out exception))
        {
            isExact = false;
            exception = new RecordedException(failure.Type, failure.Message, inner);
        }

        AddData(exception, failure);
        return exception;
    }

    /// <summary>The name of the type that a recorded type comes back as.</summary>
    public static string ServedType(string type) => type == "System.Text.Json.JsonReaderException" ? "System.Text.Json.JsonException" : type;

    /// <summary>An aggregate adds the messages inside it to its own, so they are taken off the recorded one.</summary>
    private static AggregateException Aggregate(string message, Exception? inner)
    {
        if (inner is null)
        {
            return new AggregateException(message);
        }

        var added = message.IndexOf($" ({inner.Message})", StringComparison.Ordinal);
        return new AggregateException(added < 0 ? message : message[..added], inner);
    }

    /// <summary>
    /// An argument's exception adds the parameter's name to its message, and one about a range the actual value, so they are taken off
    /// the recorded one. The actual value comes back as text.
    /// </summary>
    private static Exception Argument(string message, Exception? inner, Func<string, string?, string?, Exception?, Exception> make)
    {
        const string Parameter = " (Parameter '";
        const string Value = "Actual value was ";
        var at = message.LastIndexOf(Parameter, StringComparison.Ordinal);
        var end = at < 0 ? -1 : message.IndexOf("')", at, StringComparison.Ordinal);
        if (end < 0)
        {
            return make(message, null, null, inner);
        }

        var rest = message[(end + 2)..].TrimStart('\r', '\n');
        var value = rest.StartsWith(Value, StringComparison.Ordinal) && rest.EndsWith('.') ? rest[Value.Length..^1] : null;
        return make(message[..at], message[(at + Parameter.Length)..end], value, inner);
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
