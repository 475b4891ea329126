using System.Diagnostics;
using System.Net;
using OpenTelemetry;
using OpenTelemetry.Exporter;

namespace Reenact.Benchmarks.Sustained;

/// <summary>
/// Events as OTLP protobuf, by OpenTelemetry's exporter, whose requests end in a file instead of a network. Two events are a span, as a call's start and end are, with
/// what they hold as attributes; making the span is part of it, as it is where a program is traced.
/// </summary>
internal static class OtlpFile
{
    private const int Batch = 512; // As the batching processor exports them unless told otherwise.

    private static readonly ActivitySource Source = new("Reenact.Benchmarks.Sustained");

    static OtlpFile() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = static source => source == Source,
        Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
    });

    /// <returns>The bytes of the file.</returns>
    public static long Write(string path, IReadOnlyList<PlainEvent> events)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        using var client = new HttpClient(new FileHandler(file));
        using var exporter = new OtlpTraceExporter(new OtlpExporterOptions
        {
            Protocol = OtlpExportProtocol.HttpProtobuf,
            Endpoint = new Uri("http://localhost/v1/traces"),
            HttpClientFactory = () => client,
        });
        var batch = new Activity[Batch];
        var count = 0;
        for (var place = 0; place + 1 < events.Count; place += 2)
        {
            batch[count++] = Span(events[place], events[place + 1]);
            if (count == Batch || place + 3 >= events.Count)
            {
                if (exporter.Export(new Batch<Activity>(batch, count)) != ExportResult.Success)
                    throw new InvalidOperationException("The exporter did not write a batch.");
                count = 0;
            }
        }

        file.Flush(flushToDisk: true);
        return file.Length;
    }

    private static Activity Span(PlainEvent start, PlainEvent end)
    {
        using var activity = Source.StartActivity("event")!;
        activity.SetTag("kind", (int)start.Kind);
        activity.SetTag("time", start.Time);
        activity.SetTag("span", start.Span);
        activity.SetTag("content", start.Content);
        activity.SetTag("end.kind", (int)end.Kind);
        activity.SetTag("end.time", end.Time);
        activity.SetTag("end.content", end.Content);
        return activity;
    }

    private sealed class FileHandler(FileStream file) : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content!.CopyTo(file, context: null, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(file, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
