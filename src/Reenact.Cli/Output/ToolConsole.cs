using Spectre.Console;

namespace Reenact.Cli;

/// <summary>Where a command writes: a terminal, a pipe, or a test.</summary>
internal sealed class ToolConsole
{
    private const int PipeWidth = 120;

    private readonly IAnsiConsole ansi;

    /// <summary>Makes a console of two writers.</summary>
    /// <param name="output">What the command was asked for.</param>
    /// <param name="error">Complaints.</param>
    /// <param name="width">Columns of a line; null for the width of a pipe.</param>
    /// <param name="terminal">Whether <paramref name="output"/> is a terminal that knows ANSI sequences.</param>
    /// <param name="errorIsTerminal">Whether <paramref name="error"/> is one.</param>
    public ToolConsole(TextWriter output, TextWriter error, int? width = null, bool terminal = false, bool errorIsTerminal = false)
    {
        Output = output;
        Error = error;
        ErrorIsTerminal = errorIsTerminal;
        Width = width ?? PipeWidth;
        ansi = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });

        // Lines are cut to the width where they are made; nothing else wraps them.
        ansi.Profile.Width = int.MaxValue;
    }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    /// <summary>Whether complaints and progress are seen as they are written.</summary>
    public bool ErrorIsTerminal { get; }

    /// <summary>Columns of a line.</summary>
    public int Width { get; }

    /// <summary>The process's own console. Colours unless the output is redirected or NO_COLOR is set (no-color.org).</summary>
    public static ToolConsole Process()
    {
        var redirected = Console.IsOutputRedirected;
        var colours = !redirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var width = redirected || Console.WindowWidth <= 0 ? PipeWidth : Console.WindowWidth;
        return new ToolConsole(new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 14), Console.Error, width, colours, !Console.IsErrorRedirected);
    }

    /// <summary>Writes text, in colour on a terminal. The text must be safe already; markup in it means nothing.</summary>
    public void Write(string text, Style style)
    {
        if (style.Equals(Style.Plain))
        {
            Output.Write(text);
        }
        else
        {
            ansi.Write(new Text(text, style));
        }
    }

    /// <summary>Writes a message about what went wrong.</summary>
    public void Complain(string message) => Error.WriteLine("reenact: " + SafeText.OneLine(message));
}
