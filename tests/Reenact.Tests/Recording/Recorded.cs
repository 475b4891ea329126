using Reenact.Format;

namespace Reenact.Tests.Recorders;

/// <summary>Records sessions in memory and opens what was recorded.</summary>
internal static class Recorded
{
    /// <summary>Records code on the thread pool, as a service would run it.</summary>
    public static async Task<byte[]> SessionAsync(Func<Task> code, Scheduling scheduling = Scheduling.Free) =>
        await Task.Run(async () =>
        {
            var store = new KeptBlockStore();
            await using (var session = Session.Record(store, options: new RecordOptions { Scheduling = scheduling }))
            {
                await session.RunAsync(code);
                session.Complete(Outcome.Success);
            }

            return store.Bytes;
        });

    public static Reenact.Recording Open(byte[] bytes) => Reenact.Recording.Open(new MemoryBlockStore(bytes));

    public static SessionReplay Replay(byte[] bytes, ReplayOptions? options = null) =>
        Session.Replay(Open(bytes), options ?? new ReplayOptions { StuckTimeout = TimeSpan.FromSeconds(2) });

    public static Exactness? ExactnessOf(byte[] bytes) => EndOf(bytes).Exactness;

    /// <summary>Why a recording is free; null where it is exact.</summary>
    public static FreeCause? FreeCauseOf(byte[] bytes)
    {
        var end = EndOf(bytes);
        Xunit.Assert.Equal(end.Exactness == Exactness.Free, end.FreeCause is not null);
        return end.FreeCause;
    }

    private static Reenact.Events.SessionEndedEvent EndOf(byte[] bytes)
    {
        using var recording = Open(bytes);
        return recording.ReadEvents().OfType<Reenact.Events.SessionEndedEvent>().Single();
    }
}
