using Reenact;

namespace RecordingWorker;

/// <summary>Records until somebody kills the process, and says of each call when it had returned.</summary>
public static class Survivor
{
    public const int Threads = 2;

    /// <summary>Begins a recording, or goes on with one, and writes the number of its thread, one byte, for each call that has returned.</summary>
    /// <param name="path">The recording.</param>
    /// <param name="goesOn">Whether it is there already.</param>
    /// <param name="durability">How it is recorded.</param>
    public static int Run(string path, bool goesOn, Durability durability)
    {
        var options = new RecordOptions { Durability = durability };
        _ = goesOn ? Session.Resume(path, options) : Session.Record(path, options: options);
        var flow = ExecutionContext.Capture()!;
        var output = Console.OpenStandardOutput();
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() => ExecutionContext.Run(flow, _ => Work(number, output), null))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return 0;
    }

    private static void Work(int thread, Stream output)
    {
        var desk = new Desk();
        var random = new Random();
        for (var round = 0; ; round++)
        {
            if (round % 400 == 399)
            {
                desk.Pay(thread);
            }
            else
            {
                desk.Write(thread, new string((char)('a' + random.Next(26)), random.Next(4) == 0 ? random.Next(200_000 >> random.Next(9)) : 20));
            }

            output.Write([(byte)thread]);
        }
    }
}
