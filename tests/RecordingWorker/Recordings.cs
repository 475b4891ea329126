using System.Globalization;
using Reenact;
using Reenact.Testing;

namespace RecordingWorker;

/// <summary>Makes a folder of recordings, and replays what is in one.</summary>
public static class Recordings
{
    /// <summary>Recordings lie beside their test's source file; this stands for it.</summary>
    private const string Source = "Books.cs";

    /// <summary>Records sessions <c>01.reenact</c>, <c>02.reenact</c>, …, each with as many calls as its name says.</summary>
    public static async Task RecordAsync(string folder, int count)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, Source), "");
        for (var number = 1; number <= count; number++)
        {
            var lines = number;
            await using var session = Session.Record(Path.Combine(folder, NameOf(number)), options: new RecordOptions { Replace = true, Scheduling = Scheduling.Exact });
            await session.RunAsync(() => new Bookkeeper(new Ledger()).AddAsync(lines));
            session.Complete(Outcome.Success);
        }
    }

    /// <summary>Records one session over and over again, until somebody ends the process. A build server must be told that it may.</summary>
    public static async Task<int> RecordForeverAsync(string folder)
    {
        for (var round = 0; ; round++)
        {
            await ReenactTest.RunAsync(
                NameOf(1),
                () => new Bookkeeper(new Ledger()).AddAsync(40),
                new ReenactTestOptions { Mode = ReenactMode.Record },
                Path.Combine(folder, Source));
            if (round == 0)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, "started"), "");
            }
        }
    }

    /// <summary>Replays the recordings of a folder that <c>REENACT_SHARD</c> names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="changed">The recording that is replayed with other arguments; null for none.</param>
    public static Task<RecordingSuiteResult> ReplayAsync(string folder, string? changed) => ReenactTest.RunAllAsync(
        "*.reenact",
        recording => new Bookkeeper(new Ledger()).AddAsync(int.Parse(Path.GetFileNameWithoutExtension(recording), CultureInfo.InvariantCulture) + (recording == changed ? 1 : 0)),
        sourceFile: Path.Combine(folder, Source));

    public static string NameOf(int number) => $"{number:00}.reenact";
}
