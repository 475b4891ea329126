using System.Globalization;
using System.Text;
using System.Xml;
using Reenact.Values;

namespace Reenact.Replaying.Reports;

/// <summary>
/// Writes summaries as JUnit XML (the schema of Jenkins' xunit plug-in, which build servers read): a case for each replay, an error
/// for each problem. Characters that XML can't hold are escapes already, because text is made fit for a terminal first.
/// </summary>
internal static class SummaryJUnit
{
    private const string Suite = "reenact";

    public static string Write(ReplaySummary summary)
    {
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            WriteCounts(xml, summary);
            xml.WriteStartElement("testsuite");
            WriteCounts(xml, summary);
            WriteProperties(xml, summary);
            foreach (var report in summary.Failures)
            {
                WriteCase(xml, report);
            }

            foreach (var problem in Problems(summary))
            {
                WriteProblem(xml, problem);
            }

            var leaking = summary.Leaking.ToLookup(static report => (report.Test, report.Recording));
            foreach (var report in summary.Passes)
            {
                WriteCase(xml, report, leaking[(report.Test, report.Recording)].FirstOrDefault());
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    /// <summary>No case at all would be shown as a success.</summary>
    private static IReadOnlyList<SummaryProblem> Problems(ReplaySummary summary) =>
        summary is { Replays: 0, Problems.Count: 0 } ? [new SummaryProblem("reports", "No report was found.")] : summary.Problems;

    private static void WriteCounts(XmlWriter xml, ReplaySummary summary)
    {
        // Of cases that stand in the document: more than so many are counted elsewhere only.
        Attribute(xml, "name", Suite);
        Attribute(xml, "tests", Number(summary.Failures.Count + summary.Passes.Count + Problems(summary).Count));
        Attribute(xml, "failures", Number(summary.Failures.Count));
        Attribute(xml, "errors", Number(Problems(summary).Count));
        Attribute(xml, "skipped", "0");
        Attribute(xml, "time", Seconds(summary.Totals.Duration));
    }

    /// <summary>What is about all replays, and no case's: decisions, leaks, latencies.</summary>
    private static void WriteProperties(XmlWriter xml, ReplaySummary summary)
    {
        (string Name, string Value)[] properties =
        [
            .. ReportWords.Findings(summary),
            .. summary.Latencies.Select(static latency => ($"latency {latency.Method}", ReportWords.Latency(latency))),
        ];
        if (properties.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("properties");
        foreach (var (name, value) in properties)
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <param name="xml">Where to.</param>
    /// <param name="report">The replay.</param>
    /// <param name="leaking">The same where it passed although something leaked; else null.</param>
    private static void WriteCase(XmlWriter xml, ReportDigest report, ReportDigest? leaking = null)
    {
        xml.WriteStartElement("testcase");
        var (group, name) = NameOf(report);
        Attribute(xml, "classname", group);
        Attribute(xml, "name", name);
        Attribute(xml, "time", Seconds(report.Duration));
        if (!report.Passed)
        {
            xml.WriteStartElement("failure");
            Attribute(xml, "type", report.First?.Kind ?? (report.Drift.Count > 0 ? "drift" : "testFailed"));
            Attribute(xml, "message", ReportWords.Headline(report));
            xml.WriteString(string.Join('\n', [ReportWords.Headline(report), .. ReportWords.Details(report)]));
            xml.WriteEndElement();
        }

        if (leaking is not null)
        {
            xml.WriteElementString("system-out", string.Join('\n', ReportWords.Leaks(leaking)));
        }

        xml.WriteEndElement();
    }

    private static void WriteProblem(XmlWriter xml, SummaryProblem problem)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", Suite);
        Attribute(xml, "name", problem.Where);
        xml.WriteStartElement("error");
        Attribute(xml, "message", problem.What);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The source file stands for the class, and one test has a case for each recording.</summary>
    private static (string Group, string Name) NameOf(ReportDigest report)
    {
        var recording = ReportWords.Recording(report);
        if (report.Test is not { } test)
        {
            return (Suite, recording);
        }

        var dot = test.LastIndexOf('.');
        return dot < 0 ? (Suite, $"{test}({recording})") : (test[..dot], $"{test[(dot + 1)..]}({recording})");
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, TextEscape.Message(value));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Text whose XML declaration says UTF-8, as the file will be.</summary>
    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
