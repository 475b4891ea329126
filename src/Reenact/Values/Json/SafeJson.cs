using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Reenact.Values;

/// <summary>
/// How documents are written that may be shown in a terminal, a build log or a web page: nothing but ASCII, no markup, and no
/// <c>#</c>, which begins commands of build servers (<see cref="WorkflowCommands"/>).
/// </summary>
internal static class SafeJson
{
    /// <summary>Indented, for people and programs.</summary>
    public static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = Encoder() };

    private static JavaScriptEncoder Encoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        settings.ForbidCharacter('#');
        return JavaScriptEncoder.Create(settings);
    }
}
