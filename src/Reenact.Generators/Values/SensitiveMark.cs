using Microsoft.CodeAnalysis;
using Reenact.Generators.Emitting;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>How something sensitive is marked: by <c>[Sensitive]</c>, by an attribute that classifies it, or by both.</summary>
/// <param name="Form">The form that is named: a value of the runtime's <c>SensitiveForm</c>.</param>
/// <param name="Role">The role that may read it.</param>
/// <param name="Classifier">The code that makes the attribute that classifies it; empty for none, or for one that code can't make.</param>
internal sealed record SensitiveMark(int Form, string? Role, string Classifier)
{
    private const int Default = 0;
    private const int Erased = 1;
    private const int Hashed = 2;
    private const int Encrypted = 3;
    private const int Redacted = 4;

    /// <summary>Whether a replay can have the value again, given the role's key, or text in its place.</summary>
    public bool CanBeServed => Form is Encrypted or Redacted;

    /// <summary>How code names the mark.</summary>
    public string Reference => Known is { } name ? $"{Emitted.Shims}SensitiveMarks.{name}" : Model!.Reference;

    /// <summary>The type to emit; null where the library has it.</summary>
    public SensitiveMarkModel? Model
    {
        get
        {
            if (Known is not null)
                return null;

            var form = "global::Reenact.SensitiveForm." + (Form switch { Encrypted => nameof(Encrypted), Redacted => nameof(Redacted), _ => nameof(Default) });
            var role = Role is null ? "null" : CodecEmitter.Literal(Role);
            return new SensitiveMarkModel($"SensitiveMark_0{Fnv1A.Hash($"{form} {role} {Classifier}"):x16}", form, role, Classifier);
        }
    }

    /// <summary>The library's name for it, where it needs neither a role nor a classification.</summary>
    private string? Known => Form switch
    {
        Erased => nameof(Erased),
        Hashed => nameof(Hashed),
        Default when Role is null && Classifier.Length == 0 => nameof(Default),
        Redacted when Classifier.Length == 0 => nameof(Redacted),
        _ => null,
    };

    /// <summary>What attributes say; null where none marks anything sensitive.</summary>
    public static SensitiveMark? Of(IEnumerable<AttributeData> attributes, KnownTypes known)
    {
        AttributeData? sensitive = null;
        AttributeData? classifying = null;
        foreach (var data in attributes)
        {
            if (known.SensitiveAttribute is { } attribute && SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
                sensitive = data;
            else if (known.DataClassificationAttribute is { } classification && data.AttributeClass?.Name != "NoDataClassificationAttribute" && IsA(data.AttributeClass, classification))
                classifying = data;
        }

        if (sensitive is null && classifying is null)
            return null;

        var role = Argument(sensitive, "Role") as string;
        return new SensitiveMark(
            Argument(sensitive, "Form") is int form and > Default and <= Redacted ? form : role is null ? Default : Encrypted,
            role,
            classifying is null ? "" : AttributeCode.Make(classifying, known.Compilation));
    }

    private static object? Argument(AttributeData? data, string name) =>
        data?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    private static bool IsA(INamedTypeSymbol? type, INamedTypeSymbol ancestor)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, ancestor))
                return true;
        }

        return false;
    }
}
