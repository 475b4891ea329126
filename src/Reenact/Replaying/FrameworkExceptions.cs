using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>Makes exceptions of the framework's types, by the full names of the types.</summary>
internal static class FrameworkExceptions
{
#pragma warning disable CA2201 // These stand for exceptions that were thrown when the session was recorded.
    public static readonly Dictionary<string, Func<ExceptionParts, Exception>> All = new(StringComparer.Ordinal)
    {
        // With more to say than a message and what is inside.
        ["System.Exception"] = static parts => new Exception(parts.Message, parts.Inner),
        ["System.ArgumentException"] = static parts => Argument(parts, static (text, name, _, inner) => new ArgumentException(text, name, inner)),
        ["System.ArgumentNullException"] = static parts => Argument(
            parts, static (text, name, _, inner) => name is null ? new ArgumentNullException(text, inner) : new ArgumentNullException(name, text)),
        ["System.ArgumentOutOfRangeException"] = static parts => Argument(
            parts, static (text, name, value, inner) => name is null ? new ArgumentOutOfRangeException(text, inner) : new ArgumentOutOfRangeException(name, value, text)),
        ["System.Globalization.CultureNotFoundException"] = static parts => Argument(
            parts, static (text, name, _, inner) => name is null ? new CultureNotFoundException(text, inner) : new CultureNotFoundException(name, text)),
        ["System.ComponentModel.InvalidEnumArgumentException"] = static parts => new InvalidEnumArgumentException(parts.Message, parts.Inner),
        ["System.ObjectDisposedException"] = static parts => Disposed(parts),
        ["System.IO.FileNotFoundException"] = static parts => new FileNotFoundException(parts.Message, parts.Text("fileName"), parts.Inner),
        ["System.IO.FileLoadException"] = static parts => new FileLoadException(parts.Message, parts.Inner),
        ["System.Net.Http.HttpIOException"] = static parts => new HttpIOException(
            (HttpRequestError?)parts.Value<int>("httpRequestError") ?? HttpRequestError.Unknown, parts.Message, parts.Inner),
        ["System.Net.WebException"] = static parts => new WebException(
            parts.Message, parts.Inner, (WebExceptionStatus?)parts.Value<int>("status") ?? WebExceptionStatus.UnknownError, null),
        ["System.ComponentModel.Win32Exception"] = static parts =>
            parts.Value<int>("nativeErrorCode") is { } code ? new Win32Exception(code, parts.Message) : new Win32Exception(parts.Message, parts.Inner),
        ["System.Text.Json.JsonException"] = static parts => Json(parts),
        ["System.Text.Json.JsonReaderException"] = static parts => Json(parts), // Internal: code catches its base.

        ["System.ApplicationException"] = static parts => new global::System.ApplicationException(parts.Message, parts.Inner),
        ["System.ArithmeticException"] = static parts => new global::System.ArithmeticException(parts.Message, parts.Inner),
        ["System.DivideByZeroException"] = static parts => new global::System.DivideByZeroException(parts.Message, parts.Inner),
        ["System.OverflowException"] = static parts => new global::System.OverflowException(parts.Message, parts.Inner),
        ["System.NotFiniteNumberException"] = static parts => new global::System.NotFiniteNumberException(parts.Message, parts.Inner),
        ["System.FormatException"] = static parts => new global::System.FormatException(parts.Message, parts.Inner),
        ["System.IndexOutOfRangeException"] = static parts => new global::System.IndexOutOfRangeException(parts.Message, parts.Inner),
        ["System.ArrayTypeMismatchException"] = static parts => new global::System.ArrayTypeMismatchException(parts.Message, parts.Inner),
        ["System.RankException"] = static parts => new global::System.RankException(parts.Message, parts.Inner),
        ["System.InvalidCastException"] = static parts => new global::System.InvalidCastException(parts.Message, parts.Inner),
        ["System.InvalidOperationException"] = static parts => new global::System.InvalidOperationException(parts.Message, parts.Inner),
        ["System.NotImplementedException"] = static parts => // Thrown by the recorded code, not by this library.
            new global::System.NotImplementedException(parts.Message, parts.Inner),
        ["System.NotSupportedException"] = static parts => new global::System.NotSupportedException(parts.Message, parts.Inner),
        ["System.PlatformNotSupportedException"] = static parts => new global::System.PlatformNotSupportedException(parts.Message, parts.Inner),
        ["System.NullReferenceException"] = static parts => new global::System.NullReferenceException(parts.Message, parts.Inner),
        ["System.TimeoutException"] = static parts => new global::System.TimeoutException(parts.Message, parts.Inner),
        ["System.UnauthorizedAccessException"] = static parts => new global::System.UnauthorizedAccessException(parts.Message, parts.Inner),
        ["System.UriFormatException"] = static parts => new global::System.UriFormatException(parts.Message, parts.Inner),
        ["System.InvalidProgramException"] = static parts => new global::System.InvalidProgramException(parts.Message, parts.Inner),
        ["System.InvalidTimeZoneException"] = static parts => new global::System.InvalidTimeZoneException(parts.Message, parts.Inner),
        ["System.TimeZoneNotFoundException"] = static parts => new global::System.TimeZoneNotFoundException(parts.Message, parts.Inner),
        ["System.InsufficientMemoryException"] = static parts => new global::System.InsufficientMemoryException(parts.Message, parts.Inner),
        ["System.OutOfMemoryException"] = static parts => new global::System.OutOfMemoryException(parts.Message, parts.Inner),
        ["System.MemberAccessException"] = static parts => new global::System.MemberAccessException(parts.Message, parts.Inner),
        ["System.MissingMemberException"] = static parts => new global::System.MissingMemberException(parts.Message, parts.Inner),
        ["System.MissingMethodException"] = static parts => new global::System.MissingMethodException(parts.Message, parts.Inner),
        ["System.MissingFieldException"] = static parts => new global::System.MissingFieldException(parts.Message, parts.Inner),
        ["System.MethodAccessException"] = static parts => new global::System.MethodAccessException(parts.Message, parts.Inner),
        ["System.FieldAccessException"] = static parts => new global::System.FieldAccessException(parts.Message, parts.Inner),
        ["System.TypeLoadException"] = static parts => new global::System.TypeLoadException(parts.Message, parts.Inner),
        ["System.DllNotFoundException"] = static parts => new global::System.DllNotFoundException(parts.Message, parts.Inner),
        ["System.EntryPointNotFoundException"] = static parts => new global::System.EntryPointNotFoundException(parts.Message, parts.Inner),
        ["System.TypeAccessException"] = static parts => new global::System.TypeAccessException(parts.Message, parts.Inner),
        ["System.BadImageFormatException"] = static parts => new global::System.BadImageFormatException(parts.Message, parts.Inner),
        ["System.SystemException"] = static parts => new global::System.SystemException(parts.Message, parts.Inner),
        ["System.MulticastNotSupportedException"] = static parts => new global::System.MulticastNotSupportedException(parts.Message, parts.Inner),
        ["System.DataMisalignedException"] = static parts => new global::System.DataMisalignedException(parts.Message, parts.Inner),
        ["System.Collections.Generic.KeyNotFoundException"] = static parts => new global::System.Collections.Generic.KeyNotFoundException(parts.Message, parts.Inner),
        ["System.IO.IOException"] = static parts => new global::System.IO.IOException(parts.Message, parts.Inner),
        ["System.IO.DirectoryNotFoundException"] = static parts => new global::System.IO.DirectoryNotFoundException(parts.Message, parts.Inner),
        ["System.IO.DriveNotFoundException"] = static parts => new global::System.IO.DriveNotFoundException(parts.Message, parts.Inner),
        ["System.IO.PathTooLongException"] = static parts => new global::System.IO.PathTooLongException(parts.Message, parts.Inner),
        ["System.IO.EndOfStreamException"] = static parts => new global::System.IO.EndOfStreamException(parts.Message, parts.Inner),
        ["System.IO.InvalidDataException"] = static parts => new global::System.IO.InvalidDataException(parts.Message, parts.Inner),
        ["System.IO.InternalBufferOverflowException"] = static parts => new global::System.IO.InternalBufferOverflowException(parts.Message, parts.Inner),
        ["System.Security.SecurityException"] = static parts => new global::System.Security.SecurityException(parts.Message, parts.Inner),
        ["System.Security.VerificationException"] = static parts => new global::System.Security.VerificationException(parts.Message, parts.Inner),
        ["System.Security.Authentication.AuthenticationException"] = static parts => new global::System.Security.Authentication.AuthenticationException(parts.Message, parts.Inner),
        ["System.Security.Authentication.InvalidCredentialException"] = static parts => new global::System.Security.Authentication.InvalidCredentialException(parts.Message, parts.Inner),
        ["System.Security.Cryptography.CryptographicException"] = static parts => new global::System.Security.Cryptography.CryptographicException(parts.Message, parts.Inner),
        ["System.Security.Cryptography.CryptographicUnexpectedOperationException"] = static parts => new global::System.Security.Cryptography.CryptographicUnexpectedOperationException(parts.Message, parts.Inner),
        ["System.Threading.SynchronizationLockException"] = static parts => new global::System.Threading.SynchronizationLockException(parts.Message, parts.Inner),
        ["System.Threading.SemaphoreFullException"] = static parts => new global::System.Threading.SemaphoreFullException(parts.Message, parts.Inner),
        ["System.Threading.ThreadStateException"] = static parts => new global::System.Threading.ThreadStateException(parts.Message, parts.Inner),
        ["System.Threading.WaitHandleCannotBeOpenedException"] = static parts => new global::System.Threading.WaitHandleCannotBeOpenedException(parts.Message, parts.Inner),
        ["System.Threading.LockRecursionException"] = static parts => new global::System.Threading.LockRecursionException(parts.Message, parts.Inner),
        ["System.Threading.BarrierPostPhaseException"] = static parts => new global::System.Threading.BarrierPostPhaseException(parts.Message, parts.Inner),
        ["System.Threading.ThreadInterruptedException"] = static parts => new global::System.Threading.ThreadInterruptedException(parts.Message, parts.Inner),
        ["System.Threading.Channels.ChannelClosedException"] = static parts => new global::System.Threading.Channels.ChannelClosedException(parts.Message, parts.Inner),
        ["System.Diagnostics.UnreachableException"] = static parts => new global::System.Diagnostics.UnreachableException(parts.Message, parts.Inner),
        ["System.Runtime.InteropServices.ExternalException"] = static parts => new global::System.Runtime.InteropServices.ExternalException(parts.Message, parts.Inner),
        ["System.Runtime.InteropServices.COMException"] = static parts => new global::System.Runtime.InteropServices.COMException(parts.Message, parts.Inner),
        ["System.Runtime.InteropServices.SEHException"] = static parts => new global::System.Runtime.InteropServices.SEHException(parts.Message, parts.Inner),
        ["System.Runtime.InteropServices.MarshalDirectiveException"] = static parts => new global::System.Runtime.InteropServices.MarshalDirectiveException(parts.Message, parts.Inner),
        ["System.Runtime.InteropServices.InvalidComObjectException"] = static parts => new global::System.Runtime.InteropServices.InvalidComObjectException(parts.Message, parts.Inner),
        ["System.Runtime.Serialization.SerializationException"] = static parts => new global::System.Runtime.Serialization.SerializationException(parts.Message, parts.Inner),
        ["System.Runtime.Serialization.InvalidDataContractException"] = static parts => new global::System.Runtime.Serialization.InvalidDataContractException(parts.Message, parts.Inner),
        ["System.Runtime.AmbiguousImplementationException"] = static parts => new global::System.Runtime.AmbiguousImplementationException(parts.Message, parts.Inner),
        ["System.Reflection.TargetException"] = static parts => new global::System.Reflection.TargetException(parts.Message, parts.Inner),
        ["System.Reflection.TargetParameterCountException"] = static parts => new global::System.Reflection.TargetParameterCountException(parts.Message, parts.Inner),
        ["System.Reflection.AmbiguousMatchException"] = static parts => new global::System.Reflection.AmbiguousMatchException(parts.Message, parts.Inner),
        ["System.Reflection.InvalidFilterCriteriaException"] = static parts => new global::System.Reflection.InvalidFilterCriteriaException(parts.Message, parts.Inner),
        ["System.Net.ProtocolViolationException"] = static parts => new ProtocolViolationException(parts.Message),
        ["System.Net.NetworkInformation.PingException"] = static parts => new global::System.Net.NetworkInformation.PingException(parts.Message, parts.Inner),
        ["System.Net.Mail.SmtpException"] = static parts => new global::System.Net.Mail.SmtpException(parts.Message, parts.Inner),
        ["System.Net.WebSockets.WebSocketException"] = static parts => new global::System.Net.WebSockets.WebSocketException(parts.Message, parts.Inner),
        ["System.Xml.XmlException"] = static parts => new global::System.Xml.XmlException(parts.Message, parts.Inner),
        ["System.Xml.Schema.XmlSchemaException"] = static parts => new global::System.Xml.Schema.XmlSchemaException(parts.Message, parts.Inner),
        ["System.Xml.XPath.XPathException"] = static parts => new global::System.Xml.XPath.XPathException(parts.Message, parts.Inner),
        ["System.Xml.Xsl.XsltException"] = static parts => new global::System.Xml.Xsl.XsltException(parts.Message, parts.Inner),
        ["System.Data.DataException"] = static parts => new global::System.Data.DataException(parts.Message, parts.Inner),
        ["System.Data.ConstraintException"] = static parts => new global::System.Data.ConstraintException(parts.Message, parts.Inner),
        ["System.ComponentModel.DataAnnotations.ValidationException"] = static parts => new global::System.ComponentModel.DataAnnotations.ValidationException(parts.Message, parts.Inner),
        ["System.ComponentModel.InvalidAsynchronousStateException"] = static parts => new global::System.ComponentModel.InvalidAsynchronousStateException(parts.Message, parts.Inner),
        ["System.ComponentModel.WarningException"] = static parts => new global::System.ComponentModel.WarningException(parts.Message, parts.Inner),
        ["System.Text.RegularExpressions.RegexMatchTimeoutException"] = static parts => new global::System.Text.RegularExpressions.RegexMatchTimeoutException(parts.Message, parts.Inner!),
        ["System.Text.DecoderFallbackException"] = static parts => new global::System.Text.DecoderFallbackException(parts.Message, parts.Inner),
        ["System.Text.EncoderFallbackException"] = static parts => new global::System.Text.EncoderFallbackException(parts.Message, parts.Inner),
        ["System.Resources.MissingManifestResourceException"] = static parts => new global::System.Resources.MissingManifestResourceException(parts.Message, parts.Inner),
    };
#pragma warning restore CA2201

