using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Reenact.Cli;

/// <summary>
/// Marks all processes of a run by a variable of their environment, which children inherit: one whose parent has ended, or that made itself a
/// session of its own, is not found in any tree.
/// </summary>
internal sealed class RunMark
{
    public const string Variable = "REENACT_RUN";

    /// <summary>What was found may have started others meanwhile.</summary>
    private const int MostRounds = 100;

    private readonly string value = $"{Guid.NewGuid():N}";

    public void Put(ProcessStartInfo start) => start.Environment[Variable] = value;

    /// <summary>Kills whatever has the mark (Linux; elsewhere the environment of others can't be read).</summary>
    public void EndAll()
    {
        for (var round = 0; OperatingSystem.IsLinux() && round < MostRounds; round++)
        {
            var marked = Directory.EnumerateDirectories("/proc").Where(IsMarked).ToList();
            if (marked.Count == 0)
            {
                return;
            }

            marked.ForEach(Kill);
        }
    }

    /// <summary>A process that is gone, or somebody else's, has no environment to read.</summary>
    private bool IsMarked(string folder)
    {
        if (!char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        {
            return false;
        }

        try
        {
            return File.ReadAllText($"{folder}/environ").Split('\0').Contains($"{Variable}={value}", StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Kill(string folder)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture));
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself.
        }
    }
}
