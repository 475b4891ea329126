using System.Net;
using System.Net.Http;
using System.Text.Json;
using MessagePack;
using Reenact.Events;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>Makes the exception that a recording describes, of its own type where that is possible without reflection.</summary>
internal static class RecordedExceptions
{
#pragma warning disable CA2201 // These stand for exceptions that were thrown when the session was recorded.
    private static readonly Dictionary<string, Func<string, Exception?, Exception>> WellKnown = new(StringComparer.Ordinal)
    {
        ["System.Exception"] = static (message, inner) => new Exception(message, inner),
        ["System.ApplicationException"] = static (message, inner) => new ApplicationException(message, inner),
        ["System.ArgumentException"] = static (message, inner) => new ArgumentException(message, inner),
        ["System.ArgumentNullException"] = static (message, inner) => new ArgumentNullException(message, inner),
        ["System.ArgumentOutOfRangeException"] = static (message, inner) => new ArgumentOutOfRangeException(message, inner),
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
            exception = new HttpRequestException(failure.Message, inner, Status(failure));
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

    /// <summary>An aggregate adds the messages inside it to its own, so they are taken off the recorded one.</summary>
    private static AggregateException Aggregate(string message, Exception? inner)
    {
        if (inner is null)
        {
            return new AggregateException(message);
        }

        var added = $" ({inner.Message})";
        return new AggregateException(message.EndsWith(added, StringComparison.Ordinal) ? message[..^added.Length] : message, inner);
    }

    private static HttpStatusCode? Status(RecordedFailure failure) =>
        !failure.Code.IsNil && new MessagePackReader(failure.Code.Bytes) is { NextMessagePackType: MessagePackType.Integer } reader
            ? (HttpStatusCode)reader.ReadInt32()
            : null;

    private static void AddData(Exception exception, RecordedFailure failure)
    {
        if (failure.Data.IsNil)
        {
            return;
        }

        foreach (var (key, value) in failure.Data.Read<Dictionary<string, string>, DictionaryCodec<string, string, StringCodec, StringCodec>>())
        {
            exception.Data[key] = value;
        }
    }
}
