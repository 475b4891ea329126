using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Emitting;

/// <summary>Emits the registration of codecs by type, for what is captured rather than passed or returned.</summary>
internal static class CodecRegistrationEmitter
{
    public const string HintName = EmittedCodecs.Namespace + ".Codecs.g.cs";

    public static string Emit(EquatableArray<CodecRegistrationModel> registrations)
    {
        var source = new SourceWriter("finds codecs by type");
        source.Open("namespace " + EmittedCodecs.Namespace);
        source.Line(Emitted.GeneratedCode);
        source.Open("internal static class CodecRegistration");
        source.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        source.Open("internal static void Register()");
        foreach (var registration in registrations)
            source.Line($"{Emitted.Shims}ValueCodecs.Add<{registration.Type}, {registration.Codec}>();");

        source.Close();
        source.Close();
        source.Close();
        return source.ToString();
    }
}
