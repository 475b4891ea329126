namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>Tells whether a text can be a documentation id. Whether anything is called so nobody asks: a file may serve many projects.</summary>
internal static class StatedApiId
{
    private const string Kinds = "NTMPFE";
    private const string Signs = "._`#,(){}[]*@:~<>";

    /// <summary>What is wrong with the id; null for nothing.</summary>
    public static string? Problem(string id)
    {
        if (id.Length < 3 || id[1] != ':' || Kinds.IndexOf(id[0]) < 0)
            return $"'{id}' is no documentation id: it begins with 'N:', 'T:', 'M:', 'P:', 'F:' or 'E:' (namespace, type, method, property, field, event)";
        foreach (var letter in id)
        {
            if (!char.IsLetterOrDigit(letter) && Signs.IndexOf(letter) < 0)
                return $"'{letter}' can't be part of the documentation id '{id}'";
        }

        return id[0] switch
        {
            'N' or 'T' when id.IndexOf('(') >= 0 => $"'{id}' has parameters, but names no method",
            'N' or 'T' => IsName(id.Substring(2)) ? null : $"'{id}' is no full name",
            _ => MemberProblem(id),
        };
    }

    private static string? MemberProblem(string id)
    {
        if (id.EndsWith("..ctor", StringComparison.Ordinal) || id.Contains("..ctor("))
            return $"in a documentation id a constructor is '#ctor': '{id.Replace("..ctor", ".#ctor")}'";
        var parameters = id.IndexOf('(');
        if (parameters >= 0 && (id[0] is not ('M' or 'P') || id.IndexOf(')') < parameters))
            return $"the parameters in '{id}' are not those of a method: '(', types with commas between them, ')'";
        return IsName(ApiId.TypeOf(id)) && ApiId.NameOf(id).Length > 0 ? null : $"'{id}' does not name a member with its type and namespace";
    }

    private static bool IsName(string name) => name.Length > 0 && name.Split('.').All(part => part.Length > 0);
}
