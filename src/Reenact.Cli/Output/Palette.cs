using Spectre.Console;

namespace Reenact.Cli;

/// <summary>What is shown in which style.</summary>
internal static class Palette
{
    public static readonly Style Quiet = new(Color.Grey);
    public static readonly Style Name = new(decoration: Decoration.Bold);
    public static readonly Style Good = new(Color.Green);
    public static readonly Style Warning = new(Color.Yellow);
    public static readonly Style Bad = new(Color.Red);
    public static readonly Style Kind = new(Color.Aqua);
}
