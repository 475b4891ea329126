using System.Runtime.InteropServices;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Lineage;

/// <summary>
/// What came up where in a recording: built once, in one pass. Of texts, 8 million characters at most are kept, and notes of their words:
/// about 100 MB. Not thread-safe.
/// </summary>
internal sealed class LineageIndex
{
    private const int RareIdentifier = 32;
    private const int RareNumber = 8;
    private const int RareWord = 8;
    private const int RareText = 8;
    private const int ShortText = 8;
    private const int MaxMatches = 20_000;
    private const int ShownText = 200;

    private readonly Recording recording;
    private readonly TextTable texts = new();
    private readonly LeafWalk walk;
    private readonly GramIndex words;
    private readonly GramIndex starts;
    private readonly Dictionary<int, Postings> byText = [];
    private readonly Dictionary<string, Postings> byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<long, (MethodDefinition Method, long Start)> calls = [];
    private bool wereManyMatches;

    private LineageIndex(Recording recording)
    {
        this.recording = recording;
        walk = new LeafWalk(texts);
        words = new GramIndex(texts);
        starts = new GramIndex(texts);
    }

    /// <summary>The links, in order.</summary>
    public List<LinkEvent> Links { get; } = [];

    /// <summary>The numbers of the events that may come from others, in order.</summary>
    public List<long> Targets { get; } = [];

    /// <summary>What was too much to be looked at so far.</summary>
    public IReadOnlyList<string> Limits
    {
        get
        {
            var limits = new List<string>();
            if (texts.WasShort)
            {
                limits.Add(FormattableString.Invariant($"Only the first {TextTable.MaxCharacters:N0} characters of different texts were looked at."));
            }

            if (walk.WasShort)
            {
                limits.Add(FormattableString.Invariant($"Only the first {LeafWalk.MaxLeaves:N0} values of an event were looked at."));
            }

            if (words.WasShort || starts.WasShort)
            {
                limits.Add("Very many texts begin alike: not all of them were looked for in others.");
            }

            if (wereManyMatches)
            {
                limits.Add(FormattableString.Invariant($"Only the first {MaxMatches:N0} places of an event that come up elsewhere were followed."));
            }

            return limits;
        }
    }

    /// <summary>Reads a recording.</summary>
    /// <exception cref="RecordingException">It is damaged, and was not opened to skip damage; or it can't be read.</exception>
    public static LineageIndex Build(Recording recording)
    {
        var index = new LineageIndex(recording);
        foreach (var happened in recording.ReadEvents())
        {
            index.Add(happened);
        }

        return index;
    }

    /// <summary>The number of the event with which a call started; null when it is lost.</summary>
    public long? StartOf(long span) => calls.TryGetValue(span, out var call) ? call.Start : null;

    /// <summary>What of an event came up before.</summary>
    public List<Match> Match(RecordedEvent happened)
    {
        var matches = new List<Match>();
        if (IsTarget(happened))
        {
            var withWords = HoldsPlainValues(happened);
            walk.Walk(happened, MethodOf(happened), (leaf, path) =>
            {
                Match(happened.Sequence, leaf, withWords, path, matches);
                wereManyMatches |= matches.Count >= MaxMatches;
                return matches.Count < MaxMatches;
            });
        }

        return matches;
    }

    /// <summary>The paths of scalars of an event.</summary>
    public Dictionary<int, string> Paths(long sequence, IReadOnlyCollection<int> leaves)
    {
        var paths = new Dictionary<int, string>();
        if (recording.ReadEvent(sequence) is { } happened)
        {
            walk.Walk(happened, MethodOf(happened), (leaf, path) =>
            {
                if (leaves.Contains(leaf.Ordinal))
                {
                    paths[leaf.Ordinal] = path.ToString();
                }

                return paths.Count < leaves.Count;
            });
        }

        return paths;
    }

    private void Add(RecordedEvent happened)
    {
        if (happened is CallStartedEvent start)
        {
            calls.TryAdd(start.Span, (start.Method, start.Sequence));
        }
        else if (happened is LinkEvent link)
        {
            Links.Add(link);
        }

        if (IsTarget(happened) || happened is CallReturnedEvent or CallFailedEvent)
        {
            Targets.Add(happened.Sequence);
        }

        if (IsSource(happened))
        {
            var isModel = MethodOf(happened)?.Kind == CallKind.Model;
            walk.Walk(happened, MethodOf(happened), (leaf, _) =>
            {
                AddSource(leaf, new Source(happened.Sequence, leaf.Ordinal, isModel));
                return true;
            });
        }
    }

    private void AddSource(Leaf leaf, Source source)
    {
        if (leaf.Number is { } number)
        {
            if (Tokens.Classify(Tokens.NumberOf(number)) is { } token)
            {
                AddPosting(byToken, token.Token, source);
            }
        }
        else if (leaf.Text >= 0)
        {
            if (AddPosting(byText, leaf.Text, source) && texts[leaf.Text].Length >= GramIndex.Length)
            {
                words.AddWords(leaf.Text);
                starts.AddStart(leaf.Text);
            }

            Tokens.Find(texts[leaf.Text], (token, _) => AddPosting(byToken, token, source));
        }
    }

