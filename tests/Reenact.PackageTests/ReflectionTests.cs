using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Reenact.PackageTests;

/// <summary>What ships works where nothing may be looked up at run time: it calls no reflection, attributes apart.</summary>
public sealed class ReflectionTests(PackedPackages packages)
{
    /// <summary>What a type says of itself without being looked into.</summary>
    private static readonly HashSet<string> NamesAndIdentity = ["GetTypeFromHandle", "get_FullName", "get_Name", "get_BaseType", "op_Equality", "op_Inequality", "Equals", "GetHashCode", "ToString"];

    private static readonly HashSet<string> LooksUp =
    [
        "System.Activator",
        "System.AppDomain",
        "System.Linq.Expressions.Expression",
        "System.Linq.Expressions.LambdaExpression",
        "System.Runtime.CompilerServices.RuntimeHelpers",
        "System.Runtime.Loader.AssemblyLoadContext",
        "System.ComponentModel.TypeDescriptor",
    ];

    /// <summary>
    /// Types that run when a replay has failed already, to explain it, and one that asks an assembly for its version. They say less where trimming
    /// has removed what they look for.
    /// </summary>
    private static readonly HashSet<string> MayLookUp =
    [
        "Reenact.Replaying.CodeVersion",
        "Reenact.Sessions.AsyncStack",
        "Reenact.Sessions.Awaited",
        "Reenact.Sessions.BlockedThread",
        "Reenact.Sessions.PrivateFields",
        "Reenact.Sessions.SourceLines",
        "Reenact.Sessions.SourceMethodName",
    ];

    private static readonly HashSet<string> HarmlessRuntimeHelpers =
        ["InitializeArray", "CreateSpan", "GetSubArray", "EnsureSufficientExecutionStack", "TryEnsureSufficientExecutionStack", "IsReferenceOrContainsReferences", "GetHashCode", "Equals"];

    [Theory, MemberData(nameof(PackageContentTests.Libraries), MemberType = typeof(PackageContentTests))]
    public void A_library_calls_no_reflection(string package)
    {
        using var zip = ZipFile.OpenRead(packages.FileOf(package));
        using var content = new MemoryStream();
        using (var entry = zip.GetEntry($"lib/net10.0/{package}.dll")!.Open())
            entry.CopyTo(content);

        content.Position = 0;
        using var assembly = new PEReader(content);

        Assert.Empty(Lookups(assembly));
    }

    [Fact]
    public void This_test_sees_reflection_where_there_is_some()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(ReflectionTests).Assembly.Location));
        _ = Activator.CreateInstance(typeof(object).Assembly.GetType("System.Object")!);

        Assert.Contains("System.Activator.CreateInstance", Lookups(assembly));
        Assert.Contains("System.Reflection.Assembly.GetType", Lookups(assembly));
    }

    /// <summary>What methods call that looks something up, apart from those of <see cref="MayLookUp"/>.</summary>
    private static List<string> Lookups(PEReader assembly)
    {
        var reader = assembly.GetMetadataReader();
        return [.. reader.MethodDefinitions
            .Select(reader.GetMethodDefinition)
            .Where(method => method.RelativeVirtualAddress != 0 && !MayLookUp.Contains(OutermostType(reader, method.GetDeclaringType())))
            .SelectMany(method => Calls(assembly.GetMethodBody(method.RelativeVirtualAddress)))
            .Distinct()
            .Where(handle => MetadataTokens.GetRowNumber(handle) <= reader.GetTableRowCount(TableIndex.MemberRef))
            .Select(reader.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => (Type: NameOf(reader, (TypeReferenceHandle)member.Parent), Member: reader.GetString(member.Name)))
            .Where(call => IsLookup(call.Type, call.Member))
            .Select(call => $"{call.Type}.{call.Member}")
            .Distinct()];
    }

    /// <summary>The members of other assemblies that a body calls, makes or takes the address of: an opcode, and the token behind it.</summary>
    private static IEnumerable<MemberReferenceHandle> Calls(MethodBodyBlock body)
    {
        const byte MemberReference = 0x0A;
        var code = body.GetILBytes()!;
        for (var at = 1; at + 4 <= code.Length; at++)
        {
            if (code[at + 3] == MemberReference && (ILOpCode)code[at - 1] is ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj || IsFunction(code, at))
                yield return MetadataTokens.MemberReferenceHandle(code[at] | code[at + 1] << 8 | code[at + 2] << 16);
        }

        static bool IsFunction(byte[] code, int at) =>
            at >= 2 && code[at + 3] == MemberReference && (ILOpCode)(code[at - 2] << 8 | code[at - 1]) is ILOpCode.Ldftn or ILOpCode.Ldvirtftn;
    }

    private static string OutermostType(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        while (type.IsNested)
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    private static bool IsLookup(string type, string member) =>
        (type.StartsWith("System.Reflection.", StringComparison.Ordinal)
            && !(type == "System.Reflection.MemberInfo" && NamesAndIdentity.Contains(member))
            && !(type.EndsWith("Exception", StringComparison.Ordinal) && member == ".ctor"))
        || (type == "System.Type" && !NamesAndIdentity.Contains(member))
        || (type == "System.Delegate" && member is "DynamicInvoke" or "CreateDelegate")
        || (LooksUp.Contains(type) && !(type == "System.Runtime.CompilerServices.RuntimeHelpers" && HarmlessRuntimeHelpers.Contains(member)));

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
