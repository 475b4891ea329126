using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Emitting;

/// <summary>Emits what attributes say of sensitive values. What classifies one is asked, for only its constructor knows the taxonomy.</summary>
internal static class SensitiveMarkEmitter
{
    private const string Mark = Emitted.Shims + "SensitiveMark";

    public static string Emit(SensitiveMarkModel model)
    {
        var source = new SourceWriter("says how sensitive values are marked");
        source.Open("namespace " + EmittedCodecs.Namespace);
        source.Line(Emitted.GeneratedCode);
        source.Open($"internal struct {model.Name} : {Emitted.Shims}ISensitiveMark");
        source.Line($"public static {Mark} Mark {{ get; }} = Make();");
        source.Line();
        source.Open($"private static {Mark} Make()");
        if (model.Classifier.Length > 0)
        {
            source.Line($"var classification = {model.Classifier}.Classification;");
            source.Line($"return new {Mark}({model.Form}, {model.Role}, classification.TaxonomyName, classification.Value);");
        }
        else
        {
            source.Line($"return new {Mark}({model.Form}, {model.Role});");
        }

        source.Close();
        source.Close();
        source.Close();
        return source.ToString();
    }
}
