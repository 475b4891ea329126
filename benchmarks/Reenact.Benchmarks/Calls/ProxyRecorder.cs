using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Reenact.Benchmarks.Calls;

/// <summary>A recorder as it is written in an afternoon: a dispatch proxy, and System.Text.Json into memory.</summary>
public class ProxyRecorder : DispatchProxy
{
    private readonly MemoryStream output = new(1 << 20);
    private QuoteTools? inner;

    public static IQuote Wrap(QuoteTools inner)
    {
        var proxy = Create<IQuote, ProxyRecorder>();
        ((ProxyRecorder)(object)proxy).inner = inner;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (output.Length > (1 << 20) - 4096)
        {
            output.SetLength(0);
        }

        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("method", targetMethod!.Name);
        json.WriteNumber("time", Stopwatch.GetTimestamp());
        json.WritePropertyName("arguments");
        JsonSerializer.Serialize(json, args);
        var result = inner!.QuoteCore((string)args![0]!, (int)args[1]!);
        json.WritePropertyName("result");
        JsonSerializer.Serialize(json, result);
        json.WriteNumber("end", Stopwatch.GetTimestamp());
        json.WriteEndObject();
        return result;
    }
}
