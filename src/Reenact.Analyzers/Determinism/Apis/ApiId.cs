namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>Takes documentation ids apart: <c>M:System.Threading.Tasks.Task.Run``1(System.Func{``0})</c>.</summary>
internal static class ApiId
{
    /// <summary>The id that stands for all overloads of one arity: <c>M:System.Threading.Tasks.Task.Run``1</c>.</summary>
    public static string WithoutParameters(string id) => Until(id, '(');

    /// <summary>The id that stands for all overloads: <c>M:System.Threading.Tasks.Task.Run</c>.</summary>
    public static string WithoutArity(string id)
    {
        var arity = id.IndexOf("``", StringComparison.Ordinal);
        return arity < 0 ? WithoutParameters(id) : WithoutParameters(id.Substring(0, arity));
    }

    /// <summary>The type that a member belongs to: <c>System.Threading.Tasks.Task</c>.</summary>
    public static string TypeOf(string memberId)
    {
        var member = WithoutArity(memberId);
        return member.Substring(2, Math.Max(member.LastIndexOf('.') - 2, 0));
    }

    /// <summary>What a symbol of this id is called in metadata: <c>Run</c>, <c>.ctor</c>, <c>Task</c>.</summary>
    public static string NameOf(string id)
    {
        var whole = WithoutArity(id);
        // What stands in no namespace has the kind before it: 'T:Clock'.
        return Until(whole.Substring(Math.Max(whole.LastIndexOf('.') + 1, 2)), '`').Replace('#', '.');
    }

    private static string Until(string text, char end) => text.IndexOf(end) is var at and >= 0 ? text.Substring(0, at) : text;
}