    /// <summary>Whether the key is new.</summary>
    private static bool AddPosting<T>(Dictionary<T, Postings> index, T key, Source source)
        where T : notnull
    {
        ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(index, key, out var isKnown);
        (postings ??= new Postings()).Add(source);
        return !isKnown;
    }

    private void Match(long sequence, Leaf leaf, bool withWords, ValuePath path, List<Match> matches)
    {
        if (leaf.Number is { } number)
        {
            if (Tokens.Classify(Tokens.NumberOf(number)) is var (token, kind))
            {
                MatchToken(sequence, token, kind, number, path, matches);
            }

            return;
        }

        if (leaf.Text < 0)
        {
            return;
        }

        var text = texts[leaf.Text];
        if (text.Length is >= ShortText and < GramIndex.Length && (withWords || !IsWord(text)) && byText.TryGetValue(leaf.Text, out var whole) && whole.CountBefore(sequence) <= RareText
            && Add(LineageMatch.Same, whole.Before(sequence), text, path, matches))
        {
            return;
        }

        if (text.Length >= GramIndex.Length)
        {
            if (AddMatches(LineageMatch.Same, sequence, leaf.Text, text, path, matches))
            {
                return;
            }

            foreach (var holder in words.Holding(leaf.Text))
            {
                AddMatches(LineageMatch.PartOfEarlier, sequence, holder, text, path, matches);
            }

            foreach (var part in starts.Within(leaf.Text))
            {
                AddMatches(LineageMatch.ContainsEarlier, sequence, part, texts[part], path, matches);
            }
        }

        Tokens.Find(text, (token, kind) =>
        {
            // A word in a sentence says nothing; one that is a value may well be somebody's.
            if (kind != TokenKind.Word || (withWords && token.Length == text.Length))
            {
                MatchToken(sequence, token, kind, token.Length == text.Length ? text : token, path, matches);
            }
        });
    }

    private void MatchToken(long sequence, string token, TokenKind kind, string text, ValuePath path, List<Match> matches)
    {
        var (match, rare) = kind switch
        {
            TokenKind.Identifier => (LineageMatch.Identifier, RareIdentifier),
            TokenKind.Number => (LineageMatch.Number, RareNumber),
            _ => (LineageMatch.Word, RareWord),
        };
        if (byToken.TryGetValue(token, out var postings) && postings.CountBefore(sequence) <= rare)
        {
            Add(match, postings.Before(sequence), text, path, matches);
        }
    }

    private bool AddMatches(LineageMatch kind, long sequence, int source, string text, ValuePath path, List<Match> matches) =>
        byText.TryGetValue(source, out var postings) && Add(kind, postings.Before(sequence), text, path, matches);

    /// <summary>Whether it came up in something else than a model's answer, which has it from elsewhere.</summary>
    private static bool Add(LineageMatch kind, IEnumerable<Source> sources, string text, ValuePath path, List<Match> matches)
    {
        var any = false;
        foreach (var source in sources)
        {
            matches.Add(new Match(kind, path.ToString(), text.Length > ShownText ? text[..ShownText] : text, source));
            any |= !source.IsModel;
        }

        return any;
    }

    private MethodDefinition? MethodOf(RecordedEvent happened) =>
        happened is CallStartedEvent start ? start.Method : calls.TryGetValue(happened.Span, out var call) ? call.Method : null;

    private static bool IsWord(string text) => Tokens.Classify(text) is (_, TokenKind.Word);

    /// <summary>Whether a word may be somebody's value: in messages of models, words such as <c>assistant</c> stand for themselves.</summary>
    private static bool HoldsPlainValues(RecordedEvent happened) =>
        happened is CallStartedEvent { Method.Kind: not CallKind.Model } or DecisionEvent or SnapshotEvent or SessionEndedEvent;

    /// <summary>Whether an event may hold what others brought: arguments, answers of models and agents, decisions, states, the output.</summary>
    private bool IsTarget(RecordedEvent happened) => happened switch
    {
        CallStartedEvent or DecisionEvent or SnapshotEvent or SessionEndedEvent => true,
        CallReturnedEvent or StreamItemEvent => MethodOf(happened)?.Kind is CallKind.Model or CallKind.Agent,
        _ => false,
    };

    /// <summary>
    /// Whether an event brings something new: results, captured values, what the session ran with, decisions, the session's own input. What an
    /// agent returns is put together from what was called in it.
    /// </summary>
    private bool IsSource(RecordedEvent happened) => happened switch
    {
        CallStartedEvent start => start.ParentSpan == 0,
        CallReturnedEvent or StreamItemEvent or ProgressEvent => MethodOf(happened)?.Kind != CallKind.Agent,
        ValueCapturedEvent or EnvironmentEvent or DecisionEvent => true,
        _ => false,
    };
}
