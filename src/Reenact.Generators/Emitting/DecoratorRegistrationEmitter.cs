using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Emitting;

/// <summary>Emits the registration of decorators by interface, for dependency injection.</summary>
internal static class DecoratorRegistrationEmitter
{
    public const string HintName = EmittedCodecs.Namespace + ".Interfaces.g.cs";

    public static string Emit(EquatableArray<DecoratorRegistrationModel> registrations)
    {
        var source = new SourceWriter("finds recorded interfaces by type");
        source.Open("namespace " + EmittedCodecs.Namespace);
        source.Line(Emitted.GeneratedCode);
        source.Open("internal static class InterfaceRegistration");
        source.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        source.Open("internal static void Register()");
        foreach (var registration in registrations)
        {
            source.Line(registration.IsOpen
                ? $"{Emitted.Shims}RecordedInterfaces.AddOpen(typeof({registration.Interface}), typeof({registration.Decorator}));"
                : $"{Emitted.Shims}RecordedInterfaces.Add<{registration.Interface}>(static inner => new {registration.Decorator}(inner));");
        }

        source.Close();
        source.Close();
        source.Close();
        return source.ToString();
    }
}
