using CsCheck;
using Reenact.Events;
using Reenact.Format;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Dictionaries;

public sealed class RecordingDictionaryTests : IDisposable
{
    private static readonly RecordingDictionary Dictionary = RecordingDictionary.Train(Sessions(40), new DictionaryTrainingOptions { Size = 4096 });

    private readonly string folder = Directory.CreateTempSubdirectory("reenact-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_recording_is_smaller_with_its_dictionary_and_reads_the_same()
    {
        var (plain, small) = (Path.Combine(folder, "plain.reenact"), Path.Combine(folder, "small.reenact"));
        Record(plain, 50, null);
        Record(small, 50, Dictionary);

        using var recording = Recording.Open(small, new RecordingOpenOptions { Dictionaries = [Dictionary] });
        using var other = Recording.Open(plain);
        Assert.Equal(Dictionary.Id, recording.DictionaryId);
        Assert.Null(other.DictionaryId);
        Assert.True(new FileInfo(small).Length < new FileInfo(plain).Length);
        Assert.Equal(Contents(other), Contents(recording));
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public void A_dictionary_beside_the_recording_is_found()
    {
        var file = Path.Combine(folder, "case.reenact");
        var own = RecordingDictionary.Train(Sessions(30), new DictionaryTrainingOptions { Size = 2048 });
        Record(file, 3, own);
        own.Save(Path.Combine(folder, "own" + RecordingDictionary.FileExtension));
        File.WriteAllText(Path.Combine(folder, "another" + RecordingDictionary.FileExtension), "no dictionary");

        using var recording = Recording.Open(file);
        Assert.NotEmpty(recording.ReadEvents());
    }

    [Fact]
    public void Without_its_dictionary_a_recording_says_which_it_needs_and_where_it_was_looked_for_and_verifies()
    {
        var file = Path.Combine(folder, "case.reenact");
        Record(file, 3, RecordingDictionary.Train(Sessions(35), new DictionaryTrainingOptions { Size = 3000 }));

        using var recording = Recording.Open(file);

        var missing = Assert.Throws<RecordingException>(() => recording.ReadEvents().ToList());
        Assert.Equal(RecordingErrorKind.DictionaryNotFound, missing.Kind);
        Assert.Contains(recording.DictionaryId!, missing.Message, StringComparison.Ordinal);
        Assert.Contains(folder, missing.Message, StringComparison.Ordinal);
        Assert.Contains("REENACT_DICTIONARY", missing.Message, StringComparison.Ordinal);
        Assert.True(recording.Verify().IsIntact);
        Assert.Contains(recording.Verify().Findings, finding => finding.Message.Contains("not decompressed", StringComparison.Ordinal));
        Assert.Equal(recording.DictionaryId, recording.Verify().MissingDictionary);
    }

    [Fact]
    public void A_recording_that_is_not_sealed_verifies_without_its_dictionary_too()
    {
        var store = new MemoryBlockStore();
        using (var writer = BlockWriter.Create(store, Guid.CreateVersion7(), dictionary: Dictionary))
            writer.AppendEvents(new byte[] { 0x93, 16, 0, 0 }, 0, 1);

        using var recording = Recording.Open(new MemoryBlockStore(store.ToArray()));
        Assert.Equal(1, recording.EventCount);
        Assert.Equal(RecordingErrorKind.DictionaryNotFound, Assert.Throws<RecordingException>(() => recording.ReadEvents().ToList()).Kind);
    }

    [Fact]
    public void A_replay_finds_the_dictionaries_that_it_is_given()
    {
        var file = Path.Combine(folder, "case.reenact");
        var own = RecordingDictionary.Train(Sessions(36), new DictionaryTrainingOptions { Size = 2600 });
        Record(file, 3, own);

        Assert.Equal(RecordingErrorKind.DictionaryNotFound, Assert.Throws<RecordingException>(() => Session.Replay(file)).Kind);
        using var replay = Session.Replay(file, new ReplayOptions { Dictionaries = [own] });
        Assert.Equal(own.Id, replay.Recording.DictionaryId);
    }

    [Fact]
    public async Task A_session_goes_on_with_its_dictionary_and_not_without()
    {
        var file = Path.Combine(folder, "case.reenact");
        var own = RecordingDictionary.Train(Sessions(32), new DictionaryTrainingOptions { Size = 2500 });
        Record(file, 3, own);
        var before = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        var missing = Assert.Throws<RecordingException>(() => Session.Resume(file));
        Assert.Equal(RecordingErrorKind.DictionaryNotFound, missing.Kind);
        Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        await using (var session = Session.Resume(file, new RecordOptions { Dictionary = own }))
        {
            session.Note("It goes on.", "the desk of complaints");
            session.Complete(Outcome.Success);
        }

        using var recording = Recording.Open(file, new RecordingOpenOptions { Dictionaries = [own] });
        Assert.Equal(own.Id, recording.DictionaryId);
        Assert.Equal(6, recording.ReadEvents().OfType<NoteEvent>().Count());
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public void Bytes_that_are_no_dictionary_are_refused() => Gen.Byte.Array[0, 300].Sample(bytes =>
        Assert.Equal(RecordingErrorKind.NotADictionary, Assert.Throws<RecordingException>(() => RecordingDictionary.Parse(bytes)).Kind));

    [Fact]
    public void Changed_and_cut_dictionaries_are_refused_or_are_other_ones() => Gen.Select(Gen.Int[0, 4095], Gen.Byte[1, 255], Gen.Int[0, 4096]).Sample((at, change, cut) =>
    {
        var bytes = Dictionary.Content.ToArray();
        bytes[at % bytes.Length] ^= change;
        try
        {
            Assert.NotEqual(Dictionary.Id, RecordingDictionary.Parse(bytes.AsSpan(0, Math.Max(0, bytes.Length - (cut % 2 * cut)))).Id);
        }
        catch (RecordingException exception)
        {
            Assert.Equal(RecordingErrorKind.NotADictionary, exception.Kind);
        }
    });

    [Fact]
    public void A_file_that_is_too_large_or_not_there_is_refused()
    {
        var file = Path.Combine(folder, "large");
        File.WriteAllBytes(file, new byte[RecordingDictionary.MaxSize + 1]);

        Assert.Equal(RecordingErrorKind.NotADictionary, Assert.Throws<RecordingException>(() => RecordingDictionary.Load(file)).Kind);
        Assert.Equal(RecordingErrorKind.NotFound, Assert.Throws<RecordingException>(() => RecordingDictionary.Load(file + "r")).Kind);
        Assert.Equal(RecordingErrorKind.AlreadyExists, Assert.Throws<RecordingException>(() => Dictionary.Save(file)).Kind);
    }

    [Fact]
    public void Recordings_of_several_tenants_are_learned_from_only_when_that_is_meant()
    {
        var sessions = Sessions(20, "acme").Concat(Sessions(20, "other"));

        var refused = Assert.Throws<RecordingException>(() => RecordingDictionary.Train(sessions));
        Assert.Equal(RecordingErrorKind.NotForTraining, refused.Kind);
        Assert.Contains("tenant 'other'", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(RecordingDictionary.Train(sessions, new DictionaryTrainingOptions { Size = 2048, MixTenants = true }).Id);
    }

    [Fact]
    public void Too_few_recordings_are_refused() =>
        Assert.Equal(RecordingErrorKind.NotForTraining, Assert.Throws<RecordingException>(() => RecordingDictionary.Train(Sessions(3))).Kind);

    [Fact]
    public void A_preamble_that_contradicts_itself_about_a_dictionary_is_refused()
    {
        var preamble = new Preamble(Guid.CreateVersion7(), DictionaryId: Dictionary.Id).Encode();
        Assert.Equal(Dictionary.Id, Preamble.Decode(preamble, "x").DictionaryId);

        preamble[10] = 0;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(preamble.AsSpan(124), Crc32C.Of(preamble.AsSpan(0, 124)));
        Assert.Equal(RecordingErrorKind.Damaged, Assert.Throws<RecordingException>(() => Preamble.Decode(preamble, "x")).Kind);
    }

    private static IEnumerable<Recording> Sessions(int count, string? tenant = null)
    {
        for (var number = 0; number < count; number++)
        {
            var store = new MemoryBlockStore();
            Record(store, number, null, tenant);
            using var recording = Recording.Open(new MemoryBlockStore(store.ToArray()));
            yield return recording;
        }
    }

    private static void Record(string file, int number, RecordingDictionary? dictionary) => Record(FileBlockStore.Create(file), number, dictionary, tenant: null);

    private static void Record(IBlockStore store, int number, RecordingDictionary? dictionary, string? tenant)
    {
        var session = Session.Record(store, new SessionInfo { Tenant = tenant }, new RecordOptions { Dictionary = dictionary });
        for (var note = 0; note < 5; note++)
            session.Note($"What everybody says of case {number} and its part {note}: the order of the customer was looked at, and nothing was found to be wrong with it.", "the desk of complaints");
        session.Complete(Outcome.Success);
        session.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static List<string> Contents(Recording recording) => [.. recording.ReadEvents().OfType<NoteEvent>().Select(note => note.Text)];
}
