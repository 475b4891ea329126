using System.Text;

namespace Reenact.Shims;

/// <summary>
/// Names of types as C# has them, without their namespaces, to be copied from a message: <c>List&lt;Order&gt;</c>. They are made from the text
/// that a type gives of itself, so that nothing is looked up by reflection.
/// </summary>
internal ref struct CodeName
{
    private ReadOnlySpan<char> rest;

    private CodeName(string text) => rest = text;

    /// <summary>Whether a type is a generic one without type arguments: its full name has an arity, and no list after it.</summary>
    public static bool IsOpen(Type type) => type.FullName is { } name && name.Contains('`', StringComparison.Ordinal) && !name.Contains('[', StringComparison.Ordinal);

    /// <summary>The name; <c>IStore&lt;,&gt;</c> for an open type.</summary>
    public static string Of(Type type) => IsOpen(type) ? Join(type.FullName, []) : new CodeName(type.ToString()).Read();

    /// <summary>Reads one type: <c>Acme.Page`1+Line[Acme.Order][]</c>.</summary>
    private string Read()
    {
        var end = rest.IndexOfAny("[],");
        var declared = Take(end < 0 ? rest.Length : end);
        var arguments = new List<string>();
        if (rest is ['[', not (']' or ','), ..])
        {
            do
            {
                Take(1);
                arguments.Add(Read());
            }
            while (rest is [',', ..]);

            Take(1);
        }

        // The text has the innermost array first, C# has the outermost.
        var arrays = "";
        while (rest is ['[', ..])
            arrays = $"{Take(rest.IndexOf(']') + 1)}{arrays}";

        return Join(declared, arguments) + arrays;
    }

    /// <summary>Gives each nested type its share of the arguments, and commas where there are none.</summary>
    private static string Join(ReadOnlySpan<char> declared, List<string> arguments)
    {
        var name = new StringBuilder();
        var given = 0;
        foreach (var part in declared[(declared.LastIndexOf('.') + 1)..].ToString().Split('+'))
        {
            if (name.Length > 0)
                name.Append('.');

            var arity = part.IndexOf('`', StringComparison.Ordinal);
            if (arity < 0)
            {
                name.Append(part);
                continue;
            }

            var count = int.Parse(part.AsSpan(arity + 1), provider: null);
            name.Append(part.AsSpan(0, arity)).Append('<');
            name.Append(arguments.Count == 0 ? new string(',', count - 1) : string.Join(", ", arguments.GetRange(given, count))).Append('>');
            given += count;
        }

        return name.ToString();
    }

    private ReadOnlySpan<char> Take(int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
