namespace Reenact.Analyzers.Tests.Determinism;

public sealed class InvariantCultureTests
{
    private const string Locals = """
        var (price, ratio, number, maybe) = ((decimal)input, (double)input, (int)input, (double?)input);
        var (time, moment, text, other) = ((DateTime)input, (DateTimeOffset)input, (string)input, (string)input);
        var (names, prices, builder) = ((List<string>)input, (double[])input, (System.Text.StringBuilder)input);
        """;

    [Theory]
    [InlineData("{|REEN2009:price.ToString()|}", "price.ToString(CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:price.ToString(\"F2\")|}", "price.ToString(\"F2\", CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:price.ToString(\"F2\", null)|}", "price.ToString(\"F2\", CultureInfo.InvariantCulture)")]
    [InlineData("maybe?{|REEN2009:.ToString()|}", "maybe?.ToString(CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:maybe.ToString()|}", "maybe?.ToString(CultureInfo.InvariantCulture) ?? \"\"")]
    [InlineData("{|REEN2009:maybe.ToString()|}.Length", "(maybe?.ToString(CultureInfo.InvariantCulture) ?? \"\").Length")]
    [InlineData("{|REEN2009:time.ToShortDateString()|}", "time.ToString(\"d\", CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:price.TryFormat(new char[9], out _)|}", "price.TryFormat(new char[9], out _, provider: CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:Convert.ToString(price)|}", "Convert.ToString(price, CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:string.Format(\"{0}\", price)|}", "string.Format(CultureInfo.InvariantCulture, \"{0}\", price)")]
    [InlineData("{|REEN2009:builder.AppendFormat(\"{0}\", price)|}", "builder.AppendFormat(CultureInfo.InvariantCulture, \"{0}\", price)")]
    [InlineData("{|REEN2009:builder.Append(price)|}.Append({|REEN2009:ratio * 2|} + text)", "builder.Append(price.ToString(CultureInfo.InvariantCulture)).Append((ratio * 2).ToString(CultureInfo.InvariantCulture) + text)")]
    [InlineData("{|REEN2009:builder.Append((object)time)|}", "builder.Append(time.ToString(CultureInfo.InvariantCulture))")]
    [InlineData("{|REEN2009:builder.Insert(0, maybe)|}", "builder.Insert(0, maybe?.ToString(CultureInfo.InvariantCulture))")]
    [InlineData("{|REEN2009:string.Join(\", \", text, price, 1)|}", "string.Join(\", \", text, price.ToString(CultureInfo.InvariantCulture), 1)")]
    [InlineData("{|REEN2009:string.Join(\", \", prices)|}", "string.Join(\", \", prices.Select(static value => value.ToString(CultureInfo.InvariantCulture)))")]
    public Task Formatting_gets_the_invariant_culture(string offending, string invariant) => VerifyAsync(offending, invariant);

    [Theory]
    [InlineData("$\"a {|REEN2009:{price}|}\"", "string.Create(CultureInfo.InvariantCulture, $\"a {price}\")")]
    [InlineData("$\"{|REEN2009:{price}|} {|REEN2009:{ratio:F2}|} {text}\"", "string.Create(CultureInfo.InvariantCulture, $\"{price} {ratio:F2} {text}\")")]
    [InlineData("$\"{|REEN2009:{price}|} {$\"{|REEN2009:{ratio}|}\"}\"", "string.Create(CultureInfo.InvariantCulture, $\"{price} {string.Create(CultureInfo.InvariantCulture, $\"{ratio}\")}\")")]
    [InlineData("$\"{{|REEN2009:price.ToString()|}}\"", "$\"{price.ToString(CultureInfo.InvariantCulture)}\"")]
    [InlineData("string.Create(null, $\"{|REEN2009:{price}|}\")", "string.Create(CultureInfo.InvariantCulture, $\"{price}\")")]
    [InlineData("builder.Append($\"{|REEN2009:{price}|}{|REEN2009:{ratio}|}\")", "builder.Append(CultureInfo.InvariantCulture, $\"{price}{ratio}\")")]
    [InlineData("builder.AppendLine($\"{|REEN2009:{price}|}\" + $\"{|REEN2009:{ratio}|}\")", "builder.AppendLine(CultureInfo.InvariantCulture, $\"{price}\" + $\"{ratio}\")")]
    [InlineData("new char[9].AsSpan().TryWrite($\"{|REEN2009:{price}|}\", out _)", "new char[9].AsSpan().TryWrite(CultureInfo.InvariantCulture, $\"{price}\", out _)")]
    [InlineData("text + {|REEN2009:price|} + ({|REEN2009:ratio * 2|})", "text + price.ToString(CultureInfo.InvariantCulture) + (ratio * 2).ToString(CultureInfo.InvariantCulture)")]
    [InlineData("text + {|REEN2009:maybe|}", "text + maybe?.ToString(CultureInfo.InvariantCulture)")]
    [InlineData("text += {|REEN2009:-number|}", "text += (-number).ToString(CultureInfo.InvariantCulture)")]
    public Task Texts_are_built_under_the_invariant_culture(string offending, string invariant) => VerifyAsync(offending, invariant);

