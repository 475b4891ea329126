using System.Collections.Concurrent;
using CsCheck;
using Reenact.Format;
using Reenact.Tests.Keys;
using Xunit;

namespace Reenact.Tests.Format.Encryption;

public class NonceTests
{
    /// <summary>What happens to a recording that is written.</summary>
    private enum Step
    {
        Append,
        FailedWrite,
        FailedSeal,
        Crash,
    }

    /// <summary>What happens to a session.</summary>
    private enum Event
    {
        Write,
        FailedWrite,
        Crash,
        End,
    }

    [Fact]
    public void No_key_is_ever_used_with_the_same_nonce_over_failures_crashes_cuts_and_rewrites() =>
        Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 2000]).Array[1, 30].Sample(steps =>
        {
            var used = new ConcurrentQueue<string>();
            var store = new NonceSpy(EncryptedSample.Keys, used);
            var writer = Begin(store);
            foreach (var (step, place) in steps)
            {
                if (step is Step.FailedWrite or Step.FailedSeal)
                    store.FailNext();
                try
                {
                    if (step == Step.FailedSeal)
                        writer.Seal();
                    else if (step != Step.Crash)
                        writer.AppendEvents(new byte[] { 0x95, 11, 0, 0, 0xC0, 0xA1, (byte)('a' + (place % 26)) }, writer.NextSequence, 1);
                }
                catch (Exception exception) when (exception is RecordingException or InvalidOperationException)
                {
                    // The writer goes on where it can.
                }

                if (step == Step.Crash)
                {
                    store.Truncate(new BlockAddress(0, place, 0)); // What the disk kept of it; the session is written again under its key.
                    writer = Begin(store);
                }
            }

            store.Works();
            Assert.Equal(used.Count, used.Distinct().Count());
        }, iter: 300);

    [Fact]
    public async Task No_key_is_ever_used_with_the_same_nonce_by_sessions_that_crash_are_cut_anywhere_and_go_on() =>
        await Gen.Select(Gen.Enum<Event>(), Gen.Double.Unit).Array[1, 12].SampleAsync(async steps =>
        {
            var keys = new MemoryKeyStore();
            var used = new ConcurrentQueue<string>();
            var store = new NonceSpy(keys, used);
            var gone = new List<SessionRecorder>();
            var options = new RecordOptions { KeyStore = keys };
            var session = Session.Record(store, new SessionInfo { Tenant = "acme" }, options);
            foreach (var (step, place) in steps)
            {
                session.Note("something"); // The same each time, so that with the same nonce a block would be the same.
                if (step == Event.FailedWrite)
                    store.FailNext();
                await EndedAsync(session.FlushAsync());
                if (step is Event.Write or Event.FailedWrite)
                    continue;
                if (step == Event.End)
                    await EndedAsync(session.DisposeAsync().AsTask());
                else
                    gone.Add(session);

                // What the disk kept of it: any part that has the preamble.
                var kept = BlockLayout.PreambleSize + (int)(place * (store.Length - BlockLayout.PreambleSize));
                store = new NonceSpy(keys, used, store.Bytes[..(step == Event.End ? (int)store.Length : kept)]);
                session = Session.Resume(store, options);
            }

            gone.Add(session);
            foreach (var left in gone)
                await EndedAsync(left.DisposeAsync().AsTask()); // Their seals count, too.
            Assert.NotEmpty(used);
            Assert.Equal(used.Count, used.Distinct().Count());
        }, iter: 60);

    /// <summary>Waits for what may fail: the disk said no.</summary>
    private static async Task EndedAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (RecordingException)
        {
            // The session is not recorded any more.
        }
    }

    private static BlockWriter Begin(NonceSpy store)
    {
        store.Works();
        return BlockWriter.Create(store, EncryptedSample.SessionId, key: EncryptedSample.Key());
    }
}
