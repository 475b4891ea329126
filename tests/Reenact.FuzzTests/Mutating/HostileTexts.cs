using System.Text;

namespace Reenact.FuzzTests;

/// <summary>Text that is more than text to whoever shows it, and what readers of text and JSON trip over.</summary>
internal static class HostileTexts
{
    public static readonly IReadOnlyList<byte[]> All =
    [
        .. new[]
        {
            "\u001b[2J", "\u001b]0;owned\u0007", "\u202e", "\u2066", "\r\n", "\n\n", "\n", "\u0000", "\uFEFF", "\u2028", "\u2014 ", "\u0085", " ", "+", "=",
            "::error::owned", "<b>", "]]>", "\"", "\\u001b[2J", "\\ud800", "{", "}", "[", "]", ":", ",", "null", "1e999", "-1", "99999999999999999999", "NaN", "0x1", "//",
            new string('[', 100), new string('{', 70), "{\"a\":", new string('9', 400),
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xE2, 0x80],
    ];
}
