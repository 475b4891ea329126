using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>An asynchronous call that was made before its turn in the recorded order, and waits for it.</summary>
internal sealed class ParkedCall(ScriptCall parent, RecordedMethod method, byte[] arguments, ScriptCall expected)
{
    public ScriptCall Parent { get; } = parent;

    public RecordedMethod Method { get; } = method;

    public byte[] Arguments { get; } = arguments;

    /// <summary>The recorded call that it will be, as far as can be said; null when there is none left.</summary>
    public ScriptCall? Expected { get; set; } = expected;

    /// <summary>The recorded call that it turned out to be; null before its turn.</summary>
    public ScriptCall? Taken { get; set; }

    /// <summary>Goes on with the recorded call, on the pump; set when the code has its task.</summary>
    public Action<ScriptCall>? Resume { get; set; }

    /// <summary>Fails what the code awaits.</summary>
    public Action<Exception>? Fail { get; set; }
}
