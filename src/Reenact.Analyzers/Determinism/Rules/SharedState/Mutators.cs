using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>Methods of the framework that change an object, or that give what others have put into it. What other types do is not known.</summary>
internal static class Mutators
{
    private static readonly HashSet<string> OfCollections = new(StringComparer.Ordinal)
    {
        "Add", "AddAfter", "AddBefore", "AddFirst", "AddLast", "AddOrUpdate", "AddRange", "And", "Clear", "CompleteAdding", "Dequeue",
        "DequeueEnqueue", "Enqueue", "EnqueueDequeue", "EnqueueRange", "ExceptWith", "GetOrAdd", "Insert", "InsertRange", "IntersectWith", "LeftShift",
        "Move", "MoveNext", "Not", "Or", "Pop", "Push", "PushRange", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange",
        "RemoveWhere", "Reset", "Reverse", "RightShift", "Set", "SetAll", "SetByIndex", "SetValueAtIndex", "Sort", "SymmetricExceptWith", "Take",
        "TryAdd", "TryDequeue", "TryPop", "TryPopRange", "TryRemove", "TryTake", "TryUpdate", "UnionWith", "Xor",
    };

    private static readonly Dictionary<string, string[]> OfTypes = new(StringComparer.Ordinal)
    {
        ["System.Text.StringBuilder"] =
            ["Append", "AppendFormat", "AppendJoin", "AppendLine", "Clear", "Insert", "Remove", "Replace"],
        ["System.Runtime.CompilerServices.ConditionalWeakTable"] =
            ["Add", "AddOrUpdate", "Clear", "GetOrAdd", "GetOrCreateValue", "GetValue", "Remove", "TryAdd"],
        ["System.Runtime.InteropServices.CollectionsMarshal"] = ["GetValueRefOrAddDefault", "SetCount"],
        ["System.MemoryExtensions"] = ["Replace", "Reverse", "Sort"],
        ["System.Span"] = ["Clear", "Fill"],
        ["System.Array"] = ["Clear", "Fill", "Reverse", "SetValue", "Sort"],
        // Entries of caches go by the clock and by memory, so to ask for one is to ask for what others did, and when.
        ["System.Runtime.Caching.ObjectCache"] = ["Add", "AddOrGetExisting", "Contains", "Get", "GetCacheItem", "GetValues", "Remove", "Set"],
        ["System.Runtime.Caching.MemoryCache"] = ["Add", "AddOrGetExisting", "Contains", "Get", "GetCacheItem", "GetValues", "Remove", "Set", "Trim"],
        ["Microsoft.Extensions.Caching.Memory.IMemoryCache"] = ["CreateEntry", "Remove", "TryGetValue"],
        ["Microsoft.Extensions.Caching.Memory.MemoryCache"] = ["Clear", "Compact", "CreateEntry", "Remove", "TryGetValue"],
        ["Microsoft.Extensions.Caching.Memory.CacheExtensions"] = ["Get", "GetOrCreate", "GetOrCreateAsync", "Set", "TryGetValue"],
        ["System.Threading.Channels.ChannelReader"] = ["ReadAllAsync", "ReadAsync", "TryPeek", "TryRead", "WaitToReadAsync"],
        ["System.Threading.Channels.ChannelWriter"] = ["Complete", "TryComplete", "TryWrite", "WriteAsync"],
    };

    private static readonly HashSet<string> Names = [.. OfCollections, .. OfTypes.Values.SelectMany(static names => names)];

    /// <summary>The expression whose object a call changes; null where the call is not known to change any.</summary>
    public static IOperation? Changed(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method is { Name: "Copy", ContainingType.SpecialType: SpecialType.System_Array })
            return call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "destinationArray")?.Value;
        if (!Names.Contains(method.Name) || !IsMutator(method))
            return null;

        // Static ones change their first argument, extensions included.
        return call.Instance ?? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value;
    }

    /// <summary>Whether a method that is named, not called, changes what it is named on.</summary>
    public static bool ChangesReceiver(IMethodSymbol method) => Names.Contains(method.Name) && IsMutator(method);

    private static bool IsMutator(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type)
            return false;
        var space = TypeNames.Namespace(type);
        if (OfTypes.TryGetValue(space + "." + type.Name, out var names))
            return Array.IndexOf(names, method.Name) >= 0;
        return space.StartsWith("System.Collections", StringComparison.Ordinal) && !IsImmutable(type, space) && OfCollections.Contains(method.Name);
    }

    private static bool IsImmutable(INamedTypeSymbol type, string space) =>
        space is "System.Collections.Immutable" or "System.Collections.Frozen" && type.Name != "Builder";
}
