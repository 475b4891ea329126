using System.ComponentModel;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using Reenact.Shims;

namespace Reenact.Recorders;

/// <summary>What an exception says beyond its message, as text by name: what code filters by, or prints.</summary>
internal static class ExceptionProperties
{
    private const int Most = 64;

    private static readonly Dictionary<string, string?> None = [];

    public static IReadOnlyDictionary<string, string?> Of(Exception exception)
    {
        var parts = new ExceptionParts("", null);
        try
        {
            Describe(exception, parts);
        }
        catch (Exception)
        {
            return None; // A getter of the agent's own failed: the exception itself is what counts.
        }

        return parts.Values.Count is 0 or > Most ? None : parts.Values;
    }

    private static void Describe(Exception exception, ExceptionParts parts)
    {
        switch (exception)
        {
            case RecordedException recorded:
                parts.Add(recorded.Properties);
                break;
            case ArgumentOutOfRangeException { ActualValue: { } value } argument:
                parts.Set("paramName", argument.ParamName);
                parts.Set("actualValue", Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case ArgumentException { ParamName: { } name }:
                parts.Set("paramName", name);
                break;
            case ObjectDisposedException { ObjectName: { Length: > 0 } name }:
                parts.Set("objectName", name);
                break;
            case FileNotFoundException { FileName: { } name }:
                parts.Set("fileName", name);
                break;
            case HttpRequestException http:
                parts.Set("httpRequestError", (long)http.HttpRequestError);
                break;
            case HttpIOException http:
                parts.Set("httpRequestError", (long)http.HttpRequestError);
                break;
            case WebException web:
                parts.Set("status", (long)web.Status);
                break;
            case Win32Exception native:
                parts.Set("nativeErrorCode", (long)native.NativeErrorCode);
                break;
            case JsonException json:
                parts.Set("path", json.Path);
                parts.Set("lineNumber", json.LineNumber);
                parts.Set("bytePositionInLine", json.BytePositionInLine);
                break;
        }

        ExceptionFactories.Describe(exception, parts);
    }
}