    [Theory]
    [InlineData("{|REEN2009:double.Parse(text)|}", "double.Parse(text, CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:double.Parse(text, null)|}", "double.Parse(text, CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:decimal.TryParse(text, out _)|}", "decimal.TryParse(text, CultureInfo.InvariantCulture, out _)")]
    [InlineData("{|REEN2009:decimal.Parse(text.AsSpan())|}", "decimal.Parse(text.AsSpan(), provider: CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:int.Parse(s: text)|}", "int.Parse(s: text, provider: CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:Convert.ToDouble(text)|}", "Convert.ToDouble(text, CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:DateOnly.ParseExact(text, \"yyyyMMdd\")|}", "DateOnly.ParseExact(text, \"yyyyMMdd\", CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:DateTime.Parse(text)|}", "DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)")]
    [InlineData("{|REEN2009:DateTime.Parse(\"2026-03-04\")|}", "DateTime.Parse(\"2026-03-04\", CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:DateTime.TryParse(text, out _)|}", "DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out _)")]
    [InlineData("{|REEN2009:DateTime.ParseExact(text, \"O\", null)|}", "DateTime.ParseExact(text, \"O\", null, DateTimeStyles.AdjustToUniversal)")]
    [InlineData("{|REEN2009:DateTime.ParseExact(text, \"d\", null)|}", "DateTime.ParseExact(text, \"d\", CultureInfo.InvariantCulture)")]
    [InlineData("{|REEN2009:DateTime.Parse(text, null, System.Globalization.DateTimeStyles.AssumeUniversal)|}", "DateTime.Parse(text, CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)")]
    [InlineData("{|REEN2009:DateTimeOffset.Parse(text)|}", "DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)")]
    public Task Parsing_gets_the_invariant_culture_and_a_style(string offending, string invariant) => VerifyAsync(offending, invariant);

    [Theory]
    [InlineData("{|REEN2009:text.ToUpper()|}", "text.ToUpperInvariant()")]
    [InlineData("text?{|REEN2009:.ToLower()|}", "text?.ToLowerInvariant()")]
    [InlineData("{|REEN2009:char.ToUpper('a')|}", "char.ToUpperInvariant('a')")]
    [InlineData("text.Select({|REEN2009:char.ToUpper|}).ToList()", "text.Select(char.ToUpperInvariant).ToList()")]
    [InlineData("{|REEN2009:text.StartsWith(\"a\")|}", "text.StartsWith(\"a\", StringComparison.Ordinal)")]
    [InlineData("{|REEN2009:text.LastIndexOf(other, 5)|}", "text.LastIndexOf(other, 5, StringComparison.Ordinal)")]
    [InlineData("{|REEN2009:string.Compare(text, other)|}", "string.Compare(text, other, StringComparison.Ordinal)")]
    [InlineData("{|REEN2009:string.Compare(text, other, true)|}", "string.Compare(text, other, StringComparison.OrdinalIgnoreCase)")]
    [InlineData("{|REEN2009:text.CompareTo(other)|}", "string.CompareOrdinal(text, other)")]
    [InlineData("text.Equals(other, {|REEN2009:StringComparison.CurrentCultureIgnoreCase|})", "text.Equals(other, StringComparison.OrdinalIgnoreCase)")]
    [InlineData("names.Order({|REEN2009:StringComparer.CurrentCulture|}).ToList()", "names.Order(StringComparer.Ordinal).ToList()")]
    [InlineData("{|REEN2009:Comparer<string>.Default|}.Compare(text, other)", "StringComparer.Ordinal.Compare(text, other)")]
    public Task Casing_is_invariant_and_comparison_ordinal(string offending, string ordinal) => VerifyAsync(offending, ordinal, usesCulture: false);

    [Theory]
    [InlineData("{|REEN2009:FormattableString.CurrentCulture($\"{price}\")|}", "FormattableString.Invariant($\"{price}\")")]
    [InlineData("$\"{|REEN2009:{price}|} {await Task.FromResult(1u)}\"", "FormattableString.Invariant($\"{price} {await Task.FromResult(1u)}\")")]
    public Task A_formattable_string_is_made_invariant(string offending, string invariant) => VerifyAsync(offending, invariant, usesCulture: false);

