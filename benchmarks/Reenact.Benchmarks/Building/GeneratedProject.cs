using System.Globalization;
using System.Text;

namespace Reenact.Benchmarks.Building;

/// <summary>
/// The sources of a project made up for measurements: data types of 6 to 10 members, half of them positional records and half
/// classes, and recorded methods that take and return them, five a file. The same numbers always give the same text.
/// </summary>
internal sealed class GeneratedProject
{
    /// <summary>What a project's implicit usings are.</summary>
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Reenact;
        """;

    private const int MethodsPerFile = 5;

    private static readonly string[] MemberTypes =
    [
        "int", "string", "double", "decimal", "DateTime", "bool", "Status", "long", "Guid", "int?", "List<string>", "string?",
    ];

    private static readonly string[] MemberNames =
    [
        "Number", "Title", "Weight", "Price", "Created", "Active", "State", "Total", "Key", "Limit", "Tags", "Note",
    ];

    public GeneratedProject(int types = 300, int methods = 1_000)
    {
        Types = [.. Enumerable.Range(0, types).Select(TypeName)];
        TypeFiles = [StatusFile(), .. Enumerable.Range(0, types).Select(TypeFile)];
        MethodFiles = [.. Enumerable.Range(0, (methods + MethodsPerFile - 1) / MethodsPerFile).Select(file => MethodFile(file, types))];
    }

    /// <summary>The full names of the data types.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>A file for each data type, and one for the enum they share.</summary>
    public IReadOnlyList<string> TypeFiles { get; }

    /// <summary>The files of the recorded methods: a class each.</summary>
    public IReadOnlyList<string> MethodFiles { get; }

    /// <summary>The methods of one of <see cref="MethodFiles"/> as they were without recording: neither partial nor marked.</summary>
    public static string Unrecorded(string methodFile)
    {
        var kept = methodFile.Split('\n').Where(static line => !line.Contains("[Recorded]", StringComparison.Ordinal));
        return string.Join('\n', kept).Replace("Core(", "(", StringComparison.Ordinal).Replace("CoreAsync(", "Async(", StringComparison.Ordinal);
    }

    /// <summary>A context of System.Text.Json's generator over all data types.</summary>
    public string JsonContext()
    {
        var source = new StringBuilder("using System.Text.Json.Serialization;\n\nnamespace Made;\n\n");
        foreach (var type in Types)
            source.Append(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof({type}))]\n");

        return source.Append("internal sealed partial class MadeContext : JsonSerializerContext;\n").ToString();
    }

    private static string TypeName(int index) => $"Made.Data.Item{index}";

    private static string StatusFile() => "namespace Made.Data;\n\npublic enum Status { Unknown, Open, Waiting, Closed }\n";

    /// <summary>Every third type holds the type before it, and every fifth a list of the type before that.</summary>
    private static string TypeFile(int index)
    {
        var members = new List<(string Type, string Name)>();
        var count = 6 + (index % 5);
        if (index > 0 && index % 3 == 0)
            members.Add(($"Item{index - 1}", "Inner"));

        if (index > 1 && index % 5 == 0)
            members.Add(($"List<Item{index - 2}>", "Items"));

        for (var at = index; members.Count < count; at++)
            members.Add((MemberTypes[at % MemberTypes.Length], MemberNames[at % MemberNames.Length]));

        var source = new StringBuilder("namespace Made.Data;\n\n");
        if (index % 2 == 0)
        {
            source.Append(CultureInfo.InvariantCulture, $"public sealed record Item{index}(\n    ");
            source.AppendJoin(",\n    ", members.Select(static member => $"{member.Type} {member.Name}")).Append(");\n");
            return source.ToString();
        }

        source.Append(CultureInfo.InvariantCulture, $"public sealed class Item{index}\n{{\n");
        foreach (var (type, name) in members)
            source.Append(CultureInfo.InvariantCulture, $"    public {type} {name} {{ get; set; }}{(IsReference(type) ? " = null!;" : "")}\n");

        return source.Append("}\n").ToString();
    }

    private static bool IsReference(string type) =>
        type == "string" || type.StartsWith("Item", StringComparison.Ordinal) || type.StartsWith("List", StringComparison.Ordinal);

    private static string MethodFile(int file, int types)
    {
        var source = new StringBuilder("using Made.Data;\n\nnamespace Made.Tools;\n\n");
        source.Append(CultureInfo.InvariantCulture, $"public partial class Tools{file}\n{{\n");
        for (var i = 0; i < MethodsPerFile; i++)
        {
            var number = (file * MethodsPerFile) + i;
            var taken = $"Item{number % types}";
            var given = $"Item{(number + 7) % types}";
            var (result, name, body) = (number % 3) switch
            {
                0 => ($"Task<{given}>", "Find{0}{1}Async", "Task.FromResult(known)"),
                1 => ($"Task<List<{given}>>", "List{0}{1}Async", $"Task.FromResult(new List<{given}> {{ known }})"),
                _ => (given, "Take{0}{1}", "known"),
            };
            var parameters = $"{taken} item, string query, int limit";
            source.Append(CultureInfo.InvariantCulture, $"    [Recorded] public partial {result} {Name("")}({parameters});\n\n");
            source.Append(CultureInfo.InvariantCulture, $"    private {result} {Name("Core")}({parameters})\n    {{\n");
            source.Append(CultureInfo.InvariantCulture, $"        {given} known = found{number}[query + item + limit];\n        return {body};\n    }}\n\n");
            source.Append(CultureInfo.InvariantCulture, $"    private readonly Dictionary<string, {given}> found{number} = [];\n\n");

            string Name(string core) => string.Format(CultureInfo.InvariantCulture, name, number, core);
        }

        return source.Append("}\n").ToString();
    }
}
