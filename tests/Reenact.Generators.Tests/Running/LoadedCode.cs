using System.Reflection;
using System.Runtime.Loader;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests.Running;

/// <summary>Input and emitted code, compiled and loaded.</summary>
internal sealed class LoadedCode
{
    private readonly Assembly assembly;

    private LoadedCode(Assembly assembly) => this.assembly = assembly;

    public static LoadedCode Of(params string[] sources)
    {
        using var stream = new MemoryStream();
        var emitted = GeneratorRun.Of(TestCompilation.Named($"Loaded{Guid.NewGuid():N}", sources)).Clean().Compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        stream.Position = 0;
        return new LoadedCode(AssemblyLoadContext.Default.LoadFromStream(stream));
    }

    public Type Type(string fullName) => assembly.GetType(fullName, throwOnError: true)!;

    /// <summary>The codec that was emitted for a type.</summary>
    public EmittedCodec Codec(string valueType, string codec) => new(Type(valueType), Type("Reenact.Generated." + codec));

    /// <summary>The codec that was emitted for a type, wherever it stands.</summary>
    public EmittedCodec CodecOf(Type value) => new(value, assembly.GetTypes().Single(type =>
        type is { IsValueType: true, IsGenericTypeDefinition: false } && type.Name.EndsWith("Codec", StringComparison.Ordinal) && type.GetInterfaces().Contains(typeof(IValueCodec<>).MakeGenericType(value))));

    /// <summary>Calls a static method without parameters.</summary>
    public object? Call(string type, string method)
    {
        try
        {
            return Type(type).GetMethod(method)!.Invoke(null, null);
        }
        catch (TargetInvocationException wrapped)
        {
            throw wrapped.InnerException!;
        }
    }
}
