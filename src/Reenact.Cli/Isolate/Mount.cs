using System.Text;

namespace Reenact.Cli;

/// <summary>A mount of this process, as <c>/proc/self/mountinfo</c> tells it (proc_pid_mountinfo(5)).</summary>
/// <param name="Point">Where it is.</param>
/// <param name="Flags">Those of its flags that must be given again when it is changed, with commas.</param>
internal sealed record Mount(string Point, string Flags)
{
    private static readonly string[] Kept = ["nosuid", "nodev", "noexec", "noatime", "nodiratime", "relatime"];

    public static IReadOnlyList<Mount> Parse(IEnumerable<string> lines) =>
    [
        .. from line in lines
           let fields = line.Split(' ')
           where fields.Length > 5
           select new Mount(Unescape(fields[4]), string.Join(',', fields[5].Split(',').Intersect(Kept))),
    ];

    /// <summary>Whether it is a folder, or lies in it.</summary>
    public bool IsIn(string folder) => Point == folder || folder == "/" || Point.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Space, tab, line feed and backslash stand as octal numbers of three digits. Names are bytes, in UTF-8 as a rule.</summary>
    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 3 < text.Length)
            {
                plain.Append((char)Convert.ToInt32(text[(at + 1)..(at + 4)], 8));
                at += 3;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }
}
