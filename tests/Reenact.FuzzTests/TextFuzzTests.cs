using System.Text;
using CsCheck;
using Reenact.Integrity;
using Reenact.Keys;
using Reenact.Format;
using Reenact.Replaying.Reports;
using Reenact.Tests.Format;

namespace Reenact.FuzzTests;

/// <summary>Notes, checkpoints, keys, key rings, reports and price lists that were changed.</summary>
public sealed class TextFuzzTests : IDisposable
{
    private static readonly RecordingSigner Signer = RecordingSigner.Generate("example.com/fuzz");
    private static readonly Lazy<byte[][]> Notes = new(() => [.. MakeNotes().Select(Encoding.UTF8.GetBytes)]);
    /// <summary>A recording, and what it was like when it had fewer blocks.</summary>
    private static readonly Lazy<(byte[] Bytes, Checkpoint Older)> Grown = new(() =>
    {
        var builder = RecordingBuilder.Sample();
        var older = builder.Writer.Checkpoint;
        return (builder.Seal(Signer).Bytes, older);
    });

    private static readonly Lazy<TlogProof> Proven = new(() =>
    {
        using var recording = OpenGrown();
        return recording.ProveEvent(2, checkpoint: null, withBlock: true);
    });

    private static readonly Gen<(int Which, Step[] Steps)> Cases = Gen.Select(Gen.Int[0, 1_000_000], Step.Some);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-fuzz-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_note_is_read_or_refused_and_no_changed_text_is_signed() => Fuzz.Run(
        cases: 6000, Cases.Select(@case => Change(Notes.Value, @case.Which, @case.Steps)),
        note => Memory.Check(() =>
        {
            if (SignedNote.TryParse(note, out var signed, out var problem))
            {
                if (signed.Check(Signer.VerifierKey).Status == SignatureStatus.Valid && !Notes.Value.Any(known => Encoding.UTF8.GetString(known).StartsWith(signed.Text + "\n", StringComparison.Ordinal)))
                    throw new FuzzFailure("a text passes as signed that was not signed");
                if (!SignedNote.TryParse(Encoding.UTF8.GetBytes(signed.ToString()), out var again, out _) || again.ToString() != signed.ToString())
                    throw new FuzzFailure("a note that was read, written again, is another");
            }
            else
            {
                Assert.NotEmpty(problem);
            }

            if (Checkpoint.TryParse(note, out var checkpoint, out problem))
            {
                if (checkpoint.Size < 0 || checkpoint.Root.Length != 32 || !note.AsSpan().StartsWith(Encoding.UTF8.GetBytes(checkpoint.Text)))
                    throw new FuzzFailure("a checkpoint says something else than its text");
                _ = checkpoint.SessionId;
            }
            else
            {
                Assert.NotEmpty(problem);
            }

            CheckProofs(note);
            var text = Encoding.UTF8.GetString(note);
            if (RecordingVerifierKey.TryParse(text, out var key) && key.ToString() != text)
                throw new FuzzFailure("a key that was read, written again, is another");
        }, cap: 64 << 20),
        Keep);

    [Fact]
    public async Task A_key_ring_gives_the_key_or_says_why_not()
    {
        var ring = FileKeyRing.Create(Path.Combine(folder.FullName, "ring"));
        await ring.AddTenantAsync("acme", TestContext.Current.CancellationToken);
        using var key = await ring.CreateAsync("acme", TestContext.Current.CancellationToken);
        var expected = key.Bytes.ToArray();
        var files = Directory.GetFiles(Path.Combine(folder.FullName, "ring"), "*", SearchOption.AllDirectories).Where(path => new FileInfo(path).Length > 0).Order(StringComparer.Ordinal).ToArray();
        var contents = files.Select(File.ReadAllBytes).ToArray();
        Fuzz.Run(
            cases: 400, Cases.Select(@case => (Which: @case.Which % files.Length, Content: Change(contents, @case.Which, @case.Steps))),
            @case =>
            {
                Overwrite(files[@case.Which], @case.Content);
                try
                {
                    using var found = ring.FindAsync(key.Id, CancellationToken.None).AsTask().GetAwaiter().GetResult();
                    if (!found.Bytes.SequenceEqual(expected))
                        throw new FuzzFailure("another key is given than was kept");
                }
                catch (KeyStoreException)
                {
                }
                finally
                {
                    Overwrite(files[@case.Which], contents[@case.Which]);
                }
            },
            (@case, path) => File.WriteAllBytes(path, @case.Content));
    }

