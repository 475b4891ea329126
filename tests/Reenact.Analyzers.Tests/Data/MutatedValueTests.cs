using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Data;

public sealed class MutatedValueTests
{
    private const string Tools = """
        public class Order
        {
            public int Count { get; set; }

            public List<string> Lines { get; } = [];

            public int[] Seats { get; set; } = [];
        }

        public partial class Tools
        {
            [Recorded]
            public partial Task<int> BookAsync(Order order, [IgnoreRecorded] Order? other = null);

            private async Task<int> BookCoreAsync(Order order, Order? other) { await Task.Yield(); return order.Count; }

            [Recorded]
            public partial int Book(Order order);

            private int BookCore(Order order) => order.Count;
        }
        """;

    [Fact]
    public Task A_change_before_the_await_is_flagged() => MutatedValueVerifier.VerifyAsync(
        [Tools, Agent("var task = tools.BookAsync(order); {|#0:order.Count = 2|}; await task;")],
        new DiagnosticResult(Descriptors.MutatedValue).WithLocation(0).WithArguments("order", "Tools.BookAsync"));

    [Theory]
    [InlineData("Task task = tools.BookAsync(order); {|REEN3005:order.Lines.Add(\"\")|}; await task;")]
    [InlineData("var task = tools.BookAsync(order); if (other.Count > 1) { {|REEN3005:order.Seats[0]++|}; } await task;")]
    [InlineData("_ = tools.BookAsync(order); {|REEN3005:order.Count += 2|};")]
    [InlineData("tools.BookAsync(order); {|REEN3005:order.Count = 2|};")]
    [InlineData("Task<int> task; task = tools.BookAsync(order); {|REEN3005:order.Count--|}; await Task.WhenAll(task);")]
    public Task Every_way_to_change_it_is_flagged(string statements) => MutatedValueVerifier.VerifyAsync(Tools, Agent(statements));

    [Theory]
    [InlineData("await tools.BookAsync(order); order.Count = 2;")]
    [InlineData("var count = await tools.BookAsync(order); order.Count = count;")]
    [InlineData("var task = tools.BookAsync(order); await task; order.Count = 2;")]
    [InlineData("var task = tools.BookAsync(order); await Task.WhenAll(task); order.Count = 2;")]
    [InlineData("var task = tools.BookAsync(order); other.Count = 2; await task;")]
    [InlineData("var task = tools.BookAsync(order); order = new Order(); order.Count = 2; await task;")]
    [InlineData("var task = tools.BookAsync(order, other); other.Count = 2; await task;")]
    [InlineData("var task = tools.BookAsync(order); Action later = () => order.Count = 2; await task; later();")]
    [InlineData("tools.Book(order); order.Count = 2;")]
    [InlineData("var count = tools.BookAsync(order).Result; order.Count = count;")]
    [InlineData("var task = tools.BookAsync(order); Console.WriteLine(order.Lines.Count); await task;")]
    public Task Changes_after_the_call_and_of_others_are_not_flagged(string statements) => MutatedValueVerifier.VerifyAsync(Tools, Agent(statements));

    private static string Agent(string statements) => $$"""
        public class Agent
        {
            public async Task RunAsync(Tools tools)
            {
                await Task.Yield();
                var order = new Order();
                var other = new Order();
                {{statements}}
            }
        }
        """;
}
