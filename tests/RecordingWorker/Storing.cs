using Reenact;

namespace RecordingWorker;

/// <summary>A session that does everything that reaches the disk, and says what it was promised.</summary>
public static class Storing
{
    /// <summary>
    /// Records, ends, goes on and ends again. Each line of output is a promise (<c>flushed 5</c>: five calls are on disk) or an error
    /// that was told as it should be (<c>refused DiskFull</c>).
    /// </summary>
    public static async Task<int> RunAsync(string path)
    {
        var calls = 0;
        var promised = 0;
        await AttemptAsync(() => Session.Record(path), session => WorkAsync(session, letters: 4));
        await AttemptAsync(() => Session.Resume(path), session => WorkAsync(session, letters: 1));
        Console.WriteLine("end");
        return 0;

        async Task WorkAsync(SessionRecorder session, int letters)
        {
            var desk = new Desk();
            for (var i = 0; i < 3; i++, calls++)
            {
                desk.Write(0, "Dear Sir");
            }

            await session.FlushAsync();
            Promise(calls);
            desk.Pay(0);
            calls++;
            if (session.WriteFailure is null)
            {
                Promise(calls - 1); // The start of the payment is on disk as well, not its end.
            }

            var random = new Random(1);
            for (var i = 0; i < letters; i++, calls++)
            {
                desk.Write(0, string.Create(200_000, random, static (letter, random) =>
                {
                    foreach (ref var character in letter)
                    {
                        character = (char)('a' + random.Next(26));
                    }
                }));
            }
        }

        void Promise(int count)
        {
            promised = count;
            Console.WriteLine($"flushed {count}");
        }

        async Task AttemptAsync(Func<SessionRecorder> begin, Func<SessionRecorder, Task> work)
        {
            try
            {
                var session = begin();
                try
                {
                    await work(session);
                }
                finally
                {
                    await session.DisposeAsync();
                }

                Console.WriteLine("sealed");
            }
            catch (RecordingException exception)
            {
                Console.WriteLine($"refused {exception.Kind}");
                calls = promised; // What came after it need not be there.
            }
        }
    }
}
