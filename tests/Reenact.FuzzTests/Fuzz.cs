using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace Reenact.FuzzTests;

/// <summary>
/// Runs cases that come of numbers, the same for the same number. REENACT_FUZZ is how many seconds each test takes, from other numbers each time, and
/// REENACT_FUZZ_CASE the one case to run; without both a test runs its first cases.
/// </summary>
internal static class Fuzz
{
    /// <summary>Far longer than any case takes on a busy machine.</summary>
    private static readonly TimeSpan LongestCase = TimeSpan.FromMinutes(5);

    /// <summary>How many seconds each test takes; null for its first cases.</summary>
    public static double? Seconds => double.TryParse(Environment.GetEnvironmentVariable("REENACT_FUZZ"), CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static ulong? Only => ulong.TryParse(Environment.GetEnvironmentVariable("REENACT_FUZZ_CASE"), CultureInfo.InvariantCulture, out var only) ? only : null;

    /// <summary>Runs cases.</summary>
    /// <param name="cases">How many are run without REENACT_FUZZ.</param>
    /// <param name="made">Makes a case of numbers.</param>
    /// <param name="check">Throws when something happens that must not.</param>
    /// <param name="keep">Writes what a case reads to a path.</param>
    public static void Run<T>(int cases, Gen<T> made, Action<T> check, Action<T, string> keep)
    {
        if (Only is { } only)
        {
            Check(only, Make(made, only), check, keep);
            return;
        }

        var first = Seconds is null ? 0 : (ulong)Stopwatch.GetTimestamp() << 20;
        var time = Stopwatch.StartNew();
        for (var number = first; Seconds is { } seconds ? time.Elapsed.TotalSeconds < seconds : number < (ulong)cases; number++)
            Check(number, Make(made, number), check, keep);
    }

    private static T Make<T>(Gen<T> made, ulong number) => made.Generate(new PCG(17, number), null, out _);

    private static void Check<T>(ulong number, T @case, Action<T> check, Action<T, string> keep)
    {
        using var watch = new Timer(_ => Environment.FailFast($"Case {number} has not ended after {LongestCase}; what it reads is kept as {Keep(number, @case, keep)}."), null, LongestCase, Timeout.InfiniteTimeSpan);
        try
        {
            check(@case);
        }
        catch (Exception exception)
        {
            throw new FuzzFailure($"Case {number} fails (REENACT_FUZZ_CASE={number} runs it alone; what it reads is kept as {Keep(number, @case, keep)}): {exception.Message}", exception);
        }
    }

    private static string Keep<T>(ulong number, T @case, Action<T, string> keep)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "reenact-fuzz-failures")).FullName;
        var path = Path.Combine(folder, $"case-{number}.reenact");
        keep(@case, path);
        return path;
    }
}
