using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Values;

namespace Reenact.Generators.Shapes;

/// <summary>What a compilation knows of Reenact and of tasks, and the shapes of value types met so far. Thread-safe; one for each compilation.</summary>
internal sealed class KnownTypes
{
    private static readonly ConditionalWeakTable<Compilation, KnownTypes> ByCompilation = new();

    private KnownTypes(Compilation compilation)
    {
        Compilation = compilation;
        RecordedAttribute = compilation.GetTypeByMetadataName(RecordedAttributeName);
        ReplayedAttribute = compilation.GetTypeByMetadataName(ReplayedAttributeName);
        IgnoreInMatchAttribute = compilation.GetTypeByMetadataName("Reenact.IgnoreInMatchAttribute");
        IgnoreRecordedAttribute = compilation.GetTypeByMetadataName("Reenact.IgnoreRecordedAttribute");
        SensitiveAttribute = compilation.GetTypeByMetadataName("Reenact.SensitiveAttribute");
        RecordedNameAttribute = compilation.GetTypeByMetadataName("Reenact.RecordedNameAttribute");
        ValueCodecAttribute = compilation.GetTypeByMetadataName("Reenact.ValueCodecAttribute");
        ValueCodec = compilation.GetTypeByMetadataName("Reenact.IValueCodec`1");
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        TaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");
        ValueTaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        AsyncEnumerable = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        Values = new ValueTypes(this);
    }

    public const string RecordedAttributeName = "Reenact.RecordedAttribute";

    public const string ReplayedAttributeName = "Reenact.ReplayedAttribute";

    public Compilation Compilation { get; }

    public INamedTypeSymbol? RecordedAttribute { get; }

    public INamedTypeSymbol? ReplayedAttribute { get; }

    public INamedTypeSymbol? IgnoreInMatchAttribute { get; }

    public INamedTypeSymbol? IgnoreRecordedAttribute { get; }

    public INamedTypeSymbol? SensitiveAttribute { get; }

    public INamedTypeSymbol? RecordedNameAttribute { get; }

    public INamedTypeSymbol? ValueCodecAttribute { get; }

    /// <summary><c>IValueCodec&lt;T&gt;</c></summary>
    public INamedTypeSymbol? ValueCodec { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOfT { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOfT { get; }

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c></summary>
    public INamedTypeSymbol? AsyncEnumerable { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    /// <summary>Which types can be recorded, and how.</summary>
    public ValueTypes Values { get; }

    public static KnownTypes Of(Compilation compilation) => ByCompilation.GetValue(compilation, static key => new KnownTypes(key));

    /// <summary>Finds an attribute of a symbol.</summary>
    public static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? attribute)
    {
        if (attribute is null)
            return null;

        foreach (var data in symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
                return data;
        }

        return null;
    }
}
