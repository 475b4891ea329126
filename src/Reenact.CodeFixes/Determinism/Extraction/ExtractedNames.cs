using System.Globalization;
using Reenact.Generators.Shapes;

namespace Reenact.CodeFixes.Determinism.Extraction;

/// <summary>Names for recorded methods: that of what they call, with a number where it is taken.</summary>
internal sealed class ExtractedNames(RewriteContext within)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string Take(ExtractedCall call)
    {
        var position = call.Syntax.SpanStart;
        var called = call.Target.Name;
        var word = called.EndsWith("Async", StringComparison.Ordinal) && called.Length > 5 ? called.Substring(0, called.Length - 5) : called;
        for (var number = 1; ; number++)
        {
            var name = word + (number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture)) + (RecordableTypes.IsTask(call.Target.ReturnType) ? "Async" : "");
            if (IsFree(name, position) && IsFree(CoreMethod.NameFor(name), position) && taken.Add(name))
                return name;
        }
    }

    private bool IsFree(string name, int position) => within.Model.LookupSymbols(position, name: name).IsEmpty;
}
