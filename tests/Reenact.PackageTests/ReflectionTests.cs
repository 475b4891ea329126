using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Reenact.PackageTests;

/// <summary>What ships works where nothing may be looked up at run time: it calls no reflection, attributes apart.</summary>
public sealed class ReflectionTests(PackedPackages packages)
{
    /// <summary>What a type says of itself without being looked into.</summary>
    private static readonly HashSet<string> NamesAndIdentity = ["GetTypeFromHandle", "get_FullName", "get_Name", "op_Equality", "op_Inequality", "Equals", "GetHashCode", "ToString"];

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

        Assert.DoesNotContain(Lookups(assembly.GetMetadataReader()), call => !IsExplained(package, call));
    }

    [Fact]
    public void This_test_sees_reflection_where_there_is_some()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(ReflectionTests).Assembly.Location));
        _ = Activator.CreateInstance(typeof(object).Assembly.GetType("System.Object")!);

        Assert.Contains("System.Activator.CreateInstance", Lookups(assembly.GetMetadataReader()));
        Assert.Contains("System.Reflection.Assembly.GetType", Lookups(assembly.GetMetadataReader()));
    }

    private static List<string> Lookups(MetadataReader reader)
    {
        var attributes = reader.CustomAttributes.Select(handle => reader.GetCustomAttribute(handle).Constructor).ToHashSet();
        return [.. reader.MemberReferences
            .Where(handle => !attributes.Contains(handle))
            .Select(reader.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => (Type: NameOf(reader, (TypeReferenceHandle)member.Parent), Member: reader.GetString(member.Name)))
            .Where(call => IsLookup(call.Type, call.Member))
            .Select(call => $"{call.Type}.{call.Member}")
            .Distinct()];
    }

    /// <summary>
    /// The runtime looks at private fields and symbols only to explain a replay that is stuck, after it has failed; the adapter of a test framework reads the
    /// attributes of tests.
    /// </summary>
    private static bool IsExplained(string package, string call) =>
        package is "Reenact" or "Reenact.Testing.Xunit"
        && (call.StartsWith("System.Type.", StringComparison.Ordinal)
            || call.StartsWith("System.Reflection.", StringComparison.Ordinal)
            || call.StartsWith("System.AppDomain.", StringComparison.Ordinal));

    private static bool IsLookup(string type, string member) =>
        (type.StartsWith("System.Reflection.", StringComparison.Ordinal) && !(type == "System.Reflection.MemberInfo" && NamesAndIdentity.Contains(member)))
        || (type == "System.Type" && !NamesAndIdentity.Contains(member))
        || (type == "System.Delegate" && member is "DynamicInvoke" or "CreateDelegate")
        || (LooksUp.Contains(type) && !(type == "System.Runtime.CompilerServices.RuntimeHelpers" && HarmlessRuntimeHelpers.Contains(member)));

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
