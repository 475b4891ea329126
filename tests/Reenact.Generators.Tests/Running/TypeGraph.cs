using System.Text;

namespace Reenact.Generators.Tests.Running;

/// <summary>Random data types, as source: records, classes and structs with members of each other's types.</summary>
internal sealed class TypeGraph
{
    private static readonly string[] Leaves =
    [
        "bool", "byte", "short", "int", "long", "ulong", "float", "double", "decimal", "char", "string", "string?",
        "Guid", "DateTime", "TimeSpan", "DateOnly", "byte[]", "Color", "int?", "double?",
        "Half", "TimeOnly", "DateTimeOffset", "Int128", "nint", "System.Numerics.BigInteger",
    ];

    private static readonly string[] Shapes =
    [
        "{0}[]", "List<{0}>", "IReadOnlyList<{0}>", "Dictionary<string, {0}>", "IReadOnlyDictionary<int, {0}>", "({0}, int)", "KeyValuePair<int, {0}>", "Queue<{0}>", "ReadOnlyMemory<{0}>",
        "Stack<{0}>", "LinkedList<{0}>", "Tuple<{0}, string>",
    ];

    private readonly Random random;
    private readonly StringBuilder source = new();

    private TypeGraph(int seed, int count)
    {
        random = new Random(seed);
        source.AppendLine("namespace Acme;");
        source.AppendLine("public enum Color { Red, [RecordedName(\"verde\")] Green, Blue }");
        for (var i = 0; i < count; i++)
            AddType(i);

        source.AppendLine("public partial class Tools {");
        for (var i = 0; i < count; i++)
            source.AppendLine($"[Recorded] public partial T{i} M{i}(); private T{i} M{i}Core() => throw new InvalidOperationException();");

        source.AppendLine("}");
    }

    public static string Source(int seed, int count) => new TypeGraph(seed, count).source.ToString();

    private void AddType(int index)
    {
        var members = Enumerable.Range(0, random.Next(1, 6)).Select(i => (Type: MemberType(index), Name: $"M{i}")).ToList();
        var parameters = string.Join(", ", members.Select(static member => $"{member.Type} {member.Name}"));
        var settable = string.Concat(members.Select(static member => $"public {member.Type} {member.Name} {{ get; set; }} = default!; "));
        source.AppendLine(random.Next(8) switch
        {
            0 => $"public sealed record T{index}({parameters}) {{ public T{index}? Self {{ get; init; }} }}",
            1 => $"public readonly record struct T{index}({parameters});",
            2 => $"public sealed class T{index} {{ {settable} public T{index}? Self; }}",
            3 => $"public struct T{index} {{ {settable.Replace(" = default!;", "", StringComparison.Ordinal)} }}",
            4 => $"public sealed class T{index} {{ {settable.Replace("public ", "public required ", StringComparison.Ordinal).Replace(" = default!;", "", StringComparison.Ordinal).Replace("set;", "init;", StringComparison.Ordinal)} }}",
            5 => $"public sealed class G{index}<T> : Base{index}<T> {{ public T It {{ get; private set; }} = default!; public List<T>? Many {{ get; }} public readonly int Count; }} "
                + $"public class Base{index}<T> {{ public (T, int) Pair {{ get; private set; }} }} public sealed record T{index}(G{index}<{members[0].Type}>? One, G{index}<int> Other);",
            6 => $"[RecordedUnion(typeof(A{index}), typeof(C{index}), typeof(D{index}<int>))] public interface I{index}; public sealed record A{index}({parameters}) : I{index}; "
                + $"public sealed class C{index} : I{index} {{ {settable} public I{index}? Inner {{ get; private set; }} }} public readonly record struct D{index}<T>(T It) : I{index}; "
                + $"public sealed record T{index}(I{index}? Case, List<I{index}> More);",
            _ => $"public class B{index} {{ public int Base {{ get; private set; }} }} public sealed class T{index} : B{index} {{ {settable} }}",
        });
    }

    private string MemberType(int index)
    {
        var type = index > 0 && random.Next(3) == 0 ? $"T{random.Next(index)}" : Leaves[random.Next(Leaves.Length)];
        for (var depth = random.Next(3); depth > 0; depth--)
            type = string.Format(System.Globalization.CultureInfo.InvariantCulture, Shapes[random.Next(Shapes.Length)], type);

        return type;
    }
}
