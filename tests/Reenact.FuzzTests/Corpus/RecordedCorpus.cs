using MessagePack;
using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Tests.Format;
using Reenact.Values;

namespace Reenact.FuzzTests;

/// <summary>The recordings to begin with: each way in which one can be stored, and whatever an event can be.</summary>
internal static class RecordedCorpus
{
    private const string MoreFrom = "REENACT_FUZZ_CORPUS";

    private static readonly Lazy<IReadOnlyList<CorpusFile>> Made = new(() => [.. Make(), .. More()]);

    public static IReadOnlyList<CorpusFile> Files => Made.Value;

    /// <summary>The recording of <see cref="DeskAgent"/>.</summary>
    public static CorpusFile Desk => Files.First(file => file.Name == "a session");

    private static IEnumerable<CorpusFile> Make()
    {
        using var signer = RecordingSigner.Generate("example.com/fuzz");
        yield return new("sealed", RecordingBuilder.Sample().Seal().Bytes);
        yield return new("signed", RecordingBuilder.Sample().Seal(signer).Bytes);
        yield return new("unsealed", RecordingBuilder.Sample().Block().Bytes);
        yield return new("encrypted", RecordingBuilder.Sample(key: CorpusFile.Key()).Seal().Bytes);
        yield return new("encrypted, unsealed", RecordingBuilder.Sample(key: CorpusFile.Key()).Block().Bytes);
        yield return new("every kind of event", EveryKind.Recording().Seal().Bytes);
        yield return new("every kind of event, unsealed", EveryKind.Recording().Block().Bytes);
        yield return new("random values", RandomEvents.Recording(seed: 3, events: 20).Seal().Bytes);
        yield return new("nested to the limit", Nested().Seal().Bytes);
        yield return new("values in blobs", InBlobs().Seal().Bytes);
        var desk = RecordDeskAsync().GetAwaiter().GetResult();
        yield return new("a session", desk.Whole.Bytes);
        yield return desk.Live;
    }

    /// <summary>Recordings of one's own, such as real ones.</summary>
    private static IEnumerable<CorpusFile> More() => Environment.GetEnvironmentVariable(MoreFrom) is not { Length: > 0 } folder ? []
        : Directory.EnumerateFiles(folder, "*.reenact", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new CorpusFile(Path.GetFileName(path), File.ReadAllBytes(path)));

    private static async Task<(CorpusFile Whole, CorpusFile Live)> RecordDeskAsync()
    {
        var folder = Directory.CreateTempSubdirectory("reenact-fuzz-");
        try
        {
            var path = Path.Combine(folder.FullName, "desk.reenact");
            CorpusFile live;
            await using (var session = Session.Record(path, new SessionInfo { Agent = "desk", Tenant = "acme", Tags = new Dictionary<string, string> { ["case"] = "17" } }))
            {
                session.RecordEnvironment(EnvironmentKind.Prompt, "system", "7", "You book desks.");
                var answer = await new DeskAgent(new DeskTools()).HandleAsync("a desk, please");
                await session.FlushAsync();
                session.Note("only in the tail", "ops");
                session.Note(new string('n', 300), "ops");
                live = new CorpusFile("a session with its tail", ReadShared(path), ReadShared(path + ".tail"));
                session.Complete(Outcome.Success, output: answer);
            }

            return (new CorpusFile("a session", File.ReadAllBytes(path)), live);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static RecordingBuilder Nested()
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("Acme.Deep", CallKind.Tool, "value");
        for (var span = 1u; span <= 40; span++)
            builder.Call(span, span - 1, method, "x");
        foreach (var depth in new[] { 1, 2, ValueLimits.Depth - 1, ValueLimits.Depth })
        {
            builder.Event(EventKind.StreamItem, 1, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                for (var level = 1; level < depth; level++)
                    output.WriteArrayHeader(1);
                output.WriteMapHeader(1);
                output.Write("key");
                output.Write(depth);
            }, 3);
        }

        return builder.Ended();
    }

    private static RecordingBuilder InBlobs()
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("Acme.Large", CallKind.Tool, "value", "other");
        builder.Event(EventKind.Blob, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(1);
                output.Write((byte[])[0x92, 1, 0xA5, .. "three"u8]);
            })
            .Event(EventKind.Blob, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(2);
                output.Write((byte[])[0x92, 0x81, 0xA1, (byte)'k', 0xC7]);
            })
            .Event(EventKind.Blob, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(3);
                output.Write((byte[])[1, 3, 0xFF, 2]);
            })
            .Event(EventKind.CallStarted, 3, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(0);
                output.Write(method);
                output.WriteArrayHeader(2);
                output.WriteRaw((byte[])[0xD4, 8, 1]);
                output.WriteRaw((byte[])[0xD5, 8, 2, 3]);
            }, 1)
            .Event(EventKind.CallReturned, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.WriteRaw((byte[])[0xD4, 8, 1]);
                output.WriteRaw((byte[])[0xD4, 8, 1]);
            }, 1);
        return builder.Ended();
    }
}
