using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Framework types without a codec for which there is something better to say than that.</summary>
internal static class FrameworkTypes
{
    private const string OfObjects = ", whose elements are objects, so nothing says what they hold";

    private const string Collection = ", a collection that has no codec";

    private const string Framework = ", a framework type that has no codec";

    private static readonly Dictionary<string, (string Reason, string Remedy)> Known = new(StringComparer.Ordinal)
    {
        ["System.ArraySegment`1"] = (Collection, "Use ReadOnlyMemory<T> or an array"),
        ["System.Array"] = (OfObjects, "Use an array of a type, such as string[]"),
        ["System.DBNull"] = (Framework, "Use null"),
        ["System.Lazy`1"] = (Framework, "Pass its value"),
        ["System.Buffers.ReadOnlySequence`1"] = (Framework, "Use ReadOnlyMemory<T> or an array"),
        ["System.Collections.ArrayList"] = (OfObjects, "Use List<T>"),
        ["System.Collections.Hashtable"] = (OfObjects, "Use Dictionary<TKey, TValue>"),
        ["System.Collections.ICollection"] = (OfObjects, "Use IReadOnlyCollection<T>"),
        ["System.Collections.IDictionary"] = (OfObjects, "Use IReadOnlyDictionary<TKey, TValue>"),
        ["System.Collections.IEnumerable"] = (OfObjects, "Use IEnumerable<T>"),
        ["System.Collections.IList"] = (OfObjects, "Use IReadOnlyList<T>"),
        ["System.Collections.Queue"] = (OfObjects, "Use Queue<T>"),
        ["System.Collections.SortedList"] = (OfObjects, "Use SortedList<TKey, TValue>"),
        ["System.Collections.Stack"] = (OfObjects, "Use Stack<T>"),
        ["System.Collections.Concurrent.BlockingCollection`1"] = (Collection, "Use ConcurrentQueue<T>, or a list of what it holds"),
        ["System.Collections.ObjectModel.KeyedCollection`2"] = (Collection, "Use Dictionary<TKey, TItem> or OrderedDictionary<TKey, TItem>"),
        ["System.Collections.Specialized.NameValueCollection"] = (Collection, "Use Dictionary<string, string[]>"),
        ["System.Collections.Specialized.StringCollection"] = (Collection, "Use List<string>"),
        ["System.Collections.Specialized.StringDictionary"] = (Collection, "Use Dictionary<string, string>"),
        ["System.Linq.IGrouping`2"] = (Collection, "Use KeyValuePair<TKey, List<TElement>>"),
        ["System.Linq.ILookup`2"] = (Collection, "Use Dictionary<TKey, List<TElement>>"),
        ["System.Linq.Lookup`2"] = (Collection, "Use Dictionary<TKey, List<TElement>>"),
        ["System.Net.Mail.MailAddress"] = (Framework, "Pass its text as a string"),
        ["System.Text.Encoding"] = (Framework, "Pass its WebName as a string"),
        ["System.Text.RegularExpressions.Regex"] = (Framework, "Pass its pattern as a string, and its options"),
        ["System.Xml.XmlDocument"] = (Framework, "Pass its OuterXml as a string"),
        ["System.Xml.XmlElement"] = (Framework, "Pass its OuterXml as a string"),
        ["System.Xml.Linq.XDocument"] = (Framework, "Pass its XML as a string"),
        ["System.Xml.Linq.XElement"] = (Framework, "Pass its XML as a string"),
    };

    /// <summary>Why a framework type has no codec and what to use instead; null for one of which nothing special is known.</summary>
    public static ValueReference? Explain(INamedTypeSymbol type, string name) =>
        Known.TryGetValue(TypeNames.Declaration(type.OriginalDefinition), out var found)
            ? ValueReference.Fail($"is a {name}{found.Reason}", found.Remedy)
            : null;
}
