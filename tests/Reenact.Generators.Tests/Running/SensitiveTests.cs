using System.Text;
using Reenact.Events;

namespace Reenact.Generators.Tests.Running;

/// <summary>What is marked [Sensitive] doesn't get into recordings, and doesn't keep them from being replayed where it is an argument.</summary>
public sealed class SensitiveTests : IDisposable
{
    private const string Secret = "4111-1111-1111-1111";

    private static readonly LoadedCode Code = LoadedCode.Of("""
        namespace Acme;

        public sealed record Card(string Holder, [Sensitive] string Number)
        {
            [Sensitive]
            public int[] Pin { get; init; } = [];
        }

        public sealed record Receipt(int Number, [property: Sensitive] string Iban);

        public partial class Bank
        {
            [Recorded]
            public partial Task<int> PayAsync(Card card, [Sensitive] string password, decimal amount);

            private Task<int> PayCoreAsync(Card card, string password, decimal amount) => Task.FromResult(card.Number.Length + password.Length);

            [Recorded]
            public partial Receipt Print(int number);

            private Receipt PrintCore(int number) => new(number, "4111-1111-1111-1111");

            [Recorded]
            [return: Sensitive]
            public partial string? Token();

            private string? TokenCore() => "4111-1111-1111-1111";
        }

        public partial class Agent
        {
            [Replayed, Sensitive]
            public partial Task<string> HandleAsync([Sensitive] string secret, decimal amount);

            private async Task<string> HandleCoreAsync(string secret, decimal amount) =>
                (await new Bank().PayAsync(new Card("Ann", secret) { Pin = [1, 2, 3] }, secret + secret, amount)).ToString();
        }

        public static class Program
        {
            public static async Task<string> Pay(string path, string secret, bool replay, bool more)
            {
                if (replay)
                {
                    using var old = Session.Replay(path);
                    return (await old.RunAsync(() => new Agent().HandleAsync(secret, more ? 41 : 40))).Output;
                }

                await using var session = Session.Record(path);
                return await new Agent().HandleAsync(secret, 40);
            }

            public static async Task<string> Print(string path, string secret, bool replay, bool more)
            {
                var bank = new Bank();
                if (replay)
                {
                    using var old = Session.Replay(path);
                    return (await old.RunAsync(() => Task.FromResult(more ? bank.Token()! : bank.Print(1).Iban))).Output;
                }

                await using var session = Session.Record(path);
                return more ? bank.Token()! : bank.Print(1).Iban;
            }
        }
        """);

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");

    [Fact]
    public async Task Nothing_of_a_secret_is_in_the_file()
    {
        Assert.Equal("57", await Run("Pay", Secret, replay: false));
        using var recording = Recording.Open(path);
        var calls = recording.ReadEvents().ToList();
        var values = calls.OfType<CallStartedEvent>().SelectMany(call => call.Arguments)
            .Concat(calls.OfType<CallReturnedEvent>().Select(call => call.Result))
            .Select(value => Encoding.UTF8.GetString(value.Bytes.Span)).ToList();
        Assert.Contains(values, value => value.Contains("Ann", StringComparison.Ordinal));
        Assert.DoesNotContain(values, value => value.Contains("4111", StringComparison.Ordinal));
        Assert.DoesNotContain(calls, each => each is BlobEvent);
    }

    [Fact]
    public async Task Another_secret_replays_and_another_amount_does_not()
    {
        await Run("Pay", Secret, replay: false);

        Assert.Equal("57", await Run("Pay", "another secret", replay: true));
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => Run("Pay", Secret, replay: true, more: true));
        Assert.Contains("<erased>", divergence.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4111", divergence.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erased_result_ends_the_replay_and_says_why(bool whole)
    {
        Assert.Equal(Secret, await Run("Print", Secret, replay: false, more: whole));

        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => Run("Print", Secret, replay: true, more: whole));
        Assert.Equal(DivergenceKind.ResultNotReadable, divergence.Divergence.Kind);
        Assert.Contains("was erased", divergence.Message, StringComparison.Ordinal);
        Assert.Contains("[Sensitive]", divergence.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(path);

    private async Task<string> Run(string method, string secret, bool replay, bool more = false)
    {
        var task = (Task<string>)Code.Type("Acme.Program").GetMethod(method)!.Invoke(null, [path, secret, replay, more])!;
        return await task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
