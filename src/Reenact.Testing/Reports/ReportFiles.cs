using System.Security.Cryptography;
using System.Text;
using Reenact.Replaying;
using Reenact.Testing.Running;
using Reenact.Values;

namespace Reenact.Testing.Reports;

/// <summary>Writes a replay's report as text and as JSON, for people and build servers to look at afterwards.</summary>
internal static class ReportFiles
{
    /// <summary>File systems allow 255 bytes; extensions and the name of the temporary file need some of them.</summary>
    private const int LongestName = 180;

    /// <param name="folder">Where to; null writes none.</param>
    /// <param name="test">The test.</param>
    /// <param name="recording">Its recording's full path.</param>
    /// <param name="report">What the replay found.</param>
    /// <param name="failure">What fails the test besides a divergence; null where nothing does.</param>
    /// <returns>Why it could not be written; null where it was, or where no folder is given.</returns>
    public static string? TryWrite(string? folder, TestIdentity test, string recording, ReplayReport report, string? failure = null) => TryWrite(
            folder,
            test,
            recording,
            () => failure is null ? report.ToString() : $"{report}\nthe test failed: {TextEscape.Lines(failure)}",
            () => ReportJson.Write(report, test.FullName, failure));

    /// <summary>Writes that a recording could not be read.</summary>
    /// <param name="folder">Where to; null writes none.</param>
    /// <param name="test">The test.</param>
    /// <param name="recording">Its recording's full path.</param>
    /// <param name="failure">Why not.</param>
    /// <returns>Why it could not be written; null where it was, or where no folder is given.</returns>
    public static string? TryWriteUnread(string? folder, TestIdentity test, string recording, string failure) => TryWrite(
        folder,
        test,
        recording,
        () => $"replay of {TextEscape.Message(recording)}\nthe recording can't be read, and the test failed: {TextEscape.Lines(failure)}",
        () => ReportJson.WriteUnread(recording, test.FullName, failure));

    private static string? TryWrite(string? folder, TestIdentity test, string recording, Func<string> text, Func<string> json)
    {
        if (folder is null)
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, NameOf(test, recording));
            Replace($"{file}.txt", text());
            Replace($"{file}.json", json());
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The report of {test.FullName} can't be written into {folder} ({exception.Message}). Check {Modes.TestSwitches.ReportsVariable}.";
        }
    }

    /// <summary>The test, its recording, and what tells recordings of the same name in different folders apart.</summary>
    private static string NameOf(TestIdentity test, string recording)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{test.SourceFile}\n{test.Method}\n{recording}")))[..8];
        var name = $"{test.FullName}.{Path.GetFileNameWithoutExtension(recording)}";
        var readable = new StringBuilder();
        var bytes = 0;
        foreach (var character in name)
        {
            var kept = char.IsLetterOrDigit(character) || character is '.' or '_' or '-' ? character : '-';
            bytes += Encoding.UTF8.GetByteCount([kept]);
            if (bytes > LongestName)
            {
                break;
            }

            readable.Append(kept);
        }

        return $"{readable}.{hash}";
    }

    /// <summary>Tests that run at once may write the same report: each is whole, and the last one stays.</summary>
    private static void Replace(string file, string text)
    {
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, file, overwrite: true);
    }
}
