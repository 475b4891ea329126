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

    public static Exactness? ExactnessOf(byte[] bytes)
    {
        using var recording = Open(bytes);
        return recording.ReadEvents().OfType<Reenact.Events.SessionEndedEvent>().Single().Exactness;
    }
}
