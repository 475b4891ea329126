using System.Text.RegularExpressions;

namespace Reenact.Cli;

/// <summary>The time zone and the culture of an isolated command.</summary>
internal static partial class Surroundings
{
    /// <exception cref="UnreadableInputException">This machine doesn't know it.</exception>
    public static string TimeZone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _)
        ? id
        : throw new UnreadableInputException($"'{id}' is no time zone of this machine. Give one as Europe/Berlin, or install tzdata.");

    /// <summary>The POSIX locale of a culture: .NET, ICU and the C library read the same variables.</summary>
    /// <exception cref="UnreadableInputException">It is no name of a culture.</exception>
    public static string Locale(string culture) =>
        culture.Equals("invariant", StringComparison.OrdinalIgnoreCase) ? "C.UTF-8"
        : CultureName().IsMatch(culture) ? $"{culture.Replace('-', '_')}.UTF-8"
        : throw new UnreadableInputException($"'{culture}' is no culture. Give one as de-DE, or invariant.");

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex CultureName();
}
