using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>
/// Members of the framework whose value flows beside the code: with the thread, with the call, or in the process. The tables have
/// others, which say something about the machine or about threads. One instance per compilation; thread-safe.
/// </summary>
internal sealed class AmbientState
{
    private static readonly (string Type, string[] Members)[] Known =
    [
        ("System.Threading.AsyncLocal`1", ["Value"]),
        ("System.Threading.ThreadLocal`1", ["Value", "Values", "IsValueCreated"]),
        ("System.Transactions.Transaction", ["Current"]),
        ("System.Runtime.Remoting.Messaging.CallContext", ["LogicalGetData", "LogicalSetData", "GetData", "SetData", "FreeNamedDataSlot"]),
        ("Microsoft.AspNetCore.Http.IHttpContextAccessor", ["HttpContext"]),
        ("System.Diagnostics.Activity", ["DefaultIdFormat", "ForceDefaultIdFormat"]),
        ("System.Diagnostics.ActivitySource", ["AddActivityListener"]),
        ("System.Text.Encoding", ["RegisterProvider"]),
        ("System.Text.RegularExpressions.Regex", ["CacheSize"]),
        ("System.Net.WebRequest", ["DefaultWebProxy"]),
    ];

    private readonly Dictionary<ISymbol, string[]> types = new(SymbolEqualityComparer.Default);

    private readonly ApiLookup apis;

    public AmbientState(Compilation compilation, ApiLookup apis)
    {
        this.apis = apis;
        foreach (var (name, members) in Known)
        {
            if (compilation.GetTypeByMetadataName(name) is { } type)
                types.Add(type, members);
        }
    }

    public bool Holds(ISymbol member) =>
        member.ContainingType is { } type && types.TryGetValue(type.OriginalDefinition, out var members) && Array.IndexOf(members, member.Name) >= 0
        && !apis.IsFine(member);
}
