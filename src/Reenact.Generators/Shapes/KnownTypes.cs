using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Values;

namespace Reenact.Generators.Shapes;

/// <summary>What a compilation knows of Reenact and of tasks, and the shapes of value types met so far. Thread-safe; one for each compilation.</summary>
internal sealed class KnownTypes
{
    private static readonly ConditionalWeakTable<Compilation, KnownTypes> ByCompilation = new();

    private readonly Lazy<OpenRecordedNames> openRecordedNames;
    private readonly Lazy<ForeignTypes> foreign;

    private KnownTypes(Compilation compilation)
    {
        Compilation = compilation;
        RecordedAttribute = compilation.GetTypeByMetadataName(RecordedAttributeName);
        ReplayedAttribute = compilation.GetTypeByMetadataName(ReplayedAttributeName);
        IgnoreInMatchAttribute = compilation.GetTypeByMetadataName("Reenact.IgnoreInMatchAttribute");
        IgnoreRecordedAttribute = compilation.GetTypeByMetadataName("Reenact.IgnoreRecordedAttribute");
        RecordedTypeArgumentsAttribute = compilation.GetTypeByMetadataName(RecordedTypeArgumentsAttributeName);
        SensitiveAttribute = compilation.GetTypeByMetadataName("Reenact.SensitiveAttribute");
        DataClassificationAttribute = compilation.GetTypeByMetadataName("Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute");
        RecordedNameAttribute = compilation.GetTypeByMetadataName("Reenact.RecordedNameAttribute");
        ValueCodecAttribute = compilation.GetTypeByMetadataName("Reenact.ValueCodecAttribute");
        ValueCodec = compilation.GetTypeByMetadataName("Reenact.IValueCodec`1");
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        TaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");
        ValueTaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        AsyncEnumerable = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        RecordedUnionAttribute = compilation.GetTypeByMetadataName("Reenact.RecordedUnionAttribute");
        JsonDerivedTypeAttribute = compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonDerivedTypeAttribute");
        JsonPolymorphicAttribute = compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonPolymorphicAttribute");
        JsonCodecAttribute = compilation.GetTypeByMetadataName("Reenact.JsonCodecAttribute`1");
        RecordAsAttribute = compilation.GetTypeByMetadataName("Reenact.RecordAsAttribute`3");
        foreign = new Lazy<ForeignTypes>(() => ForeignTypes.Of(this));
        Values = new ValueTypes(this);
        openRecordedNames = new Lazy<OpenRecordedNames>(() => OpenRecordedNames.Of(Compilation, this));
    }

    public const string RecordedAttributeName = "Reenact.RecordedAttribute";

    public const string ReplayedAttributeName = "Reenact.ReplayedAttribute";

    public const string RecordableAttributeName = "Reenact.RecordableAttribute`1";

    public const string RecordedTypeArgumentsAttributeName = "Reenact.Shims.RecordedTypeArgumentsAttribute";

    public Compilation Compilation { get; }

    public INamedTypeSymbol? RecordedAttribute { get; }

    public INamedTypeSymbol? ReplayedAttribute { get; }

    public INamedTypeSymbol? IgnoreInMatchAttribute { get; }

    public INamedTypeSymbol? IgnoreRecordedAttribute { get; }

    /// <summary>Marks generic methods that need codecs for their type arguments.</summary>
    public INamedTypeSymbol? RecordedTypeArgumentsAttribute { get; }

    public INamedTypeSymbol? SensitiveAttribute { get; }

    /// <summary>The base of the attributes that classify data, of <c>Microsoft.Extensions.Compliance.Abstractions</c>.</summary>
    public INamedTypeSymbol? DataClassificationAttribute { get; }

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

    public INamedTypeSymbol? RecordedUnionAttribute { get; }

    public INamedTypeSymbol? JsonDerivedTypeAttribute { get; }

    public INamedTypeSymbol? JsonPolymorphicAttribute { get; }

    /// <summary><c>JsonCodecAttribute&lt;T&gt;</c></summary>
    public INamedTypeSymbol? JsonCodecAttribute { get; }

    /// <summary><c>RecordAsAttribute&lt;T, TRecorded, TConversion&gt;</c></summary>
    public INamedTypeSymbol? RecordAsAttribute { get; }

    /// <summary>Types that the assembly says how to record.</summary>
    public ForeignTypes Foreign => foreign.Value;

    /// <summary>Which types can be recorded, and how.</summary>
    public ValueTypes Values { get; }

    /// <summary>The names of what is recorded and has type parameters.</summary>
    public OpenRecordedNames OpenRecordedNames => openRecordedNames.Value;

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
