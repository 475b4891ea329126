using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Exceptions;
using Reenact.Generators.Incremental;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests;

/// <summary>What flows through the pipeline is compared and kept between edits, so nothing of the compiler's may hide in it.</summary>
public class ModelShapeTests
{
    [Fact]
    public void No_model_has_a_field_of_a_compiler_type()
    {
        var seen = new HashSet<Type>();
        var queue = new Queue<Type>(typeof(RecordedMethodGenerator).Assembly.GetTypes().Where(static type => type.Namespace == typeof(RecordedMethodModel).Namespace));
        foreach (var kept in new[] { typeof(EmittedFiles), typeof(CompilationDeclarations), typeof(TreeDeclarations), typeof(FileExceptions) })
            queue.Enqueue(kept);

        Assert.Contains(typeof(TypeShimsModel), queue);
        Assert.Contains(typeof(CodecFileModel), queue);
        Assert.Contains(typeof(DecoratorFileModel), queue);
        Assert.Contains(typeof(ExceptionModel), queue);
        while (queue.TryDequeue(out var type))
        {
            if (!seen.Add(type) || type.IsPrimitive || type == typeof(string) || type.IsGenericParameter)
                continue;

            Assert.False(IsOfCompiler(type), $"{type} is reachable from the models");
            foreach (var argument in type.GetGenericArguments())
                queue.Enqueue(argument);

            if (type.Assembly == typeof(RecordedMethodModel).Assembly)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                    queue.Enqueue(field.FieldType);
            }
        }
    }

    [Theory]
    [MemberData(nameof(GoldenTests.Names), MemberType = typeof(GoldenTests))]
    public void No_step_hands_on_a_compiler_object(string golden)
    {
        var run = GeneratorRun.Of(GoldenFiles.Input(golden));
        var names = run.Steps.Keys.Where(static name => !IsStepOfCompiler(name)).ToList();
        Assert.Empty(names.Except(TrackedSteps.OwnNames));
        var steps = names.SelectMany(name => run.Steps[name]).ToList();
        Assert.NotEmpty(steps);
        foreach (var output in steps.SelectMany(static step => step.Outputs))
            Walk(output.Value, "", []);
    }

    [Fact]
    public void No_static_keeps_a_compiler_object()
    {
        var run = GeneratorRun.Of(GoldenFiles.Input(GoldenTests.Names.First().Data));
        var statics = typeof(RecordedMethodGenerator).Assembly.GetTypes()
            .Where(static type => !type.ContainsGenericParameters)
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static field => !field.IsLiteral)
            .ToList();
        Assert.NotEmpty(statics);
        foreach (var field in statics)
            Walk(field.GetValue(null), $"{field.DeclaringType}.{field.Name}", []);

        GC.KeepAlive(run);
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum)
            return;

        if (!value.GetType().IsValueType && !seen.Add(value))
            return;

        // A format is a constant, and what is known of a compilation lives as long as that.
        if (value is Delegate or Type or SymbolDisplayFormat or ConditionalWeakTable<Compilation, KnownTypes>)
            return;

        Assert.False(IsOfCompiler(value.GetType()), $"{path} is a {value.GetType()}");
        if (value.GetType() is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>))
        {
            // Its keys are not kept.
            foreach (var pair in (IEnumerable)value)
                Walk(pair!.GetType().GetProperty("Value")!.GetValue(pair), path + "[]", seen);

            return;
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, path + "[]", seen);

            return;
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
    }

    private static bool IsStepOfCompiler(string name) =>
        name.Contains("ForAttribute", StringComparison.Ordinal) || name is "Compilation" or "CompilationOptions" or "ParseOptions" or "SourceOutput";

    private static bool IsOfCompiler(Type type) => type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true;
}
