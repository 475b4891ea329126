using System.Globalization;
using System.Text;

namespace Reenact.Values;

/// <summary>Where a comparison is within a value. It becomes text only when there is something to say.</summary>
internal sealed class ValuePath(string root)
{
    private const int MaxNameLength = 60;

    private readonly List<Step> steps = [];

    public void Enter(int index) => steps.Add(new Step(index, default));

    public void Enter(EncodedValue key) => steps.Add(new Step(-1, key));

    public void Leave() => steps.RemoveAt(steps.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder(root);
        foreach (var step in steps)
        {
            if (step.Index >= 0)
                text.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            else
                Append(text, ValuePrinter.Print(step.Key, MaxNameLength));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string key)
    {
        if (key.Length > 2 && key[0] == '"' && key[^1] == '"' && !char.IsAsciiDigit(key[1]) && key[1..^1].All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
            text.Append('.').Append(key, 1, key.Length - 2);
        else
            text.Append('[').Append(key).Append(']');
    }

    private readonly record struct Step(int Index, EncodedValue Key);
}
