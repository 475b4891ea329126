using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Testing;

/// <summary>A call of <c>ReenactTest</c> whose code may run for real, and the methods with side effects that its options name.</summary>
/// <param name="Code">The lambda, or the reference to a method, that is the session's code.</param>
/// <param name="Allowed">The names, as a person wrote them.</param>
internal sealed record LiveTestCall(IOperation Code, IReadOnlyList<string> Allowed)
{
    private const int ReplayMode = 0;

    /// <summary>Whether a call may be one of these, by its method's name.</summary>
    public static bool IsMeant(string method) => method is "RunAsync" or "ThrowsAsync";

    /// <summary>Null for other calls, for replays, and where the code or what the options say can't be seen.</summary>
    public static LiveTestCall? Of(IInvocationOperation call, INamedTypeSymbol test)
    {
        if (!IsMeant(call.TargetMethod.Name) || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, test))
            return null;
        var code = Argument(call, "code");
        if (code is IDelegateCreationOperation creation)
            code = creation.Target;
        return code is IAnonymousFunctionOperation or IMethodReferenceOperation && Names(Argument(call, "options")) is { } names
            ? new LiveTestCall(code, names)
            : null;
    }

    /// <summary>Whether a method's name in recordings is, or ends with, one of the names.</summary>
    public bool Allows(string method) => Allowed.Any(name =>
        method.EndsWith(name, StringComparison.Ordinal)
        && (method.Length == name.Length || (name.Length > 0 && method[method.Length - name.Length - 1] is '.' or '+')));

    private static IOperation? Argument(IInvocationOperation call, string parameter) =>
        Plain(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value);

    /// <summary>What the options name; null where that can't be seen, or they ask for a replay.</summary>
    private static IReadOnlyList<string>? Names(IOperation? options)
    {
        if (options is null or { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation)
            return [];
        if (Declared(options) is not { } creation)
            return null;
        IReadOnlyList<string>? names = [];
        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            var value = Plain(assignment.Value);
            switch ((assignment.Target as IPropertyReferenceOperation)?.Property.Name)
            {
                case "Mode" when value is not { ConstantValue.HasValue: true } or { ConstantValue.Value: ReplayMode }:
                    return null;
                case "AllowSideEffects":
                    names = Texts(value);
                    break;
            }
        }

        return names;
    }

    /// <summary>The expression that makes the options: at the call, or where a field or property that can't change is declared.</summary>
    private static IObjectCreationOperation? Declared(IOperation options)
    {
        if (options is IObjectCreationOperation creation)
            return creation;
        ISymbol? member = options switch
        {
            IFieldReferenceOperation { Field.IsReadOnly: true } field => field.Field,
            IPropertyReferenceOperation { Property.SetMethod: null } property => property.Property,
            _ => null,
        };
        var declaration = member?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var value = declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } initial } => initial,
            PropertyDeclarationSyntax { Initializer.Value: { } initial } => initial,
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } expression } => expression,
            _ => null,
        };

        // What stands in another file is left alone: its model would be made anew for each call.
        return value?.SyntaxTree == options.Syntax.SyntaxTree ? options.SemanticModel?.GetOperation(value) as IObjectCreationOperation : null;
    }

    private static List<string>? Texts(IOperation? value)
    {
        IEnumerable<IOperation>? elements = value switch
        {
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            _ => null,
        };
        var texts = elements?.Select(static element => Plain(element)?.ConstantValue.Value as string).ToList();
        return texts?.TrueForAll(static text => text is not null) == true ? texts.ConvertAll(static text => text!) : null;
    }

    private static IOperation? Plain(IOperation? operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation && operation is not { ConstantValue.HasValue: true })
            operation = operation.ChildOperations.First();
        return operation;
    }
}
