namespace Reenact.Benchmarks.Building.Agents;

/// <summary>The data types of one module of an <see cref="AgentProject"/>, and its rules about prices: records, properties, a virtual method.</summary>
internal static class ModelFiles
{
    public static SourceFile Models(int n) => new($"Models/Order{n}.cs", $$"""
        namespace Made.Models;

        public enum Stage{{n}} { Draft, Checked, Priced, Shipped, Closed }

        public sealed record Line{{n}}(string Sku, string Title, int Quantity, decimal Price)
        {
            public decimal Total => Price * Quantity;

            public bool IsLarge => Quantity > {{10 + (n % 40)}};

            public string Label => $"{Title} ({Sku})";

            public Line{{n}} Merge(Line{{n}} other) => this with { Quantity = Quantity + other.Quantity, Price = Math.Min(Price, other.Price) };
        }

        public sealed record Address{{n}}(string Street, string City, string Zip, string Country)
        {
            public bool IsDomestic => string.Equals(Country, "DE", StringComparison.OrdinalIgnoreCase);

            public string OneLine => string.Join(", ", new[] { Street, Zip + " " + City, Country }.Where(static part => part.Length > 0));
        }

        /// <summary>An order with its lines, notes and how far it has come.</summary>
        public sealed class Order{{n}}
        {
            private readonly List<Line{{n}}> lines;
            private readonly Dictionary<string, string> notes = new(StringComparer.Ordinal);

            public Order{{n}}(string id, Address{{n}} address, IEnumerable<Line{{n}}> lines)
            {
                ArgumentNullException.ThrowIfNull(id);
                Id = id;
                Address = address;
                this.lines = [.. lines.Where(static line => line.Quantity > 0)];
            }

            public string Id { get; }

            public Address{{n}} Address { get; }

            public Stage{{n}} Stage { get; private set; } = Stage{{n}}.Draft;

            public IReadOnlyList<Line{{n}}> Lines => lines;

            public decimal Net => lines.Sum(static line => line.Total);

            public decimal Tax => Address.IsDomestic ? Math.Round(Net * 0.19m, 2) : 0m;

            public decimal Gross => Net + Tax;

            public string? this[string note]
            {
                get => notes.TryGetValue(note, out var text) ? text : null;
                set
                {
                    if (value is null)
                        notes.Remove(note);
                    else
                        notes[note] = value;
                }
            }

            public void Add(Line{{n}} line)
            {
                var index = lines.FindIndex(each => string.Equals(each.Sku, line.Sku, StringComparison.Ordinal));
                if (index < 0)
                    lines.Add(line);
                else
                    lines[index] = lines[index].Merge(line);
            }

            public bool Advance(Stage{{n}} next)
            {
                var isAllowed = (Stage, next) switch
                {
                    (Stage{{n}}.Draft, Stage{{n}}.Checked) => lines.Count > 0,
                    (Stage{{n}}.Checked, Stage{{n}}.Priced) => Net > 0,
                    (Stage{{n}}.Priced, Stage{{n}}.Shipped) => Address.OneLine.Length > 0,
                    (_, Stage{{n}}.Closed) => true,
                    _ => false,
                };
                if (isAllowed)
                    Stage = next;
                return isAllowed;
            }

            public IEnumerable<Line{{n}}> Large()
            {
                foreach (var line in lines)
                {
                    if (line.IsLarge)
                        yield return line;
                }
            }
        }
        """);

    public static SourceFile Rules(int n) => new($"Rules/PriceRules{n}.cs", $$"""
        using Made.Models;

        namespace Made.Rules;

        /// <summary>What may change the price of an order's line.</summary>
        public abstract class PriceRule{{n}}(string name)
        {
            public string Name { get; } = name;

            public virtual int Order => {{n % 7}};

            public abstract decimal Apply(Line{{n}} line, decimal price);
        }

        public sealed class QuantityRule{{n}}(int from, decimal factor) : PriceRule{{n}}("quantity")
        {
            public override decimal Apply(Line{{n}} line, decimal price) => line.Quantity >= from ? price * factor : price;
        }

        public sealed class FloorRule{{n}}(decimal least) : PriceRule{{n}}("floor")
        {
            public override int Order => base.Order + 100;

            public override decimal Apply(Line{{n}} line, decimal price)
            {
                if (price >= least)
                    return price;
                return line.Price < least ? line.Price : least;
            }
        }

        public static class Prices{{n}}
        {
            private static readonly decimal[] Steps = [1m, 0.98m, 0.95m, 0.9m];

            public static IReadOnlyList<PriceRule{{n}}> Usual { get; } = [new QuantityRule{{n}}({{3 + (n % 9)}}, 0.95m), new FloorRule{{n}}(0.5m)];

            public static decimal Of(Line{{n}} line, IEnumerable<PriceRule{{n}}> rules)
            {
                var price = line.Price * Step(line.Quantity);
                foreach (var rule in rules.OrderBy(static each => each.Order))
                    price = rule.Apply(line, price);
                return Math.Round(price, 2, MidpointRounding.AwayFromZero);
            }

            public static decimal Step(int quantity) => quantity switch
            {
                < 2 => Steps[0],
                < 10 => Steps[1],
                < 50 => Steps[2],
                _ => Steps[3],
            };

            public static IEnumerable<Line{{n}}> Priced(this Order{{n}} order, IReadOnlyList<PriceRule{{n}}> rules) =>
                from line in order.Lines
                let price = Of(line, rules)
                where price > 0 || !line.IsLarge
                orderby line.Sku.Length, line.Quantity descending
                select line with { Price = price };
        }
        """);
}
