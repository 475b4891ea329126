using RecordingWorker;

return args switch
{
    ["replay", var folder] => await ReplayAsync(folder, null),
    ["replay", var folder, var changed] => await ReplayAsync(folder, changed),
    ["books", var folder, var count] => await BooksAsync(folder, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)),
    ["record", var folder] => await Recordings.RecordForeverAsync(folder),
    ["survive", var path, var how, var durability] => Survivor.Run(path, how == "resume", Enum.Parse<Reenact.Durability>(durability)),
    ["secret", var path, var ring, var how] => Secretary.Run(path, ring, how == "resume"),
    ["ring", var folder] => await Ringing.RunAsync(folder),
    ["store", var path] => await Storing.RunAsync(path),
    ["hang", var pidFile] => Hang(pidFile),
    ["connect", var host, var port] => await ConnectAsync(host, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)),
    ["surroundings"] => Tell(),
    ["memory", var megabytes] => Fill(int.Parse(megabytes, System.Globalization.CultureInfo.InvariantCulture)),
    _ => 64,
};

static async Task<int> ReplayAsync(string folder, string? changed)
{
    var suite = await Recordings.ReplayAsync(folder, changed);
    Console.WriteLine(suite.Summary);
    return suite.Passed ? 0 : 1;
}

static async Task<int> BooksAsync(string folder, int count)
{
    await Recordings.RecordAsync(folder, count);
    return 0;
}

// Starts a process that outlives it unless somebody ends both, and never ends by itself.
static int Hang(string pidFile)
{
    using var child = System.Diagnostics.Process.Start("sleep", "1000");
    File.WriteAllText(pidFile + ".new", $"{Environment.ProcessId} {child.Id}");
    File.Move(pidFile + ".new", pidFile);
    Thread.Sleep(Timeout.Infinite);
    return 0;
}

static async Task<int> ConnectAsync(string host, int port)
{
    using var client = new System.Net.Sockets.TcpClient();
    try
    {
        await client.ConnectAsync(host, port);
        return 0;
    }
    catch (System.Net.Sockets.SocketException exception)
    {
        Console.WriteLine(exception.SocketErrorCode);
        return 1;
    }
}

static int Tell()
{
    var summer = new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc);
    Console.WriteLine($"{TimeZoneInfo.Local.Id} {TimeZoneInfo.Local.GetUtcOffset(summer)} '{System.Globalization.CultureInfo.CurrentCulture.Name}' {1.5:0.0}");
    return 0;
}

// Holds on to memory that it has written to.
static int Fill(int megabytes)
{
    var held = new List<byte[]>();
    for (var i = 0; i < megabytes; i++)
    {
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)1);
        held.Add(block);
    }

    Console.WriteLine($"holds {held.Count} MiB");
    return 0;
}
