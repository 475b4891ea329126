using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MessagePack;
using Reenact;
using Reenact.Events;
using Reenact.Lineage;

namespace AirlineAgent.Tests;

/// <summary>Where the arguments come from with which the agent changed something, in 200 conversations of a real model.</summary>
public partial class LineageTests(RecordedTranscripts recorded, ITestOutputHelper output) : IClassFixture<RecordedTranscripts>
{
    private static readonly string[] WritingTools =
    [
        "BookReservation", "CancelReservation", "UpdateReservationFlights", "UpdateReservationBaggages", "UpdateReservationPassengers", "SendCertificate",
    ];

    /// <summary>What names one thing and no other.</summary>
    private static readonly string[] Identifying =
    [
        "userId", "reservationId", "flights[].flight_number", "flights[].date", "passengers[].dob", "paymentMethods[].payment_id", "paymentId",
    ];

    [Fact(Skip = PublicData.Missing, SkipUnless = nameof(PublicData.IsThere), SkipType = typeof(PublicData))]
    public void Arguments_of_bookings_and_changes_trace_back_to_tools_and_customers()
    {
        var traces = Directory.GetFiles(recorded.Folder).Order(StringComparer.Ordinal).SelectMany(Traces).ToList();

        var bookings = traces.Where(trace => trace.Method == "BookReservation").ToList();
        output.WriteLine(Report("bookings", bookings));
        output.WriteLine(Report("all tools that change something", traces));
        Assert.Equal(53, bookings.Select(trace => (trace.File, trace.Event)).Distinct().Count());
        Assert.InRange(Share(bookings.Where(trace => Identifying.Contains(trace.Parameter))), 0.95, 1);
        Assert.InRange(Share(traces.Where(trace => Identifying.Contains(trace.Parameter))), 0.95, 1);

        // What can't be traced: counts of bags and yes or no, which any text has, and prices that the model added up. Of the rest, what the
        // customer said otherwise ("May 20th", "one way"), and a family name of two letters.
        var named = bookings.Where(trace => trace.Parameter is not ("totalBaggages" or "nonfreeBaggages" or "insurance" or "paymentMethods[].amount")).ToList();
        Assert.InRange(Share(named), 0.9, 1);
    }

    [Fact(Skip = PublicData.Missing, SkipUnless = nameof(PublicData.IsThere), SkipType = typeof(PublicData))]
    public void A_booking_leads_back_to_the_customer_the_policy_and_the_searches_and_the_customer_leads_to_it()
    {
        using var recording = Recording.Open(Path.Combine(recorded.Folder, "task-00-trial-0.reenact"));
        var booking = recording.ReadEvents().OfType<CallStartedEvent>().First(start => start.Method.Name.EndsWith("BookReservation", StringComparison.Ordinal));

        var graph = recording.Lineage(booking.Sequence);
        var methods = graph.Events.Select(recording.ReadEvent).OfType<CallReturnedEvent>()
            .Select(returned => recording.FindCall(returned.Span)!.Method.Name.Split('.')[^1]).ToHashSet();
        var opening = graph.Events.First(sequence => recording.ReadEvent(sequence) is CallReturnedEvent { Span: var span }
            && recording.FindCall(span)!.Method.Name.EndsWith("OpenAsync", StringComparison.Ordinal));

        Assert.Superset(new HashSet<string> { "OpenAsync", "AnswerAsync", "GetPolicyAsync", "GetUserDetails", "SearchOnestopFlight" }, methods);
        Assert.Contains(booking.Sequence, recording.Lineage(opening, LineageDirection.Forward).Events);
        Assert.Empty(graph.Limits);
    }

    private static double Share(IEnumerable<Trace> traces) => traces.Average(trace => trace.IsTraced ? 1.0 : 0.0);

    private static IEnumerable<Trace> Traces(string file)
    {
        using var recording = Recording.Open(file);
        foreach (var start in recording.ReadEvents().OfType<CallStartedEvent>().ToList())
        {
            var method = start.Method.Name.Split('.')[^1];
            if (!WritingTools.Contains(method))
                continue;

            // A model's answer has it from elsewhere itself.
            var found = recording.Lineage(start.Sequence).Edges
                .Where(edge => edge.To == start.Sequence && edge.From is { } from && !IsModel(recording, from))
                .SelectMany(edge => edge.Evidence)
                .Select(evidence => evidence.Path)
                .ToHashSet();
            for (var index = 0; index < start.Arguments.Count; index++)
            {
                foreach (var (path, value) in Leaves(start.Arguments[index].Bytes, start.Method.ParameterNames[index]))
                    yield return new Trace(file, start.Sequence, method, Indexes().Replace(path, "[]"), value, found.Contains(path));
            }
        }
    }

    private static bool IsModel(Recording recording, long sequence) =>
        recording.ReadEvent(sequence) is { } happened && recording.FindCall(happened.Span)?.Method.Kind == CallKind.Model;

    private static List<(string Path, string Value)> Leaves(ReadOnlyMemory<byte> value, string path)
    {
        var leaves = new List<(string, string)>();
        var reader = new MessagePackReader(value);
        Add(ref reader, path);
        return leaves;

        void Add(ref MessagePackReader reader, string path)
        {
            switch (reader.NextMessagePackType)
            {
                case MessagePackType.Array:
                    var count = reader.ReadArrayHeader();
                    for (var index = 0; index < count; index++)
                        Add(ref reader, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"));
                    break;
                case MessagePackType.Map:
                    for (var left = reader.ReadMapHeader(); left > 0; left--)
                        Add(ref reader, $"{path}.{reader.ReadString()}");
                    break;
                case MessagePackType.Nil:
                    reader.Skip();
                    break;
                case MessagePackType.String:
                    leaves.Add((path, reader.ReadString()!));
                    break;
                case MessagePackType.Integer:
                    leaves.Add((path, reader.ReadInt64().ToString(CultureInfo.InvariantCulture)));
                    break;
                default:
                    leaves.Add((path, reader.NextMessagePackType.ToString()));
                    reader.Skip();
                    break;
            }
        }
    }

    private static string Report(string title, List<Trace> traces)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{title}: {traces.Count(trace => trace.IsTraced)} of {traces.Count} arguments traced\n");
        foreach (var parameter in traces.GroupBy(trace => trace.Parameter).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var untraced = parameter.Where(trace => !trace.IsTraced).Select(trace => trace.Value).Distinct().Take(6).ToList();
            text.Append(CultureInfo.InvariantCulture, $"  {parameter.Key,-32} {parameter.Count(trace => trace.IsTraced),4} of {parameter.Count(),4}");
            text.Append(untraced.Count > 0 ? $"   not: {string.Join(", ", untraced)}\n" : "\n");
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Indexes();

    private sealed record Trace(string File, long Event, string Method, string Parameter, string Value, bool IsTraced);
}