    [Fact]
    public async Task A_report_is_summarized_or_said_to_be_none()
    {
        using var replay = Session.Replay(RecordedCorpus.Desk.Open(OnDamage.Throw), new ReplayOptions { ContinueOnDivergence = true });
        var report = await replay.RunAsync(() => new DeskAgent(new DeskTools()).HandleAsync("another desk"));
        byte[][] reports = [Encoding.UTF8.GetBytes(report.ToJson())];
        Fuzz.Run(
            cases: 1500, Cases.Select(@case => Change(reports, @case.Which, @case.Steps)),
            json => Memory.Check(() =>
            {
                try
                {
                    ReportReader.Read(json);
                }
                catch (InvalidDataException exception)
                {
                    if (PrintedText.FindCommand(exception.Message) is { } found)
                        throw new FuzzFailure($"the message has {found}");
                }
            }, cap: 64 << 20),
            Keep);
    }

    [Fact]
    public void The_tool_summarizes_reports_and_compares_with_prices()
    {
        var reports = folder.CreateSubdirectory("reports");
        var prices = Path.Combine(folder.FullName, "prices.json");
        var recording = Path.Combine(folder.FullName, "desk.reenact");
        RecordedCorpus.Desk.WriteTo(recording);
        byte[][] contents = ["""{"gpt-4o": {"input": 2.5, "output": 10, "cachedInput": 1.25}}"""u8.ToArray()];
        Fuzz.Run(
            cases: 40, Cases.Select(@case => Change(contents, @case.Which, @case.Steps)),
            json =>
            {
                File.WriteAllBytes(prices, json);
                File.WriteAllBytes(Path.Combine(reports.FullName, "one.json"), json);
                ToolTarget.Run(["diff", recording, recording, "--prices", prices]);
                ToolTarget.Run(["report", reports.FullName]);
            },
            Keep);
    }

    private static Recording OpenGrown() => Recording.Open(new MemoryBlockStore(Grown.Value.Bytes));

    private static void CheckProofs(byte[] text)
    {
        if (CheckpointLog.TryParse(text, out var checkpoints, out var problem) ? checkpoints.Count == 0 : string.IsNullOrEmpty(problem))
            throw new FuzzFailure("a log of checkpoints is read as none, or refused without a reason");
        if (TlogProof.TryParse(text, out var inclusion, out _) && inclusion.Verify(Proven.Value.Block!.LeafHash.Span) && !inclusion.Checkpoint.Root.Span.SequenceEqual(Proven.Value.Checkpoint.Root.Span))
            throw new FuzzFailure("a changed proof proves a block to be in another tree");
        _ = inclusion?.Block;
        if (GrowthProof.TryParse(text, out var growth, out _) && growth.Verify(Grown.Value.Older) && !growth.Checkpoint.Root.Span.SequenceEqual(Proven.Value.Checkpoint.Root.Span))
            throw new FuzzFailure("a changed proof proves growth into another tree");
    }

    private static byte[] Change(byte[][] files, int which, Step[] steps)
    {
        var file = files[which % files.Length];
        return steps.Aggregate(file, (changed, step) => step.Kind / 16 % 4 == 0
            ? Insert(changed, step, step.Pick(HostileTexts.All))
            : ByteChanges.Apply(changed, step, files));
    }

    private static byte[] Insert(byte[] into, Step step, byte[] text) => [.. into[..step.At(into.Length)], .. text, .. into[step.At(into.Length)..]];

    private static void Overwrite(string path, byte[] content)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.SetLength(0);
        file.Write(content);
    }

    private static void Keep(byte[] content, string path) => File.WriteAllBytes(path, content);

    private static IEnumerable<string> MakeNotes()
    {
        using var other = RecordingSigner.Generate("other.example/key");
        var plain = Checkpoint.Parse(Encoding.UTF8.GetBytes($"reenact/{Guid.CreateVersion7():D}\n3\n{Convert.ToBase64String(new byte[32])}\n\n"));
        var signed = plain.SignAsync(Signer).AsTask().GetAwaiter().GetResult();
        yield return plain.ToString();
        yield return signed.ToString();
        yield return signed.SignAsync(other).AsTask().GetAwaiter().GetResult().ToString();
        yield return SignedNote.SignAsync("any text\nof two lines\n", Signer).AsTask().GetAwaiter().GetResult().ToString();
        yield return Signer.VerifierKey.ToString();
        yield return $"{signed}\n{signed}\n";
        yield return Proven.Value.ToString();
        using var recording = OpenGrown();
        yield return recording.ProveGrowth(Grown.Value.Older).ToString();
    }
}
