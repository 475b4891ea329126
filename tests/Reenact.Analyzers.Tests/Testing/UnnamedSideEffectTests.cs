using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Testing;

public sealed class UnnamedSideEffectTests
{
    private const string Testing = """
        namespace Reenact.Testing
        {
            public enum ReenactMode { Replay, Record, Once, Off }

            public sealed record ReenactTestOptions
            {
                public ReenactMode? Mode { get; init; }
                public IReadOnlyList<string> AllowSideEffects { get; init; } = [];
            }

            public static class ReenactTest
            {
                public static Task<T> RunAsync<T>(string recording, Func<Task<T>> code, ReenactTestOptions? options = null) => code();
                public static Task RunAsync(string recording, Func<Task> code, ReenactTestOptions? options = null) => code();
                public static Task ThrowsAsync<T>(string recording, Func<Task> code, ReenactTestOptions? options = null) => code();
            }
        }

        namespace Shop
        {
            public interface IAgent
            {
                Task<int> HandleAsync();
            }

            public sealed class Agent(Bank bank) : IAgent
            {
                public async Task<int> HandleAsync() => await bank.BalanceAsync() + await bank.PayAsync();
            }

            public partial class Bank
            {
                [Recorded(SideEffects = true)]
                public partial Task<int> PayAsync();

                private Task<int> PayCoreAsync() => Task.FromResult(1);

                [Recorded(SideEffects = true, Name = "close")]
                public partial Task<int> CloseAsync();

                private Task<int> CloseCoreAsync() => Task.FromResult(1);

                [Recorded]
                public partial Task<int> BalanceAsync();

                private Task<int> BalanceCoreAsync() => Task.FromResult(1);

                [Recorded(SideEffects = false)]
                public partial Task<int> WrappedAsync();

                private Task<int> WrappedCoreAsync() => CloseAsync();
            }
        }
        """;

    [Fact]
    public Task A_call_in_a_live_mode_is_flagged_with_the_way_to_it() => SideEffectVerifier.VerifyAsync(
        [Code("""
            await {|#0:ReenactTest.RunAsync|}("a", () => agent.HandleAsync());
            await {|#1:ReenactTest.RunAsync|}("a", bank.PayAsync, new ReenactTestOptions { Mode = ReenactMode.Record });
            """),
            Testing],
        new DiagnosticResult(Descriptors.UnnamedSideEffect).WithLocation(0).WithArguments("Shop.Bank.PayAsync", "Agent.HandleAsync → Bank.PayAsync"),
        new DiagnosticResult(Descriptors.UnnamedSideEffect).WithLocation(1).WithArguments("Shop.Bank.PayAsync", "Bank.PayAsync"));

    [Theory]
    [InlineData("null")]
    [InlineData("new()")]
    [InlineData("new ReenactTestOptions { Mode = null }")]
    [InlineData("new() { Mode = ReenactMode.Once }")]
    [InlineData("new() { Mode = ReenactMode.Off, AllowSideEffects = [] }")]
    [InlineData("new() { Mode = ReenactMode.Record, AllowSideEffects = new[] { \"Bank.Pay\", \"ayAsync\", \"Other.PayAsync\" } }")]
    [InlineData("Live")]
    [InlineData("Inherited")]
    public Task Every_live_mode_counts(string options) => SideEffectVerifier.VerifyAsync(
        Code($$"""await {|REEN1010:ReenactTest.ThrowsAsync<Exception>|}("a", async () => { await bank.PayAsync(); }, {{options}});"""), Testing);

    [Theory]
    [InlineData("new() { Mode = ReenactMode.Replay }")]
    [InlineData("new() { AllowSideEffects = [\"PayAsync\"] }")]
    [InlineData("new() { AllowSideEffects = [\"Close\", \"Bank.PayAsync\"] }")]
    [InlineData("new() { AllowSideEffects = [\"Shop.Bank.PayAsync\"] }")]
    [InlineData("new() { AllowSideEffects = new[] { nameof(bank.PayAsync) } }")]
    [InlineData("new() { AllowSideEffects = names }")]
    [InlineData("new() { Mode = mode }")]
    [InlineData("options")]
    [InlineData("Allowing")]
    public Task What_is_named_replayed_or_unknown_is_not_flagged(string options) => SideEffectVerifier.VerifyAsync(
        Code($$"""await ReenactTest.RunAsync("a", () => bank.PayAsync(), {{options}});"""), Testing);

    [Fact]
    public Task A_given_name_counts_and_the_core_of_a_recorded_method_is_followed() => SideEffectVerifier.VerifyAsync(
        Code("""
            await {|REEN1010:ReenactTest.RunAsync|}("a", () => bank.WrappedAsync(), new() { AllowSideEffects = ["Bank.CloseAsync"] });
            await ReenactTest.RunAsync("a", () => bank.WrappedAsync(), new() { AllowSideEffects = ["close"] });
            """),
        Testing);

    [Fact]
    public Task Other_methods_and_calls_outside_of_the_delegate_are_not_flagged() => SideEffectVerifier.VerifyAsync(
        Code("""
            await bank.PayAsync();
            await ReenactTest.RunAsync("a", () => bank.BalanceAsync());
            await Task.Run(() => bank.PayAsync());
            """),
        Testing);

    [Fact]
    public Task Methods_of_another_assembly_are_flagged_where_they_are_called_directly() => SideEffectVerifier.VerifyWithLibraryAsync(
        """
        using System.Threading.Tasks;
        using Reenact;

        public class Mail
        {
            [Recorded(SideEffects = true)]
            public Task<int> SendAsync() => Task.FromResult(1);

            public Task<int> IndirectAsync() => SendAsync();
        }
        """,
        """
        using Reenact.Testing;

        public class Tests
        {
            public Task Sent(Mail mail) => {|REEN1010:ReenactTest.RunAsync|}("a", () => mail.SendAsync());

            public Task Unseen(Mail mail) => ReenactTest.RunAsync("a", () => mail.IndirectAsync());
        }
        """ + Testing[..Testing.IndexOf("namespace Shop", StringComparison.Ordinal)].Insert(0, "\n"));

    private static string Code(string statements) => $$"""
        using Reenact.Testing;
        using Shop;

        public class RefundTests
        {
            private static readonly ReenactTestOptions Live = new() { Mode = ReenactMode.Off };

            private static ReenactTestOptions Inherited { get; } = new();

            private static ReenactTestOptions Allowing => new() { Mode = ReenactMode.Record, AllowSideEffects = ["Bank.PayAsync"] };

            public async Task Refund_is_paid(Bank bank, IAgent agent, ReenactMode mode, string[] names, ReenactTestOptions options)
            {
                {{statements}}
            }
        }
        """;
}