    [Theory]
    [InlineData("{|REEN2009:{|REEN2009:names.OrderBy(each => each)|}.ThenBy(each => each)|}.ToList()", "names.OrderBy(each => each, StringComparer.Ordinal).ThenBy(each => each, StringComparer.Ordinal).ToList()")]
    [InlineData("{|REEN2009:names.Order()|}.ToList()", "names.Order(StringComparer.Ordinal).ToList()")]
    [InlineData("{|REEN2009:names.Order(null)|}.ToList()", "names.Order(StringComparer.Ordinal).ToList()")]
    [InlineData("{|REEN2009:names.Max()|}", "names.Max(StringComparer.Ordinal)")]
    [InlineData("{|REEN2009:names.BinarySearch(text)|}", "names.BinarySearch(text, StringComparer.Ordinal)")]
    [InlineData("{|REEN2009:new SortedDictionary<string, int>()|}", "new SortedDictionary<string, int>(StringComparer.Ordinal)")]
    [InlineData("{|REEN2009:new SortedSet<string> { text }|}", "new SortedSet<string>(StringComparer.Ordinal) { text }")]
    [InlineData("{|REEN2009:new SortedSet<string>(names)|}", "new SortedSet<string>(names, StringComparer.Ordinal)")]
    [InlineData("{|REEN2009:new PriorityQueue<int, string>()|}", "new PriorityQueue<int, string>(StringComparer.Ordinal)")]
    [InlineData("{|REEN2009:System.Collections.Immutable.ImmutableSortedSet<string>.Empty|}.Add(text)", "System.Collections.Immutable.ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal).Add(text)")]
    [InlineData("{|REEN2009:System.Collections.Immutable.ImmutableSortedSet.Create<string>()|}", "System.Collections.Immutable.ImmutableSortedSet.Create<string>(StringComparer.Ordinal)")]
    public Task Sorting_is_ordinal(string offending, string ordinal) => VerifyAsync(offending, ordinal, usesCulture: false);

    [Theory]
    [InlineData("object CultureInfo = input; CultureInfo.Equals({|REEN2009:((decimal)input).ToString()|});", "object CultureInfo = input; CultureInfo.Equals(((decimal)input).ToString(System.Globalization.CultureInfo.InvariantCulture));")]
    [InlineData("object StringComparison = input; StringComparison.Equals({|REEN2009:((string)input).StartsWith(\"a\")|});", "object StringComparison = input; StringComparison.Equals(((string)input).StartsWith(\"a\", System.StringComparison.Ordinal));")]
    public Task A_local_that_hides_the_type_is_no_culture(string offending, string invariant) =>
        InvariantCultureVerifier.VerifyAsync(Agent.Running(offending), Agent.Running(invariant));

    [Fact]
    public Task A_name_taken_from_the_expression_stays() => VerifyAsync(
        "new { {|REEN2009:StringComparer.CurrentCulture|} }.CurrentCulture", "new { CurrentCulture = StringComparer.Ordinal }.CurrentCulture", usesCulture: false);

    [Theory]
    [InlineData("{|REEN2009:(1.5, text).ToString()|}")]
    [InlineData("text + {|REEN2009:(1.5, text)|}")]
    [InlineData("prices.Select({|REEN2009:Convert.ToString|}).ToList()")]
    [InlineData("{|REEN2009:names.OrderBy(each => (each, 1))|}.ToList()")]
    [InlineData("(from each in names orderby {|REEN2009:each|} select each).ToList()")]
    [InlineData("(SortedSet<string>){|REEN2009:[text]|}")]
    [InlineData("{|REEN2009:DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeLocal)|}")]
    [InlineData("{|REEN2009:Convert.ToDateTime(text)|}")]
    [InlineData("{|REEN2009:time.ToLocalTime()|}")]
    [InlineData("(DateTimeOffset){|REEN2009:time|}")]
    [InlineData("{|REEN2009:System.Collections.Comparer.Default|}.Compare(text, other)")]
    public Task Where_nothing_means_the_same_no_fix_is_offered(string offending) => InvariantCultureVerifier.VerifyNoFixAsync(Source(offending));

    [Fact]
    public Task The_import_joins_the_others_and_comments_stay() => InvariantCultureVerifier.VerifyAsync(
        """
        using System.Collections.Concurrent;
        using System.Text;

        namespace Shop
        {
            public partial class SupportAgent
            {
                [Replayed]
                public partial string Quote(decimal price);

                private string QuoteCore(decimal price) => new StringBuilder()
                    .AppendLine(/* price */ $"{|REEN2009:{price}|}") // of all
                    .Append({|REEN2009:price.ToString( /* two */ "F2" )|}).ToString();
            }
        }
        """,
        """
        using System.Collections.Concurrent;
        using System.Globalization;
        using System.Text;

        namespace Shop
        {
            public partial class SupportAgent
            {
                [Replayed]
                public partial string Quote(decimal price);

                private string QuoteCore(decimal price) => new StringBuilder()
                    .AppendLine(/* price */ CultureInfo.InvariantCulture, $"{price}") // of all
                    .Append(price.ToString( /* two */ "F2", CultureInfo.InvariantCulture)).ToString();
            }
        }
        """);

    private static Task VerifyAsync(string offending, string invariant, bool usesCulture = true) =>
        InvariantCultureVerifier.VerifyAsync(Source(offending), (usesCulture ? "using System.Globalization;\n\n" : "") + Source(invariant));

    private static string Source(string expression) => Agent.Running(Locals + $"\nvar value = {expression}; input.Equals(value);");
}
