namespace Reenact.Cli;

/// <summary>The forms of a summary.</summary>
internal enum ReportFormat
{
    Text,
    Markdown,
    JUnit,
    Json,
}
