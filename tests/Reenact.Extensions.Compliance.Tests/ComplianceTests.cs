using System.Text;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Reenact.Events;

namespace Reenact.Extensions.Compliance.Tests;

/// <summary>Classified data is recorded as the redactor of its class makes it.</summary>
public sealed class ComplianceTests : IDisposable
{
    private static readonly Payment Paid = new("4111-1111", "shoes") { Age = 42, Country = "NL" };

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");
    private readonly RedactionOptions options;

    public ComplianceTests()
    {
        var services = new ServiceCollection().AddRedaction(static redaction => redaction
            .SetRedactor<Starring>(new DataClassificationSet(Taxonomy.Private))
            .SetRedactor<LastFour>(new DataClassificationSet(Taxonomy.Card)));
        options = new RedactionOptions
        {
            Redactor = new ComplianceRedactor(services.BuildServiceProvider().GetRequiredService<IRedactorProvider>()),
            HashKey = new byte[32],
            RoleKeys = new RoleKeys { { "fraud", new byte[32] } },
        };
    }

    [Fact]
    public async Task Each_class_has_its_redactor_on_parameters_members_and_results()
    {
        await RecordAsync();

        using var recording = Recording.Open(path);
        var start = recording.ReadEvents().OfType<CallStartedEvent>().First();
        var payment = Encoding.UTF8.GetString(start.Arguments[0].Bytes.Span);
        Assert.Contains("#1111", payment, StringComparison.Ordinal);
        Assert.DoesNotContain("4111-", payment, StringComparison.Ordinal);
        Assert.Contains("shoes", payment, StringComparison.Ordinal);
        Assert.Contains("NL", payment, StringComparison.Ordinal);
        Assert.Contains("**", payment, StringComparison.Ordinal);
        Assert.Equal("*********", start.Arguments[1].ReadText());
        Assert.Equal("", start.Arguments[2].ReadText()); // No class: erased by the fallback.
        Assert.Equal(6, (sbyte)start.Arguments[3].Bytes.Span[2]); // Encrypted: a form that is named goes first.
        Assert.Equal("*********", recording.ReadEvents().OfType<CallReturnedEvent>().Last().Result.ReadText());
    }

    [Fact]
    public async Task A_replay_redacts_what_the_code_passes_and_serves_what_was_redacted()
    {
        await RecordAsync();

        var replayed = await ReplayAsync(Paid with { Number = "5500-1111" }, options);
        Assert.Equal("*********", replayed.Output);
        Assert.Empty(replayed.Warnings);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => ReplayAsync(Paid with { Number = "5500-2222" }, options));
        Assert.Contains("#2222", divergence.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("5500", divergence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_without_the_redactors_compares_no_classified_data_and_says_so()
    {
        await RecordAsync();

        var report = await ReplayAsync(
            Paid with { Number = "5500-2222" }, new RedactionOptions { DefaultForm = SensitiveForm.Redacted });

        Assert.Contains("were not compared", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(path);

    private static async Task<string> RunAsync(Payment payment)
    {
        var bank = new Bank();
        await bank.PayAsync(payment, "Ann Smith", "for Ann", "Main Street 1");
        return await bank.NameAsync();
    }

    private async Task RecordAsync()
    {
        await using var session = Session.Record(path, options: new RecordOptions { Redaction = options });
        Assert.Equal("Ann Smith", await RunAsync(Paid));
    }

    private async Task<ReplayReport<string>> ReplayAsync(Payment payment, RedactionOptions redaction)
    {
        using var replay = Session.Replay(path, new ReplayOptions { Redaction = redaction });
        return await replay.RunAsync(() => RunAsync(payment)).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private sealed class Starring : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => input.Length;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            destination[..source.Length].Fill('*');
            return source.Length;
        }
    }

    private sealed class LastFour : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => 5;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            destination[0] = '#';
            source[^4..].CopyTo(destination[1..]);
            return 5;
        }
    }
}
