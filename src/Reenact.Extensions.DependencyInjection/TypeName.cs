namespace Reenact.Extensions.DependencyInjection;

/// <summary>Names of types as code has them, without their namespaces.</summary>
internal static class TypeName
{
    public static string Of(Type type)
    {
        var arity = type.Name.IndexOf('`', StringComparison.Ordinal);
        if (arity < 0)
        {
            return type.Name;
        }

        var arguments = type.IsGenericTypeDefinition
            ? new string(',', type.GetGenericArguments().Length - 1)
            : string.Join(", ", type.GetGenericArguments().Select(Of));
        return $"{type.Name[..arity]}<{arguments}>";
    }
}