    private static JsonException Json(ExceptionParts parts) =>
        new(parts.Message, parts.Text("path"), parts.Value<long>("lineNumber"), parts.Value<long>("bytePositionInLine"), parts.Inner);

    /// <summary>It adds the object's name to its message, on a line of its own.</summary>
    private static ObjectDisposedException Disposed(ExceptionParts parts)
    {
        if (parts.Text("objectName") is not { } name)
        {
            return new ObjectDisposedException(parts.Message, parts.Inner);
        }

        var line = parts.Message.LastIndexOf('\n');
        return new ObjectDisposedException(name, line > 0 ? parts.Message[..line].TrimEnd('\r') : parts.Message);
    }

    /// <summary>
    /// An argument's exception adds the parameter's name to its message, and one about a range the actual value, so they are taken off
    /// the recorded one. The actual value comes back as text.
    /// </summary>
    private static Exception Argument(ExceptionParts parts, Func<string, string?, string?, Exception?, Exception> make)
    {
        const string Parameter = " (Parameter '";
        const string Value = "Actual value was ";
        var message = parts.Message;
        var at = message.LastIndexOf(Parameter, StringComparison.Ordinal);
        var end = at < 0 ? -1 : message.IndexOf("')", at, StringComparison.Ordinal);
        if (end < 0)
        {
            return make(message, parts.Text("paramName"), null, parts.Inner);
        }

        var rest = message[(end + 2)..].TrimStart('\r', '\n');
        var value = rest.StartsWith(Value, StringComparison.Ordinal) && rest.EndsWith('.') ? rest[Value.Length..^1] : null;
        return make(message[..at], parts.Text("paramName") ?? message[(at + Parameter.Length)..end], value, parts.Inner);
    }
}
