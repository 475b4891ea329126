using System.Diagnostics;
using System.Globalization;

namespace Reenact.Benchmarks.Sustained;

/// <summary>
/// Sessions that record for long as fast as they can, beside the floor over the same bytes and beside other ways to write the same events. All in one process, one after the
/// other, the least of three in processor time.
/// </summary>
internal sealed class SustainedCost(int calls)
{
    private static readonly int[] Levels = [1, 3, 5, 9, 15];

    private readonly string folder = Directory.CreateTempSubdirectory("sustained-").FullName;

    public void Run()
    {
        try
        {
            Console.WriteLine($"// {File.ReadAllText("/proc/loadavg").Trim()} on {Environment.ProcessorCount} processors");
            Sessions();
            Writing("small events", RecordedBlock.Of([Path.Combine(folder, "small-0.reenact")]));
            if (Environment.GetEnvironmentVariable("REENACT_DATA") is { Length: > 0 } data)
                Writing("conversations", RecordedBlock.Of(ConversationFiles.Record(data, folder)));
            Calls();
            Console.WriteLine($"// {File.ReadAllText("/proc/loadavg").Trim()}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Sessions()
    {
        new SmallSessions(folder, isEncrypted: false).Record(2, 20_000); // Warms up.
        Console.WriteLine(Measured.Heading);
        foreach (var isEncrypted in new[] { true, false })
        {
            var sessions = new SmallSessions(folder, isEncrypted);
            var how = isEncrypted ? "encrypted" : "plain";
            Console.WriteLine(Measured.Least($"64 sessions, {how}", calls * 16L, 0, () => sessions.Record(64, calls / 8)));
            Console.WriteLine(Measured.Least($"1 session, {how}", calls * 2L, 0, () => sessions.Record(1, calls)));
        }
    }

    private void Writing(string what, IReadOnlyList<RecordedBlock> blocks)
    {
        using var work = new WriterWork(blocks);
        var stored = work.Compress(15);
        var (events, bytes) = (work.Events, work.Bytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{what}: {events:N0} events, {bytes:N0} bytes, in {blocks.Count} blocks"));
        Console.WriteLine(Measured.Heading);
        Show("the writer, plain", () => work.Write(folder, encrypts: false, isHurried: false));
        Show("the writer, behind, plain", () => work.Write(folder, encrypts: false, isHurried: true));
        Show("the writer, behind, encrypted", () => work.Write(folder, encrypts: true, isHurried: true));
        Show("folding alone", work.Fold);
        foreach (var level in Levels)
            Show($"zstd {level} alone", () => work.Compress(level).Sum(static frame => (long)frame.Length));
        Show("SHA-256 alone", () => WriterWork.Sha256(stored));
        Show("CRC-32C alone", () => WriterWork.Crc32COf(stored));
        Show("AES-256-GCM alone", () => work.Encrypt(stored));
        foreach (var level in new[] { 5, 15 })
        {
            Show($"zstd {level}, SHA-256, CRC-32C", () => work.Together(level, encrypts: false));
            Show($"zstd {level}, SHA-256, CRC-32C, AES-256-GCM", () => work.Together(level, encrypts: true));
        }

        Peers(blocks, bytes, events);

        void Show(string name, Func<long> run) => Console.WriteLine(Measured.Least(name, events, bytes, run));
    }

    private void Peers(IReadOnlyList<RecordedBlock> blocks, long allBytes, long allEvents)
    {
        var events = PlainEvent.Of(blocks.Take(8_000));
        if (events.Count > 200_000)
            events.RemoveRange(200_000, events.Count - 200_000);
        var bytes = allBytes * events.Count / allEvents;
        foreach (var (name, write) in new (string, Func<string, IReadOnlyList<PlainEvent>, long>)[]
        {
            ("JSON lines", JsonLinesFile.Write), ("SQLite, WAL, 1,000 rows a transaction", SqliteFile.Write), ("OTLP, 512 spans a request", OtlpFile.Write),
        })
        {
            write(Path.Combine(folder, "peer"), events); // Warms up.
            Console.WriteLine(Measured.Least(name, events.Count, bytes, () => write(Path.Combine(folder, "peer"), events)));
        }
    }

    private void Calls()
    {
        const int Timed = 1_000_000;
        var path = Path.Combine(folder, "timed.reenact");
        Console.WriteLine($"\n{"one call, ns",-60} {"50 %",10} {"99 %",10} {"99.9 %",10} {"99.99 %",12} {"all",14}");
        CallTimes.PrintUnrecorded("not recorded", Timed);
        foreach (var durability in new[] { Durability.Buffered, Durability.EveryEvent })
        {
            CallTimes.Print($"{durability}, 20,000 calls a pause of 1 ms", path, Timed, 20_000, durability);
            CallTimes.Print($"{durability}, full speed", path, Timed, 0, durability);
        }

        using var stop = new CancellationTokenSource();
        var other = Task.Run(() => Other(stop.Token));
        CallTimes.Print("EveryEvent, full speed, another session at full speed", path, Timed, 0, Durability.EveryEvent);
        stop.Cancel();
        other.Wait();
    }

    private void Other(CancellationToken stop)
    {
        Directory.CreateDirectory(Path.Combine(folder, "other"));
        var sessions = new SmallSessions(Path.Combine(folder, "other"), isEncrypted: false);
        while (!stop.IsCancellationRequested)
            sessions.Record(1, 200_000);
    }
}
