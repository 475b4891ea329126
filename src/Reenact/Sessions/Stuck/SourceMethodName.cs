namespace Reenact.Sessions;

/// <summary>Names methods as the source does: those that the compiler made of asynchronous methods, local functions and lambdas, too.</summary>
internal static class SourceMethodName
{
    /// <summary>The name of a method.</summary>
    /// <param name="type">The type that declares it; for an asynchronous method, the compiler's state machine.</param>
    /// <param name="method">Its name; of no interest where the type is a state machine.</param>
    public static string Of(Type type, string method)
    {
        if (IsMadeByCompiler(type.Name) && Inside(type.Name) is { Length: > 0 } inner)
        {
            method = inner; // <HandleAsync>d__5: the state machine of HandleAsync.
        }

        var owner = type;
        while (IsMadeByCompiler(owner.Name) && owner.DeclaringType is { } outer)
        {
            owner = outer;
        }

        return $"{WithoutArity(owner.Name)}.{Readable(method)}";
    }

    private static bool IsMadeByCompiler(string name) => name.StartsWith('<');

    /// <summary>A name such as <c>&lt;RunAsync&gt;g__First|0_1</c> as <c>RunAsync.First</c>, and one of a lambda as <c>RunAsync (lambda)</c>.</summary>
    private static string Readable(string name)
    {
        if (!IsMadeByCompiler(name) || Inside(name) is not { } owner)
        {
            return name;
        }

        var rest = name[(owner.Length + 2)..];
        var local = rest.StartsWith("g__", StringComparison.Ordinal) ? rest[3..] : null;
        var end = local?.IndexOf('|', StringComparison.Ordinal) ?? -1;
        return local is not null && end > 0
            ? $"{Readable(owner)}.{local[..end]}"
            : rest.StartsWith("b__", StringComparison.Ordinal) ? $"{Readable(owner)} (lambda)" : Readable(owner);
    }

    /// <summary>What stands between the first angle bracket and the one that closes it.</summary>
    private static string? Inside(string name)
    {
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            depth += name[i] == '<' ? 1 : name[i] == '>' ? -1 : 0;
            if (depth == 0)
            {
                return i > 1 ? name[1..i] : null;
            }
        }

        return null;
    }

    private static string WithoutArity(string name) => name.IndexOf('`', StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;
}
