using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Which members code runs without naming them: those that <c>foreach</c>, <c>using</c>, <c>await</c>, deconstruction, patterns, collection
/// expressions, interpolation and concatenation find by their shape. One instance per compilation; thread-safe.
/// </summary>
internal sealed class PatternMembers(Compilation compilation)
{
    private readonly IMethodSymbol? dispose = Method(compilation, "System.IDisposable", "Dispose");
    private readonly IMethodSymbol? disposeAsync = Method(compilation, "System.IAsyncDisposable", "DisposeAsync");
    private readonly IMethodSymbol? toString = compilation.GetSpecialType(SpecialType.System_Object).GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault();

    /// <summary>The members that run because of an expression or statement.</summary>
    public IEnumerable<MemberUse> Run(IOperation operation)
    {
        switch (operation)
        {
            case IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax } loop:
                return ForEach(loop, syntax);
            case IUsingOperation { Resources: { } resources } statement:
                return Disposed(resources, statement.IsAsynchronous);
            case IUsingDeclarationOperation declaration:
                return Disposed(declaration.DeclarationGroup, declaration.IsAsynchronous);
            case IAwaitOperation { Syntax: AwaitExpressionSyntax syntax } awaited:
                return Awaited(awaited.SemanticModel!.GetAwaitExpressionInfo(syntax), awaited.Operation.Type);
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax } deconstruction:
                return Deconstructed(deconstruction.SemanticModel!.GetDeconstructionInfo(syntax));
            case IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } pattern:
                return [new MemberUse(method, pattern.MatchedType)];
            case IListPatternOperation list:
                return Read(list.LengthSymbol, list.NarrowedType).Concat(Read(list.IndexerSymbol, list.NarrowedType));
            case ISlicePatternOperation slice:
                return Read(slice.SliceSymbol, slice.InputType);
            case IImplicitIndexerReferenceOperation indexer:
                return Read(indexer.LengthSymbol, indexer.Instance.Type).Concat(indexer.IndexerSymbol is IPropertySymbol property
                    ? UsedMembers.Accessors(property, indexer).Select(accessor => new MemberUse(accessor, indexer.Instance.Type))
                    : Read(indexer.IndexerSymbol, indexer.Instance.Type));
            case ICollectionExpressionOperation collection:
                return Collected(collection);
            case ISpreadOperation { Operand.Type: INamedTypeSymbol type }:
                return Enumerated(type);
            case { Kind: OperationKind.None, Syntax: FixedStatementSyntax syntax }:
                return Pinned(syntax, operation.SemanticModel!);
            case IWithOperation { CloneMethod: { } clone } with:
                return [new MemberUse(clone, with.Operand.Type)];
            case IInterpolationOperation { Expression: { } shown }:
                return Shown(shown);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } concatenation:
                return Shown(concatenation.LeftOperand).Concat(Shown(concatenation.RightOperand));
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } concatenation:
                return Shown(concatenation.Value);
            case IConversionOperation { OperatorMethod: null, IsImplicit: true, Type.IsTupleType: true, Operand: { Type.IsTupleType: true, Kind: not OperationKind.Tuple } } conversion:
                return Converted(conversion);
            case IArgumentOperation { Parameter.Type: var taken, Value: IConversionOperation { Operand.Type: INamedTypeSymbol { SpecialType: SpecialType.None } given } handed } argument when IsOurs(given):
                return taken.SpecialType == SpecialType.System_Object ? IsText(argument) ? Shown(handed) : [] : HandedOver(taken, given);
            case ITupleBinaryOperation tuples:
                return Compared(tuples);
            default:
                return [];
        }
    }

    private bool IsOurs(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    /// <summary>The argument of what makes text of objects.</summary>
    private static bool IsText(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod.ContainingType: { SpecialType: SpecialType.System_String } or { Name: "StringBuilder", ContainingNamespace.Name: "Text" } };

    /// <summary>A comparer or a collection of one's own that is handed over, for others to use through its interface.</summary>
    private static IEnumerable<MemberUse> HandedOver(ITypeSymbol contract, ITypeSymbol given) =>
        contract is INamedTypeSymbol { TypeKind: TypeKind.Interface, ContainingNamespace: { } space } && (space.Name == "Collections" || space.ContainingNamespace?.Name == "Collections")
            ? contract.AllInterfaces.Add((INamedTypeSymbol)contract)
                .SelectMany(static each => each.GetMembers().OfType<IMethodSymbol>())
                .Where(static member => !member.IsStatic)
                .Select(member => new MemberUse(member, given))
            : [];

    private static IEnumerable<MemberUse> ForEach(IForEachLoopOperation loop, CommonForEachStatementSyntax syntax)
    {
        var info = loop.SemanticModel!.GetForEachStatementInfo(syntax);
        var enumerator = info.GetEnumeratorMethod?.ReturnType;
        if (info.GetEnumeratorMethod is { } getEnumerator)
            yield return new MemberUse(getEnumerator, getEnumerator.IsStatic ? null : Delegates.Unwrap(loop.Collection).Type);
        if (info.MoveNextMethod is { } moveNext)
        {
            yield return new MemberUse(moveNext, enumerator);
            if (info.IsAsynchronous)
            {
                foreach (var use in Awaiter(moveNext.ReturnType))
                    yield return use;
            }
        }

        if (info.CurrentProperty?.GetMethod is { } current)
            yield return new MemberUse(current, enumerator);
        if (info.DisposeMethod is { } disposes)
            yield return new MemberUse(disposes, enumerator);
        if (info.ElementConversion.MethodSymbol is { } element)
            yield return new MemberUse(element);
        if (info.CurrentConversion.MethodSymbol is { } conversion)
            yield return new MemberUse(conversion);
        if (syntax is ForEachVariableStatementSyntax deconstructing)
        {
            foreach (var use in Deconstructed(loop.SemanticModel!.GetDeconstructionInfo(deconstructing)))
                yield return use;
        }
    }

    /// <summary>What a spread runs, where the type itself says.</summary>
    private static IEnumerable<MemberUse> Enumerated(ITypeSymbol type)
    {
        foreach (var getEnumerator in Named(type, "GetEnumerator"))
        {
            yield return getEnumerator;
            foreach (var name in new[] { "MoveNext", "get_Current", "Dispose" })
            {
                foreach (var use in Named(getEnumerator.Member.ReturnType, name))
                    yield return use;
            }
        }
    }

    private static IEnumerable<MemberUse> Pinned(FixedStatementSyntax statement, SemanticModel model) =>
        statement.Declaration.Variables
            .Select(each => each.Initializer is { Value: { } value } ? model.GetTypeInfo(value).Type : null)
            .OfType<INamedTypeSymbol>()
            .SelectMany(static type => Named(type, "GetPinnableReference"));

    private IEnumerable<MemberUse> Disposed(IOperation resources, bool isAsynchronous)
    {
        var types = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(static each => each.Declarators).Select(static each => (Type: (ITypeSymbol?)each.Symbol.Type, Value: Initializer(each)))
            : [(Delegates.Unwrap(resources).Type, resources)];
        var contract = isAsynchronous ? disposeAsync : dispose;
        foreach (var (held, value) in types)
        {
            var type = Configured(value)?.Type ?? (value is not null && Delegates.Unwrap(value) is IObjectCreationOperation made ? made.Type : held);
            if (type is null || contract is null)
                continue;
            if (type.AllInterfaces.Contains(contract.ContainingType, SymbolEqualityComparer.Default) || SymbolEqualityComparer.Default.Equals(type, contract.ContainingType))
            {
                yield return new MemberUse(contract, type, value is null ? null : Delegates.Unwrap(value));
                continue;
            }

            foreach (var use in Named(type, contract.Name))
                yield return use;
        }
    }

    /// <summary>What is disposed behind <c>ConfigureAwait</c>.</summary>
    private static IOperation? Configured(IOperation? resource) =>
        resource is not null && Delegates.Unwrap(resource) is IInvocationOperation { TargetMethod: { Name: "ConfigureAwait", IsExtensionMethod: true } } call
            ? Delegates.Unwrap(call.Arguments[0].Value)
            : null;

    private static IOperation? Initializer(IVariableDeclaratorOperation declarator) =>
        (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;

    private static IEnumerable<MemberUse> Awaited(AwaitExpressionInfo info, ITypeSymbol? awaited)
    {
        if (info.GetAwaiterMethod is not { } getAwaiter)
            yield break;
        yield return new MemberUse(getAwaiter, getAwaiter.IsStatic ? null : awaited);
        if (info.IsCompletedProperty?.GetMethod is { } isCompleted)
            yield return new MemberUse(isCompleted, getAwaiter.ReturnType);
        if (info.GetResultMethod is { } getResult)
            yield return new MemberUse(getResult, getAwaiter.ReturnType);
        foreach (var use in Named(getAwaiter.ReturnType, "OnCompleted").Concat(Named(getAwaiter.ReturnType, "UnsafeOnCompleted")))
            yield return use;
    }

    /// <summary>What awaiting a value of a type runs, where the type itself says.</summary>
    private static IEnumerable<MemberUse> Awaiter(ITypeSymbol type)
    {
        foreach (var getAwaiter in Named(type, "GetAwaiter"))
        {
            yield return getAwaiter;
            foreach (var name in new[] { "get_IsCompleted", "GetResult", "OnCompleted", "UnsafeOnCompleted" })
            {
                foreach (var use in Named(getAwaiter.Member.ReturnType, name))
                    yield return use;
            }
        }
    }

    private static IEnumerable<MemberUse> Deconstructed(DeconstructionInfo info)
    {
        var left = new Stack<DeconstructionInfo>();
        left.Push(info);
        while (left.Count > 0)
        {
            var next = left.Pop();
            if (next.Method is { } method)
                yield return new MemberUse(method);
            if (next.Conversion?.MethodSymbol is { } conversion)
                yield return new MemberUse(conversion);
            foreach (var nested in next.Nested)
                left.Push(nested);
        }
    }

    private static IEnumerable<MemberUse> Read(ISymbol? symbol, ITypeSymbol? receiver) => symbol switch
    {
        IPropertySymbol { GetMethod: { } getter } => [new MemberUse(getter, receiver)],
        IMethodSymbol method => [new MemberUse(method, receiver)],
        _ => [],
    };

    private static IEnumerable<MemberUse> Collected(ICollectionExpressionOperation collection)
    {
        if (collection.ConstructMethod is { } construct)
            yield return new MemberUse(construct);
        if (collection is { Type: { } type, Elements.Length: > 0, ConstructMethod: null or { MethodKind: MethodKind.Constructor } })
        {
            foreach (var use in Named(type, "Add"))
                yield return use;
        }
    }

    /// <summary>A value that is made text: by its own <c>ToString</c> or <c>TryFormat</c>.</summary>
    private IEnumerable<MemberUse> Shown(IOperation value)
    {
        var type = Delegates.Unwrap(value).Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: var inner })
            type = inner[0];
        if (toString is null || type is not INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct })
            yield break;
        yield return new MemberUse(toString, type);
        var writers = Named(type, "TryFormat").ToList();
        foreach (var use in writers.Count > 0 ? writers : Named(type, "ToString").Where(static each => each.Member.Parameters.Length == 2))
            yield return use;
    }

    private static IEnumerable<MemberUse> Compared(ITupleBinaryOperation tuples)
    {
        var name = tuples.OperatorKind == BinaryOperatorKind.Equals ? WellKnownMemberNames.EqualityOperatorName : WellKnownMemberNames.InequalityOperatorName;
        return ElementsOf(tuples.LeftOperand.Type).Concat(ElementsOf(tuples.RightOperand.Type)).SelectMany(type => Named(type, name));
    }

    /// <summary>The types of a tuple's elements, of tuples inside it too.</summary>
    private static IEnumerable<ITypeSymbol> ElementsOf(ITypeSymbol? tuple) =>
        tuple is INamedTypeSymbol { TupleElements: { IsDefault: false } elements }
            ? elements.SelectMany(static element => element.Type.IsTupleType ? ElementsOf(element.Type) : [element.Type])
            : [];

    /// <summary>A tuple that is converted as a whole, element by element.</summary>
    private IEnumerable<MemberUse> Converted(IConversionOperation conversion)
    {
        var (from, to) = (ElementsOf(conversion.Operand.Type).ToList(), ElementsOf(conversion.Type).ToList());
        for (var i = 0; i < Math.Min(from.Count, to.Count); i++)
        {
            if (compilation.ClassifyConversion(from[i], to[i]).MethodSymbol is { } method)
                yield return new MemberUse(method);
        }
    }

    private static IEnumerable<MemberUse> Named(ITypeSymbol type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var method in at.GetMembers(name).OfType<IMethodSymbol>())
                yield return new MemberUse(method, method.IsStatic ? null : type);
        }
    }

    private static IMethodSymbol? Method(Compilation compilation, string type, string name) =>
        compilation.GetTypeByMetadataName(type)?.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault();
}
