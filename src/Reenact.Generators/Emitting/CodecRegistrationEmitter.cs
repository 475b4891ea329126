using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Emitting;

/// <summary>Emits the registration of codecs by type, for what is captured rather than passed or returned.</summary>
internal static class CodecRegistrationEmitter
{
    public const string HintName = EmittedCodecs.Namespace + ".Codecs.g.cs";

    public static string Emit(EquatableArray<CodecRegistrationModel> registrations)
    {
        var hosts = registrations.Where(static each => each.Host is { IsGeneric: false }).GroupBy(static each => each.Host!).ToList();
        var source = new SourceWriter("finds codecs by type");
        source.Open("namespace " + EmittedCodecs.Namespace);
        source.Line(Emitted.GeneratedCode);
        source.Open("internal static class CodecRegistration");
        source.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        source.Open("internal static void Register()");
        foreach (var registration in registrations.Where(static each => each.Host is null))
            source.Line(Add(registration));

        foreach (var host in hosts)
            source.Line($"{Reachable(host.Key)}.{MethodOf(host.Key)}();");

        source.Close();
        source.Close();
        source.Close();
        foreach (var host in hosts)
        {
            source.Line();
            EmitHost(source, host.Key, host);
        }

        return source.ToString();
    }

    /// <summary>Private types are registered where they can be named; each type on the way there hands the call on.</summary>
    private static void EmitHost(SourceWriter source, HostModel host, IEnumerable<CodecRegistrationModel> registrations)
    {
        if (host.Type.Namespace.Length > 0)
            source.Open("namespace " + host.Type.Namespace);

        for (var level = 0; level < host.Names.Count; level++)
        {
            source.Open(host.Type.Declarations[level]);
            if (level + 1 < host.Reachable)
                continue;

            source.Line(Emitted.GeneratedCode);
            source.Open($"internal static void {MethodOf(host)}()");
            if (level + 1 < host.Names.Count)
                source.Line($"{host.Names[level + 1]}.{MethodOf(host)}();");
            else
                foreach (var registration in registrations)
                    source.Line(Add(registration));

            source.Close();
            if (level + 1 < host.Names.Count)
                source.Line();
        }

        foreach (var _ in host.Names)
            source.Close();

        if (host.Type.Namespace.Length > 0)
            source.Close();
    }

    private static string Add(CodecRegistrationModel registration) => $"{Emitted.Shims}ValueCodecs.Add<{registration.Type}, {registration.Codec}>();";

    private static string MethodOf(HostModel host) => $"RegisterRecordedCodecs{Fnv1A.Hash(host.Type.FullName):x16}";

    private static string Reachable(HostModel host) =>
        "global::" + (host.Type.Namespace.Length > 0 ? host.Type.Namespace + "." : "") + string.Join(".", host.Names.Take(host.Reachable));
}
