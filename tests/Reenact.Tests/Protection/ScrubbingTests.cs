using System.Text;
using CsCheck;
using MessagePack;
using Reenact.Events;
using Reenact.Protection;
using Reenact.Tests.Values;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Protection;

/// <summary>What scrubbers take out is in no file, and a replay that scrubs the same way matches.</summary>
public sealed class ScrubbingTests : IDisposable
{
    private const string Secret = "sk-live-51Hx9QmZ2abc";
    private const string Taken = "[taken]";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-scrub-");

    private static RedactionOptions Options => new() { Scrubbers = [static text => text.Replace(Secret, Taken, StringComparison.Ordinal)] };

    private string File => Path.Combine(folder.FullName, "case.reenact");

    [Theory]
    [InlineData(0)]
    [InlineData(9000)]
    public async Task A_secret_is_nowhere_on_disk_whichever_way_it_went(int length)
    {
        var seen = new List<byte[]>();
        await RecordAsync(length, () => seen.AddRange(Files()));
        seen.AddRange(Files());

        Assert.NotEmpty(seen);
        Assert.All(seen, static bytes => Assert.Equal(-1, bytes.AsSpan().IndexOf("51Hx9QmZ2"u8)));
        using var recording = Recording.Open(File);
        Assert.True(recording.Verify().IsIntact);
        var text = Everything(recording);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.True(text.Split(Taken).Length > 20, text);
        Assert.Contains($"denied: {Taken}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_stream_items_share_is_found_and_the_items_are_still_as_many()
    {
        await RecordAsync(9000);

        using var recording = Recording.Open(File);
        var pieces = recording.ReadEvents().OfType<StreamItemEvent>().Select(static item => item.Item.Read<Piece>()).ToList();
        var joined = string.Concat(pieces.Select(static piece => piece.Text));
        Assert.Equal($"Your key is {Taken}, keep it. {new string('.', 9000)}", joined);
        Assert.Equal(Enumerable.Range(0, pieces.Count).Select(static i => i * 4), pieces.Select(static piece => piece.Place));
        Assert.Contains(pieces, static piece => piece.Text.Contains(Taken, StringComparison.Ordinal));
        var answer = recording.ReadEvents().OfType<CallReturnedEvent>().Select(static end => Printed(end.Result)).Single(static text => text.Contains("Updates", StringComparison.Ordinal));
        Assert.Contains($"It is {Taken}", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9000)]
    public async Task A_replay_that_scrubs_the_same_way_matches_also_with_another_secret_of_the_kind(int length)
    {
        await RecordAsync(length);

        foreach (var now in (string[])[Secret, "sk-live-another"])
        {
            using var replay = Session.Replay(File, new ReplayOptions
            {
                Redaction = new RedactionOptions { Scrubbers = [text => text.Replace(now, Taken, StringComparison.Ordinal)] },
            });
            var report = await replay.RunAsync(() => new SecretAgent(new SecretDesk("")).HandleAsync(now, length)).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            Assert.True(report.IsMatch, report.ToString());
            Assert.Contains($"Your key is {Taken}", report.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_scrubbers_a_replay_diverges_at_the_first_secret()
    {
        await RecordAsync(0);

        using var replay = Session.Replay(File);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => new SecretAgent(new SecretDesk("")).HandleAsync(Secret, 0)));

        Assert.Equal(DivergenceKind.ArgumentsDiffer, divergence.Divergence.Kind);
    }

    [Fact]
    public async Task A_scrubber_that_fails_leaves_nothing_of_the_text_and_ends_no_session()
    {
        await using (var session = Session.Record(File, options: new RecordOptions { Redaction = new RedactionOptions { Scrubbers = [Fail] } }))
        {
            session.Note($"{Secret} is the key");
            Assert.Equal(3, await new SecretDesk(Secret).NextAsync("key"));
        }

        using var recording = Recording.Open(File);
        Assert.Equal("<not recorded: a scrubber threw FormatException>", recording.ReadEvents().OfType<NoteEvent>().Single().Text);

        static string Fail(string text) => text.Length > 3 ? throw new FormatException(text) : text;
    }

    [Fact]
    public async Task Events_behind_items_that_are_kept_back_are_written_when_the_session_ends_without_the_stream()
    {
        await using (var session = Session.Record(File, options: new RecordOptions { Redaction = Options }))
        {
            await using var items = new SecretDesk(Secret).StreamAsync(0).GetAsyncEnumerator(TestContext.Current.CancellationToken);
            for (var i = 0; i < 5; i++)
            {
                Assert.True(await items.MoveNextAsync());
            }

            session.Note("behind");
            await session.DisposeAsync();
        }

        using var recording = Recording.Open(File);
        Assert.True(recording.Verify().IsIntact);
        Assert.Equal(5, recording.ReadEvents().OfType<StreamItemEvent>().Count());
        Assert.Single(recording.ReadEvents().OfType<NoteEvent>());
        Assert.DoesNotContain("51Hx9", Everything(recording), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_many_small_pieces_is_found_however_much_other_text_its_items_have()
    {
        var key = "begin-" + new string('k', 150) + "-end";
        var redaction = new RedactionOptions { Scrubbers = [text => text.Replace(key, Taken, StringComparison.Ordinal)] };
        await using (Session.Record(File, options: new RecordOptions { Redaction = redaction }))
        {
            await foreach (var _ in new WideDesk(key).StreamAsync())
            {
            }
        }

        using var recording = Recording.Open(File);
        var text = Everything(recording);
        Assert.Contains(Taken, text, StringComparison.Ordinal);
        Assert.DoesNotContain("kkkk", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Joined_pieces_lose_the_secret_and_nothing_else_however_they_are_cut() => Gen.Select(
        Gen.Char['a', 'f'].Array[0, 12].List[1, 8], Gen.Int[0, 40]).Sample((texts, place) =>
    {
        var scrubber = Scrubber.Of(new RedactionOptions { Scrubbers = [static text => text.Replace("abc", "#", StringComparison.Ordinal)] })!;
        var whole = string.Concat(texts.Select(static text => new string(text)));
        var joined = new JoinedTexts();
        foreach (var text in texts)
        {
            joined.Add(Encoded.Raw((ref writer) => writer.Write(new string(text))));
        }

        var scrubbed = joined.Scrubbed(scrubber).Select(static bytes => new MessagePackReader(bytes).ReadString()).ToList();

        Assert.Equal(texts.Count, scrubbed.Count);
        Assert.Equal(texts.Count > 1 ? scrubber.Scrub(whole) : whole, string.Concat(scrubbed));
    });

    public void Dispose() => folder.Delete(recursive: true);

    private static string Everything(Recording recording)
    {
        var text = new StringBuilder();
        foreach (var happened in recording.ReadEvents())
        {
            text.AppendLine(happened switch
            {
                CallStartedEvent start => string.Join(' ', start.Arguments.Select(Printed)),
                CallReturnedEvent end => Printed(end.Result) + string.Join(' ', end.Outs.Select(Printed)),
                CallFailedEvent failed => $"{failed.Failure.Message} {string.Join(' ', failed.Failure.Properties ?? new Dictionary<string, string?>())}",
                ValueCapturedEvent captured => captured.Name + Printed(captured.Value),
                SnapshotEvent snapshot => snapshot.Name + Printed(snapshot.State),
                DecisionEvent decision => decision.Name + Printed(decision.Chosen) + decision.Rationale,
                NoteEvent note => note.Text + note.Author,
                BlobEvent blob => Encoding.UTF8.GetString(blob.Content.Span),
                StreamItemEvent item => Printed(item.Item),
                ProgressEvent progress => Printed(progress.Value),
                EnvironmentEvent environment => environment.Name + Printed(environment.Content),
                SessionStartedEvent start => start.Info.User + string.Join(' ', start.Info.Tags ?? new Dictionary<string, string>()),
                SessionEndedEvent end => end.Message + Printed(end.FinalOutput),
                _ => "",
            });
        }

        return text.ToString();
    }

    private static string Printed(RecordedValue value) => value.IsAbsent ? "" : ValuePrinter.Print(new EncodedValue(value.Bytes, value.Blobs), 20_000);

    private async Task RecordAsync(int length, Action? meanwhile = null)
    {
        var info = new SessionInfo { User = Secret, Tags = new Dictionary<string, string> { [Secret] = $"a {Secret}" } };
        await using var session = Session.Record(File, info, new RecordOptions { Redaction = Options });
        session.RecordEnvironment(EnvironmentKind.Prompt, "prompt " + Secret, Secret, new string('p', 400) + Secret);
        session.Note("note " + Secret, Secret);
        var output = await new SecretAgent(new SecretDesk(Secret)).HandleAsync(Secret, length);
        await session.FlushAsync();
        meanwhile?.Invoke();
        session.Complete(Outcome.Failure, Secret, Secret, output);
    }

    private IEnumerable<byte[]> Files() => folder.GetFiles("*", SearchOption.AllDirectories).Select(static file =>
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes;
    });
}
