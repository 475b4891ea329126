using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>What a file <c>Reenact.Determinism.txt</c> says about APIs. Immutable; read once per text.</summary>
internal sealed class StatedApis
{
    public const string FileName = "Reenact.Determinism.txt";

    /// <summary>No line that says something is nearly as long; nothing longer is looked at.</summary>
    public const int LongestLine = 1000;

    /// <summary>A file that has more is not one that people write.</summary>
    public const int MostLines = 10_000;

    private static readonly ConditionalWeakTable<SourceText, StatedApis> Read = new();

    private readonly Dictionary<string, StatedApi> stated = new(StringComparer.Ordinal);
    private readonly List<UnreadableLine> unreadable = [];

    private StatedApis(SourceText text)
    {
        Fingerprint = string.Concat(text.GetChecksum().Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
        for (var number = 0; number < text.Lines.Count; number++)
        {
            var span = text.Lines[number].Span;
            if (number == MostLines)
            {
                unreadable.Add(new UnreadableLine(span, $"the file has more than {MostLines} lines; what follows is not read"));
                break;
            }

            if (span.Length > LongestLine)
                unreadable.Add(new UnreadableLine(new TextSpan(span.Start, LongestLine), $"it is longer than {LongestLine} characters"));
            else
                Add(text.ToString(span), number, span);
        }

        foreach (var line in stated.Values)
            Table.Add(line.Id, line.Verdict);
    }

    /// <summary>What the file says, for <see cref="ApiLookup"/>.</summary>
    public ApiTable Table { get; } = new();

    /// <summary>Differs where the text does.</summary>
    public string Fingerprint { get; }

    public IReadOnlyDictionary<string, StatedApi> Lines => stated;

    public IReadOnlyList<UnreadableLine> Unreadable => unreadable;

    /// <summary>Differs where one of the files does.</summary>
    public static string FingerprintOf(IEnumerable<StatedApis> files) => string.Concat(files.Select(static file => file.Fingerprint));

    /// <summary>What all such files of a project say; the first is believed.</summary>
    public static IReadOnlyList<StatedApis> Of(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        [.. InOrder(files).Select(file => file.GetText(cancellationToken)).OfType<SourceText>().Select(Of)];

    /// <summary>All such files of a project, by path: editors and builds give them in other orders.</summary>
    public static IEnumerable<AdditionalText> InOrder(ImmutableArray<AdditionalText> files) =>
        files.Where(IsOne).OrderBy(static file => file.Path, StringComparer.Ordinal);

    public static StatedApis Of(SourceText text) => Read.GetValue(text, static unread => new StatedApis(unread));

    public static bool IsOne(AdditionalText file) => string.Equals(Path.GetFileName(file.Path), FileName, StringComparison.OrdinalIgnoreCase);

    private void Add(string line, int number, TextSpan span)
    {
        var (said, problem) = StatedApiLine.Read(line, number);
        if (said is not null && stated.TryGetValue(said.Id, out var before))
            problem = $"line {before.Line + 1} says something about '{said.Id}' already";
        else if (said is not null)
            stated.Add(said.Id, said);
        if (problem is not null)
            unreadable.Add(new UnreadableLine(span, problem));
    }
}
