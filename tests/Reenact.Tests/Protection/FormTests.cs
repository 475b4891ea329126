using Xunit;

namespace Reenact.Tests.Protection;

/// <summary>Sessions whose values are recorded in other forms than their own, and their replays.</summary>
public sealed partial class FormTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Repeat((byte)7, 32)];

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");

    private static RedactionOptions Keys => new() { HashKey = Key, RoleKeys = new RoleKeys { { "fraud", Key } } };

    private static RedactionOptions HashOnly => new() { HashKey = Key };

    [Fact]
    public async Task Another_secret_is_noticed_where_it_was_hashed_or_encrypted_and_not_where_it_was_erased()
    {
        await RecordPaymentAsync();

        foreach (var options in (RedactionOptions[])[Keys, HashOnly])
        {
            Assert.True((await PayAsync(new Order("a", "b", "c"), options)).IsMatch);
            Assert.True((await PayAsync(new Order("zzzz", "b", "c"), options)).IsMatch);
            foreach (var (order, member) in ((Order, string)[])[(new Order("a", "zzzz", "c"), "order.Hashed"), (new Order("a", "b", "zzzz"), "order.Encrypted")])
            {
                var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => PayAsync(order, options))).Divergence;
                Assert.Equal((DivergenceKind.ArgumentsDiffer, member), (divergence.Kind, divergence.Path));
                Assert.DoesNotContain("zzzz", divergence.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Without_the_key_nothing_hashed_is_compared_and_the_report_says_so()
    {
        await RecordPaymentAsync();

        var report = await PayAsync(new Order("x", "y", "z"), null);

        Assert.True(report.IsMatch);
        Assert.Contains("were not compared", Assert.Single(report.Warnings), StringComparison.Ordinal);
        Assert.Empty((await PayAsync(new Order("x", "b", "c"), HashOnly)).Warnings);
    }

    [Fact]
    public async Task An_encrypted_result_is_served_with_the_role_s_key_and_named_without_it()
    {
        await RecordAsync(new Order("a", "b", "c"));

        using (var replay = Session.Replay(path, new ReplayOptions { Redaction = Keys, ServeRedactedAsDefault = true }))
        {
            var report = await replay.RunAsync(() => RunAsync(new Order("a", "b", "c"))).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            Assert.Equal("the iban|the token||0", report.Output);
        }

        using var without = Session.Replay(path, new ReplayOptions { Redaction = HashOnly });
        var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => without.RunAsync(() => RunAsync(new Order("a", "b", "c"))))).Divergence;
        Assert.Equal(DivergenceKind.ResultNotReadable, divergence.Kind);
        Assert.Contains("Iban is an extension, <encrypted for fraud, <hash", divergence.Message, StringComparison.Ordinal);
        Assert.Contains("that role's key", divergence.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_result_is_named_unless_its_default_was_asked_for()
    {
        await RecordAsync(new Order("a", "b", "c"));

        using var replay = Session.Replay(path, new ReplayOptions { Redaction = Keys });
        var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => RunAsync(new Order("a", "b", "c"))))).Divergence;

        Assert.Contains("Gone is an extension, <erased>", divergence.Message, StringComparison.Ordinal);
        Assert.Contains("ServeRedactedAsDefault", divergence.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_whose_key_is_missing_is_refused_and_nothing_is_recorded_of_the_call()
    {
        await using (Session.Record(path))
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => new Shop().PayAsync(new Order("a", "b", "c")));
            Assert.Contains("RedactionOptions.HashKey", error.Message, StringComparison.Ordinal);
        }

        using var recording = Recording.Open(path);
        Assert.Empty(recording.Calls);
    }

    public void Dispose() => File.Delete(path);

    private static async Task<string> RunAsync(Order order)
    {
        var shop = new Shop();
        await shop.PayAsync(order);
        var account = await shop.FindAsync();
        return $"{account.Iban}|{await shop.TokenAsync()}|{account.Gone}|{account.Number}";
    }

    private async Task RecordAsync(Order order)
    {
        await using var session = Session.Record(path, options: new RecordOptions { Redaction = Keys });
        Assert.Equal("the iban|the token|gone|17", await RunAsync(order));
    }

    private async Task RecordPaymentAsync()
    {
        await using var session = Session.Record(path, options: new RecordOptions { Redaction = Keys });
        await new Shop().PayAsync(new Order("a", "b", "c"));
    }

    private async Task<ReplayReport> PayAsync(Order order, RedactionOptions? options)
    {
        using var replay = Session.Replay(path, new ReplayOptions { Redaction = options });
        return await replay.RunAsync(() => new Shop().PayAsync(order)).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    public sealed record Order(
        [property: Sensitive] string Erased,
        [property: Sensitive(Form = SensitiveForm.Hashed)] string Hashed,
        [property: Sensitive(Role = "fraud")] string Encrypted);

    public sealed record Account(
        [property: Sensitive(Role = "fraud")] string Iban,
        [property: Sensitive(Form = SensitiveForm.Erased)] string? Gone,
        [property: Sensitive(Form = SensitiveForm.Hashed)] int Number);

    public sealed partial class Shop
    {
        [Recorded]
        public partial Task<int> PayAsync(Order order);

        private Task<int> PayCoreAsync(Order order) => Task.FromResult(order.Hashed.Length);

#pragma warning disable REEN3003 // What replays make of it is what these tests are about.
        [Recorded]
        public partial Task<Account> FindAsync();
#pragma warning restore REEN3003

        private Task<Account> FindCoreAsync() => Task.FromResult(new Account("the iban", "gone", 17));

        [Recorded]
        [return: Sensitive(Role = "fraud")]
        public partial Task<string> TokenAsync();

        private Task<string> TokenCoreAsync() => Task.FromResult("the token");
    }
}
