using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>
/// Emits one recorded method: the shim, which stays small so that it costs next to nothing outside a session, and beside it
/// what runs within one.
/// </summary>
internal sealed class MethodEmitter
{
    private readonly SourceWriter source;
    private readonly ContainingTypeModel type;
    private readonly RecordedMethodModel method;
    private readonly ParameterEmitter own;
    private readonly string descriptor;
    private readonly string parameters;
    private readonly string arguments;
    private readonly string call;
    private readonly string writer;
    private readonly string result;
    private readonly string exception;

    public MethodEmitter(SourceWriter source, ContainingTypeModel type, RecordedMethodModel method, string descriptor)
    {
        this.source = source;
        this.type = type;
        this.method = method;
        this.descriptor = descriptor;
        parameters = string.Join(", ", method.Parameters.Select(static each => each.Declared));
        arguments = string.Join(", ", method.Parameters.Select(static each => each.PassedOn));
        var names = new LocalNames(method.Parameters.Select(static each => each.Name));
        call = names.Take("call");
        own = new ParameterEmitter(source, method, call);
        writer = names.Take("writer");
        result = names.Take(method.Returns switch { ReturnKind.Direct => "result", ReturnKind.Stream => "stream", _ => "task" });
        exception = names.Take("exception");
    }

    private bool IsVoid => method is { Returns: ReturnKind.Direct, Result: null };

    /// <summary><c>&lt;T, TCodec&gt;</c>, or empty without a result.</summary>
    private string ResultTypes => method.Result is { } recorded ? $"<{recorded.Type}, {recorded.Codec}>" : "";

    /// <summary>What the members of <c>RecordedCall</c> have in their names for this way of returning.</summary>
    private string Way => method.Returns == ReturnKind.Direct ? "" : method.Returns.ToString();

    private string CoreCall => method.Form switch
    {
        MemberForm.Getter => method.Core,
        MemberForm.Setter => $"{method.Core} = {arguments}",
        MemberForm.IndexerGetter => $"{method.Core}[{arguments}]",
        MemberForm.IndexerSetter => $"{method.Core}[{string.Join(", ", method.Parameters.Take(method.Parameters.Count - 1).Select(static each => each.Name))}] = {method.Parameters[method.Parameters.Count - 1].Name}",
        _ => $"{Callee(method.Core)}{method.TypeParameters}({arguments})",
    };

    public void Emit()
    {
        EmitShim();
        EmitBeside();
    }

    /// <summary>What the shim calls in a session.</summary>
    public void EmitBeside()
    {
        source.Line();
        EmitInSession();
        if (method.CanPark)
        {
            source.Line();
            EmitWhenDue();
        }
    }

    /// <summary>The declaration, and the accessor of a property.</summary>
    public void EmitShim()
    {
        source.Open(Heading);
        var enter = $"{Emitted.Shims}RecordedCall.TryEnter({descriptor}, out var {call})";
        if (IsVoid)
        {
            source.Line($"if ({enter})");
            source.Indented(CallThrough(method.InSession) + ";");
            source.Line("else");
            source.Indented(CoreCall + ";");
        }
        else
        {
            source.Line($"return {enter}");
            source.Indented("? " + CallThrough(method.InSession));
            source.Indented(": " + CoreCall + ";");
        }

        source.Close();
    }

    private void EmitInSession()
    {
        OpenMethod(method.InSession);
        own.EmitArguments(writer);
        EmitStart();
        source.Line();
        own.EmitReporting();
        own.EmitUnset();
        EmitRun();
        source.Line();
        own.EmitOutputs();
        if (IsVoid)
        {
            source.Line($"{call}.Return();");
        }
        else if (method.Returns == ReturnKind.Direct)
        {
            source.Line($"{call}.Return{ResultTypes}({result});");
            source.Line($"return {result};");
        }
        else
        {
            source.Line($"return {call}.Return{Way}{ResultTypes}({result});");
        }

        source.Close();
    }

    private void EmitStart()
    {
        var start = $"{call}.Start{(method.Returns == ReturnKind.Stream ? Way : "")}(ref {writer})";
        if (method.CanPark)
        {
            source.Line($"if ({start} == {Emitted.Shims}CallAction.Park)");
            source.Indented($"return {CallThrough(method.WhenDue)};");
        }
        else if (method.IsReplayed)
        {
            source.Line(start + ";");
        }
        else
        {
            EmitServe($"if ({start} == {Emitted.Shims}CallAction.Serve)");
        }
    }

