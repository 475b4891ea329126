using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>Emits what a call does with its parameters beside passing them on: arguments, outputs, reports.</summary>
internal sealed class ParameterEmitter(SourceWriter source, RecordedMethodModel method, string call)
{
    private readonly List<ParameterModel> arguments = [.. method.Parameters.Where(static each => each.IsArgument)];
    private readonly List<ParameterModel> outputs = [.. method.Parameters.Where(static each => each.IsOutput)];
    private readonly List<ParameterModel> reports = [.. method.Parameters.Where(static each => each.Role == ParameterRole.Progress)];

    /// <summary>Whether serving a call does more than give its result.</summary>
    public bool AreServed => outputs.Count + reports.Count > 0 || method.Parameters.Any(static each => each.MustBeSet);

    /// <summary>Writes the arguments.</summary>
    public void EmitArguments(string writer)
    {
        source.Line($"var {writer} = {call}.BeginArguments({arguments.Count});");
        foreach (var parameter in arguments)
            source.Line($"{parameter.Codec}.Write(ref {writer}, {parameter.Name}, {call}.Values);");
    }

    /// <summary>Says where recorded reports go to, and sets recorded outputs.</summary>
    public void EmitServing()
    {
        for (var place = 0; place < reports.Count; place++)
            source.Line($"{call}.ServeReports{Types(reports[place])}({place}, {reports[place].Name});");

        for (var place = 0; place < outputs.Count; place++)
        {
            var parameter = outputs[place];
            source.Line(call + parameter.Role switch
            {
                ParameterRole.Span => $".ServeSpan{Types(parameter)}({place}, {parameter.Name});",
                ParameterRole.Output => $".ServeOut{Types(parameter)}({place}, out {parameter.Name});",
                _ => $".ServeRef{Types(parameter)}({place}, ref {parameter.Name});",
            });
        }

        foreach (var parameter in method.Parameters.Where(static each => each is { MustBeSet: true, Role: ParameterRole.PassedOn }))
            source.Line($"{parameter.Name} = default!;");
    }

    /// <summary>Puts the session between the core and the caller's progress.</summary>
    public void EmitReporting()
    {
        for (var place = 0; place < reports.Count; place++)
            source.Line($"{reports[place].Name} = {call}.ReportsTo{Types(reports[place])}({place}, {reports[place].Name});");
    }

    /// <summary>An output is recorded also when the core throws, as it stands then: without a session it would stay what it was, too.</summary>
    public void EmitUnset()
    {
        foreach (var parameter in outputs.Where(static each => each.Role == ParameterRole.Output))
            source.Line($"global::System.Runtime.CompilerServices.Unsafe.SkipInit(out {parameter.Name});");
    }

    /// <summary>Writes the outputs.</summary>
    public void EmitOutputs()
    {
        if (outputs.Count == 0)
            return;

        source.Line($"{call}.BeginOutputs({outputs.Count});");
        foreach (var parameter in outputs)
            source.Line($"{call}.Output{(parameter.Role == ParameterRole.Span ? "Span" : "")}{Types(parameter)}({parameter.Name});");
    }

    private static string Types(ParameterModel parameter) => $"<{parameter.ValueType}, {parameter.Codec}>";
}
