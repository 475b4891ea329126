namespace Reenact.Benchmarks.Building.Agents;

/// <summary>
/// The service of one module of an <see cref="AgentProject"/>: an interface with one implementation, whose methods call each other, the
/// module's data types and rules, and the services of the modules below.
/// </summary>
internal static class ServiceFiles
{
    public const int Methods = 5;

    /// <summary>Where a body can be edited without an effect on anything else.</summary>
    public const string EditableNumber = "var most = 250;";

    /// <summary>Where a declaration can be edited without an effect on anything else.</summary>
    public const string EditableName = "private int unused";

    public static SourceFile Contract(int n) => new($"Services/IOrderService{n}.cs", $$"""
        using Made.Models;

        namespace Made.Services;

        /// <summary>Takes orders from a draft to the door.</summary>
        public interface IOrderService{{n}}
        {
            string Name { get; }

            Task<Order{{n}}?> Step0Async(string id, CancellationToken cancellationToken);

            Task<decimal> Step1Async(string id, CancellationToken cancellationToken);

            Task<IReadOnlyList<string>> Step2Async(string id, CancellationToken cancellationToken);

            Task<string> Step3Async(string id, CancellationToken cancellationToken);

            Task<Dictionary<string, decimal>> Step4Async(string id, CancellationToken cancellationToken);
        }
        """);

    /// <param name="n">The module.</param>
    /// <param name="below">The modules whose services it calls.</param>
    /// <param name="clock">How it reads the time.</param>
    /// <param name="offences">Members to add, and a call of each.</param>
    public static SourceFile Implementation(int n, IReadOnlyList<int> below, string clock, IReadOnlyList<Offence> offences) => new($"Services/OrderService{n}.cs", $$"""
        using System.Collections.Concurrent;
        using System.Collections.Immutable;
        using System.Globalization;
        using System.IO;
        using System.Text;
        using Made.Models;
        using Made.Rules;

        namespace Made.Services;

        public sealed class OrderService{{n}}({{string.Join(", ", below.Select(static each => $"IOrderService{each} below{each}").Prepend("IReadOnlyDictionary<string, string> settings"))}}) : IOrderService{{n}}
        {
            private readonly Dictionary<string, Order{{n}}> orders = new(StringComparer.Ordinal);
            private readonly List<PriceRule{{n}}> rules = [.. Prices{{n}}.Usual];
            {{EditableName}} = {{n}};

            public string Name => settings.TryGetValue("name", out var name) ? name : "orders-{{n}}";

            private bool IsStrict => settings.ContainsKey("strict") && unused >= 0;

            public async Task<Order{{n}}?> Step0Async(string id, CancellationToken cancellationToken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!orders.TryGetValue(id, out var order))
                {
                    order = Draft(id);
                    orders[id] = order;
                }

        {{Calls(below, 0, static call => $"await {call};")}}
        {{string.Concat(offences.Select(static each => $"        {each.Call}\n"))}}        var isReady = order.Lines.Count > 0 && order.Lines.All(static line => line.Quantity > 0);
                if (isReady && order.Advance(Stage{{n}}.Checked))
                    order["checked"] = Describe(order);
                else if (IsStrict)
                    return null;
                return order;
            }

            public async Task<decimal> Step1Async(string id, CancellationToken cancellationToken)
            {
                var order = await Step0Async(id, cancellationToken).ConfigureAwait(false);
                if (order is null)
                    return 0m;
                var sum = order.Priced(rules).Aggregate(0m, static (total, line) => total + line.Total);
        {{Calls(below, 1, static call => $"sum += await {call};")}}
                try
                {
                    sum = checked(sum + Round(order.Tax));
                }
                catch (OverflowException) when (!IsStrict)
                {
                    sum = decimal.MaxValue;
                }

                return sum;
            }

            public async Task<IReadOnlyList<string>> Step2Async(string id, CancellationToken cancellationToken)
            {
                var titles = new List<string>();
                var order = await Step0Async(id, cancellationToken);
                foreach (var group in (order?.Lines ?? []).GroupBy(static line => line.Title.Length > 0 ? line.Title[0] : '-').OrderBy(static group => group.Key))
                {
                    var best = group.OrderByDescending(static line => line.Price).First();
                    titles.Add($"{group.Key}: {best.Label}");
                }

        {{Calls(below, 2, static call => $"titles.AddRange(await {call});")}}
                return titles.Distinct(StringComparer.Ordinal).ToList();
            }

            public async Task<string> Step3Async(string id, CancellationToken cancellationToken)
            {
                var text = new StringBuilder();
                var all = await Task.WhenAll(
                    Step1Async(id, cancellationToken),
                    Step1Async(id + "-next", cancellationToken));
                foreach (var amount in all)
                    text.Append(Format(amount)).Append(' ');
                Append(text, Name, depth: 0);
        {{Calls(below, 3, static call => $"text.AppendLine(await {call});")}}
                return text.ToString();

                void Append(StringBuilder target, string part, int depth)
                {
                    var most = 250;
                    if (depth < 3 && part.Length > 1 && target.Length < most)
                        Append(target.Append(part[depth % part.Length]), part, depth + 1);
                }
            }

            public async Task<Dictionary<string, decimal>> Step4Async(string id, CancellationToken cancellationToken)
            {
                var order = await Step0Async(id, cancellationToken);
                var bySku = (order?.Large() ?? []).ToDictionary(static line => line.Sku, line => Prices{{n}}.Of(line, rules), StringComparer.Ordinal);
                Func<decimal, decimal> raise = price => price * (1m + (rules.Count / 100m));
                if (order is { Stage: Stage{{n}}.Checked, Address: { IsDomestic: true } address })
                    bySku[address.City] = raise(order.Gross);
        {{Calls(below, 4, static call => $"foreach (var (sku, price) in (await {call}).OrderBy(static pair => pair.Key, StringComparer.Ordinal))\n            bySku[sku] = Round(price);")}}
                return bySku;
            }

            private static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.ToEven);

            private static string Format(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

            private static Order{{n}} Draft(string id)
            {
                var address = new Address{{n}}("Main street 1", "Town", "12345", id.StartsWith("eu", StringComparison.Ordinal) ? "FR" : "DE");
                var order = new Order{{n}}(id, address, []);
                for (var i = 0; i < {{2 + (n % 4)}}; i++)
                    order.Add(new Line{{n}}("sku-" + id, "Thing " + id, i + 1, 9.95m + i));
                return order;
            }

            private string Describe(Order{{n}} order)
            {
                var taken = {{clock}};
                var parts = new[] { order.Id, order.Address.OneLine, taken.ToString("O", CultureInfo.InvariantCulture), Format(order.Gross) };
                return string.Join("; ", parts.Select(static part => part.Trim()).Where(static part => part is not ""));
            }
        {{string.Concat(offences.Select(static each => $"\n    {each.Member.ReplaceLineEndings("\n    ")}\n"))}}}
        """);

    private static string Calls(IReadOnlyList<int> below, int method, Func<string, string> statement) =>
        string.Join('\n', below.Select(each => "        " + statement($"below{each}.Step{method}Async(id, cancellationToken)")));
}