    private void EmitServe(string condition)
    {
        var serve = $"{call}.Serve{Way}{ResultTypes}({(method.Returns == ReturnKind.Direct ? "" : method.CancellationToken)});";
        if (!IsVoid && !own.AreServed)
        {
            source.Line(condition);
            source.Indented("return " + serve);
            return;
        }

        source.Open(condition);
        own.EmitServing();
        if (IsVoid)
        {
            source.Line(serve);
            source.Line("return;");
        }
        else
        {
            source.Line("return " + serve);
        }

        source.Close();
    }

    private void EmitRun()
    {
        if (!IsVoid)
            source.Line($"{method.ReturnType} {result};");

        source.Open("try");
        source.Line(IsVoid ? CoreCall + ";" : $"{result} = {Read(CoreCall)};");
        source.Close();
        source.Open($"catch (global::System.Exception {exception})");
        own.EmitOutputs();
        source.Line($"{call}.Fail({exception});");
        source.Line("throw;");
        source.Close();
    }

    /// <summary>A method of its own, so that what the lambda captures is allocated only here.</summary>
    private void EmitWhenDue()
    {
        OpenMethod(method.WhenDue);
        own.EmitReporting();
        var run = $"return {call}.Run{Way}WhenDue{ResultTypes}";
        if (type.IsStruct && !method.IsStatic)
        {
            var self = new LocalNames(method.Parameters.Select(static each => each.Name)).Take("self");
            source.Line($"var {self} = this;");
            source.Line($"{run}(() => {Read($"{self}.{method.Core}{method.TypeParameters}({arguments})")});");
        }
        else
        {
            source.Line($"{run}(() => {Read(CoreCall)});");
        }

        source.Close();
    }

    /// <summary>The core's result, read to its end where it is made while it is read.</summary>
    private string Read(string core)
    {
        var token = method is { Returns: not ReturnKind.Direct, CancellationToken.Length: > 0 } ? ", " + method.CancellationToken : "";
        return method.Result?.Reading switch
        {
            ResultReading.Sequence => $"{Emitted.Shims}Materialized.Sequence({core})",
            ResultReading.Content => $"{Emitted.Shims}Materialized.Content({core}{token})",
            _ => core,
        };
    }

    private void OpenMethod(string name)
    {
        source.Line(Emitted.GeneratedCode);
        var isStatic = method.IsStatic ? "static " : "";
        var rest = parameters.Length > 0 ? ", " + parameters : "";
        source.Open($"private {isStatic}{KeptModifiers}{method.ReturnType} {name}{method.TypeParameters}(ref {Emitted.Shims}RecordedCall {call}{rest}){OwnConstraints}");
    }

    private string Heading
    {
        get
        {
            if (method.Form is MemberForm.Getter or MemberForm.IndexerGetter)
                return "get";

            if (method.Form is MemberForm.Setter or MemberForm.IndexerSetter)
                return "set";

            var partial = method.Form == MemberForm.PartialMethod ? "partial " : "";
            var declared = string.Join(", ", method.Parameters.Select(static each => $"{each.Modifiers}{each.Type} {each.Name}{each.Default}"));
            return $"{method.Modifiers}{partial}{method.ReturnType} {method.Name}{method.TypeParameters}({declared}){Constraints}";
        }
    }

    /// <summary>The declaration's modifiers that its body can't do without.</summary>
    private string KeptModifiers => string.Concat(
        method.Modifiers.Split(' ').Where(static modifier => modifier is "unsafe" or "readonly").Select(static modifier => modifier + " "));

    private string Constraints => string.Concat(method.Constraints.Select(static clause => " " + clause));

    private string OwnConstraints => string.Concat(method.OwnConstraints.Select(static clause => " " + clause));

    private string CallThrough(string emitted) =>
        $"{Callee(emitted)}{method.TypeParameters}(ref {call}{(arguments.Length > 0 ? ", " + arguments : "")})";

    /// <summary>A member's name, qualified where a parameter has the same.</summary>
    private string Callee(string member) =>
        !method.Parameters.Any(each => each.Name == member) ? member : method.IsStatic ? $"{type.SelfInCode}.{member}" : $"this.{member}";
}
