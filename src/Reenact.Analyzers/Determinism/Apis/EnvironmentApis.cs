namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>APIs of the framework that tell about the machine, the process or its settings: REEN2003.</summary>
internal static class EnvironmentApis
{
    private const string Alive = "keep a reference to the object: when it is collected differs each time";

    public static IReadOnlyList<ApiGroup> Table { get; } =
    [
        new(Descriptors.HostEnvironment, "use 'Deterministic.GetEnvironmentVariable'",
        [
            "M:System.Environment.GetEnvironmentVariable",
            "M:Microsoft.VisualBasic.Interaction.Environ",
        ]),
        new(Descriptors.HostEnvironment, "return, and let the host end the process",
        [
            "M:System.Environment.Exit",
        ]),

        // The process and its machine.
        new(Descriptors.HostEnvironment, Remedies.Capture,
        [
            "T:System.AppContext",
            "T:System.AppDomain",
            "P:System.Diagnostics.Debugger.IsAttached",
            "M:System.Diagnostics.Debugger.Launch",
            "M:System.Diagnostics.StackFrame.#ctor",
            "M:System.Diagnostics.StackTrace.#ctor",
            "T:System.Environment",
            "T:System.GC",
            "P:System.IntPtr.Size",
            "P:System.UIntPtr.Size",
            "T:System.OperatingSystem",
            "T:System.Runtime.GCSettings",
            "T:System.Runtime.InteropServices.RuntimeEnvironment",
            "T:System.Runtime.InteropServices.RuntimeInformation",
            "T:System.Runtime.JitInfo",
            "P:System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled",
            "P:System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported",
            "M:System.Reflection.Assembly.GetCallingAssembly",
            "M:System.Reflection.Assembly.GetEntryAssembly",
            "P:System.Reflection.Assembly.CodeBase",
            "P:System.Reflection.Assembly.Location",
            "P:System.Reflection.AssemblyName.CodeBase",
            "P:System.Reflection.Module.FullyQualifiedName",
            "P:System.Reflection.Module.ModuleVersionId",
            "M:Microsoft.VisualBasic.Interaction.Command",
        ]),

        // Its threads and its user.
        new(Descriptors.HostEnvironment, Remedies.Capture,
        [
            "P:System.Security.Claims.ClaimsPrincipal.Current",
            "M:System.Security.Principal.WindowsIdentity.GetCurrent",
            "P:System.Threading.Thread.CurrentPrincipal",
            "P:System.Threading.Thread.CurrentThread",
            "M:System.Threading.Thread.GetCurrentProcessorId",
            "M:System.Threading.Thread.GetDomain",
            "M:System.Threading.Thread.GetDomainID",
            "P:System.Threading.Thread.ManagedThreadId",
        ]),

        // Its culture and time zone.
        new(Descriptors.HostEnvironment, Remedies.Capture,
        [
            "P:System.Globalization.CultureInfo.CurrentCulture",
            "P:System.Globalization.CultureInfo.CurrentUICulture",
            "P:System.Globalization.CultureInfo.DefaultThreadCurrentCulture",
            "P:System.Globalization.CultureInfo.DefaultThreadCurrentUICulture",
            "M:System.Globalization.CultureInfo.GetCultures",
            "P:System.Globalization.CultureInfo.InstalledUICulture",
            "P:System.Globalization.DateTimeFormatInfo.CurrentInfo",
            "P:System.Globalization.NumberFormatInfo.CurrentInfo",
            "P:System.Globalization.RegionInfo.CurrentRegion",
            "P:System.TimeZone.CurrentTimeZone",
            "M:System.TimeZoneInfo.GetSystemTimeZones",
            "P:System.TimeZoneInfo.Local",
        ]),
        new(Descriptors.HostEnvironment, "pass a culture",
        [
            "M:System.Resources.ResourceManager.GetObject(System.String)",
            "M:System.Resources.ResourceManager.GetStream(System.String)",
            "M:System.Resources.ResourceManager.GetString(System.String)",
        ]),

        // Its paths, its network settings, its terminal.
        new(Descriptors.HostEnvironment, Remedies.Capture,
        [
            "P:System.IO.FileSystemInfo.FullName",
            "M:System.IO.Path.GetFullPath(System.String)",
            "M:System.IO.Path.GetInvalidFileNameChars",
            "M:System.IO.Path.GetInvalidPathChars",
            "M:System.IO.Path.GetTempPath",
            "F:System.IO.Path.InvalidPathChars",
            "T:Microsoft.VisualBasic.FileIO.SpecialDirectories",
            "P:System.Net.CredentialCache.DefaultCredentials",
            "P:System.Net.CredentialCache.DefaultNetworkCredentials",
            "P:System.Net.Http.HttpClient.DefaultProxy",
            "T:System.Net.IWebProxy",
            "M:System.Net.WebProxy.GetDefaultProxy",
            "P:System.Console.BufferHeight",
            "P:System.Console.BufferWidth",
            "P:System.Console.CapsLock",
            "P:System.Console.CursorLeft",
            "P:System.Console.CursorTop",
            "M:System.Console.GetCursorPosition",
            "P:System.Console.IsErrorRedirected",
            "P:System.Console.IsInputRedirected",
            "P:System.Console.IsOutputRedirected",
            "P:System.Console.LargestWindowHeight",
            "P:System.Console.LargestWindowWidth",
            "P:System.Console.NumberLock",
            "P:System.Console.WindowHeight",
            "P:System.Console.WindowWidth",
        ]),
        new(Descriptors.HostEnvironment, Alive,
        [
            "P:System.WeakReference.IsAlive",
            "P:System.WeakReference.Target",
            "M:System.WeakReference`1.TryGetTarget",
        ]),
    ];

    /// <summary>Members of the types above that are the same everywhere, or that say nothing.</summary>
    public static IReadOnlyList<string> Fine { get; } =
    [
        "M:System.Environment.FailFast",
        "P:System.Environment.NewLine",
        "M:System.GC.AddMemoryPressure",
        "M:System.GC.AllocateArray``1",
        "M:System.GC.AllocateUninitializedArray``1",
        "M:System.GC.KeepAlive(System.Object)",
        "M:System.GC.RemoveMemoryPressure",
        "M:System.GC.ReRegisterForFinalize(System.Object)",
        "M:System.GC.SuppressFinalize(System.Object)",
        "M:System.OperatingSystem.#ctor",
        "T:System.Net.WebProxy",
    ];
}
