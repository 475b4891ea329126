using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>
/// APIs of the framework that are not deterministic, by documentation id. An id of a type stands for all its members; an id of
/// a method without parameters stands for all its overloads. The most specific entry wins, so a deterministic member or
/// overload is an entry under <see cref="Fine"/>.
/// </summary>
internal static class NondeterministicApis
{
    private const string Provider = "pass 'Deterministic.TimeProvider'";
    private const string Elapsed = "use 'GetTimestamp' and 'GetElapsedTime' of 'Deterministic.TimeProvider'";
    private const string Capture = "read it with 'Deterministic.Capture'";
    private const string Recorded = "move it into a [Recorded] method";
    private const string Start = "start the tasks directly and await them with 'Task.WhenAll'";
    private const string Delay = "use 'Deterministic.Delay'";

    private static readonly Dictionary<string, ApiVerdict> Table = new(StringComparer.Ordinal);

    static NondeterministicApis()
    {
        Add(Descriptors.WallClock, "use 'Deterministic.UtcNow'",
            "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.UtcNow");
        Add(Descriptors.WallClock, "use 'Deterministic.UtcNow', or 'Deterministic.Capture' for local time",
            "P:System.DateTime.Now", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now");
        Add(Descriptors.WallClock, "use 'Deterministic.TimeProvider'", "P:System.TimeProvider.System");
        Add(Descriptors.WallClock, Elapsed,
            "T:System.Diagnostics.Stopwatch", "P:System.Environment.TickCount", "P:System.Environment.TickCount64");

        Add(Descriptors.Randomness, "use 'Deterministic.NewGuid()'", "M:System.Guid.NewGuid");
        Add(Descriptors.Randomness, "use 'Deterministic.CreateVersion7()'", "M:System.Guid.CreateVersion7");
        Add(Descriptors.Randomness, "use 'Deterministic.Random' or a constant seed", "M:System.Random.#ctor");
        Add(Descriptors.Randomness, "use 'Deterministic.Random'",
            "P:System.Random.Shared", "T:System.Security.Cryptography.RandomNumberGenerator");
        Add(Descriptors.Randomness, "use 'Shuffle' of 'Deterministic.Random'", "M:System.Linq.Enumerable.Shuffle``1");
        Add(Descriptors.Randomness, "make a name from 'Deterministic.NewGuid()'",
            "M:System.IO.Path.GetRandomFileName", "M:System.IO.Path.GetTempFileName");
        Add(Descriptors.Randomness, Capture,
            "M:System.Diagnostics.ActivityTraceId.CreateRandom", "M:System.Diagnostics.ActivitySpanId.CreateRandom",
            "P:System.Diagnostics.Activity.Id", "P:System.Diagnostics.Activity.TraceId", "P:System.Diagnostics.Activity.SpanId",
            "P:System.Diagnostics.Activity.RootId", "P:System.Diagnostics.Activity.ParentId", "P:System.Diagnostics.Activity.ParentSpanId");

        Add(Descriptors.HostEnvironment, "use 'Deterministic.GetEnvironmentVariable'", "M:System.Environment.GetEnvironmentVariable");
        Add(Descriptors.HostEnvironment, Capture,
            "T:System.Environment", "T:System.AppContext", "T:System.OperatingSystem",
            "T:System.Runtime.InteropServices.RuntimeInformation", "P:System.AppDomain.CurrentDomain",
            "P:System.Globalization.CultureInfo.CurrentCulture", "P:System.Globalization.CultureInfo.CurrentUICulture",
            "P:System.Globalization.CultureInfo.InstalledUICulture", "P:System.Globalization.CultureInfo.DefaultThreadCurrentCulture",
            "P:System.Globalization.CultureInfo.DefaultThreadCurrentUICulture",
            "P:System.Globalization.NumberFormatInfo.CurrentInfo", "P:System.Globalization.DateTimeFormatInfo.CurrentInfo",
            "P:System.Globalization.RegionInfo.CurrentRegion", "P:System.TimeZoneInfo.Local", "P:System.TimeZone.CurrentTimeZone",
            "P:System.Threading.Thread.CurrentThread",
            "P:System.Reflection.Assembly.Location", "M:System.Reflection.Assembly.GetEntryAssembly",
            "T:System.GC", "M:System.IO.Path.GetTempPath", "M:System.IO.Path.GetFullPath(System.String)");

        Add(Descriptors.InputOutput, Recorded,
            "T:System.IO.File", "T:System.IO.Directory", "T:System.IO.FileInfo", "T:System.IO.DirectoryInfo", "T:System.IO.FileSystemInfo",
            "T:System.IO.FileStream", "T:System.IO.RandomAccess", "T:System.IO.DriveInfo", "T:System.IO.FileSystemWatcher",
            "T:System.IO.IsolatedStorage.IsolatedStorageFile", "T:System.IO.MemoryMappedFiles.MemoryMappedFile",
            "T:System.IO.Enumeration.FileSystemEnumerator`1", "M:System.IO.Path.Exists(System.String)",
            "M:System.IO.StreamReader.#ctor(System.String)", "M:System.IO.StreamReader.#ctor(System.String,System.Text.Encoding)",
            "M:System.IO.StreamReader.#ctor(System.String,System.IO.FileStreamOptions)",
            "M:System.IO.StreamWriter.#ctor(System.String)", "M:System.IO.StreamWriter.#ctor(System.String,System.Boolean)",
            "M:System.IO.StreamWriter.#ctor(System.String,System.IO.FileStreamOptions)",
            "T:System.IO.Pipes.PipeStream", "T:System.IO.Pipes.NamedPipeClientStream", "T:System.IO.Pipes.NamedPipeServerStream",
            "T:System.IO.Pipes.AnonymousPipeClientStream", "T:System.IO.Pipes.AnonymousPipeServerStream",
            "M:System.Net.Http.HttpMessageInvoker.Send", "M:System.Net.Http.HttpMessageInvoker.SendAsync",
            "M:System.Net.Http.HttpClient.Send", "M:System.Net.Http.HttpClient.SendAsync", "M:System.Net.Http.HttpClient.GetAsync",
            "M:System.Net.Http.HttpClient.GetStringAsync", "M:System.Net.Http.HttpClient.GetByteArrayAsync",
            "M:System.Net.Http.HttpClient.GetStreamAsync", "M:System.Net.Http.HttpClient.PostAsync", "M:System.Net.Http.HttpClient.PutAsync",
            "M:System.Net.Http.HttpClient.PatchAsync", "M:System.Net.Http.HttpClient.DeleteAsync",
            "T:System.Net.Http.Json.HttpClientJsonExtensions", "T:System.Net.WebClient", "T:System.Net.WebRequest", "T:System.Net.HttpWebRequest",
            "T:System.Net.Dns", "T:System.Net.HttpListener", "T:System.Net.Mail.SmtpClient", "T:System.Net.WebSockets.WebSocket",
            "T:System.Net.WebSockets.ClientWebSocket", "T:System.Net.NetworkInformation.Ping", "T:System.Net.NetworkInformation.NetworkInterface",
            "T:System.Net.Sockets.Socket", "T:System.Net.Sockets.TcpClient", "T:System.Net.Sockets.TcpListener", "T:System.Net.Sockets.UdpClient",
            "T:System.Net.Sockets.NetworkStream", "T:System.Net.Security.SslStream", "T:System.Diagnostics.Process",
            "T:System.Data.Common.DbConnection", "T:System.Data.Common.DbCommand", "T:System.Data.Common.DbDataReader",
            "T:System.Data.Common.DbTransaction", "T:System.Data.Common.DbBatch", "T:System.Data.Common.DbDataSource",
            "T:System.Data.Common.DbDataAdapter", "T:System.Data.IDbConnection", "T:System.Data.IDbCommand", "T:System.Data.IDbTransaction",
            "T:System.Data.IDataReader", "T:System.Data.IDataRecord",
            "M:System.Console.Read", "M:System.Console.ReadLine", "M:System.Console.ReadKey", "P:System.Console.In",
            "P:System.Console.KeyAvailable", "M:System.Console.OpenStandardInput");

        Add(Descriptors.Scheduling, Delay, "M:System.Threading.Tasks.Task.Delay");
        Add(Descriptors.Scheduling, "await 'Deterministic.Delay'", "M:System.Threading.Thread.Sleep", "M:System.Threading.Thread.SpinWait");
        Add(Descriptors.Scheduling, Start,
            "M:System.Threading.Tasks.Task.Run", "M:System.Threading.Tasks.Task.Run``1", "M:System.Threading.Tasks.Task.Start",
            "M:System.Threading.Tasks.TaskFactory.StartNew", "M:System.Threading.Tasks.TaskFactory.StartNew``1",
            "M:System.Threading.Tasks.TaskFactory`1.StartNew", "P:System.Threading.Tasks.TaskScheduler.Default",
            "T:System.Threading.Tasks.Parallel", "T:System.Threading.ThreadPool",
            "M:System.Threading.Thread.#ctor", "M:System.Threading.Thread.Start", "M:System.Threading.Thread.UnsafeStart",
            "M:System.Linq.ParallelEnumerable.AsParallel", "M:System.Linq.ParallelEnumerable.AsParallel``1",
            "M:System.Linq.ParallelEnumerable.Range", "N:System.Threading.Tasks.Dataflow");
        Add(Descriptors.Scheduling, Provider,
            "M:System.Threading.Timer.#ctor", "M:System.Timers.Timer.#ctor", "M:System.Threading.PeriodicTimer.#ctor",
            "M:System.Threading.Tasks.Task.WaitAsync", "M:System.Threading.Tasks.Task`1.WaitAsync",
            "M:System.Threading.CancellationTokenSource.#ctor(System.TimeSpan)", "M:System.Threading.CancellationTokenSource.#ctor(System.Int32)");
        Add(Descriptors.Scheduling, "use 'WaitAsync(CancellationToken)'",
            "M:System.Threading.SemaphoreSlim.WaitAsync(System.Int32)", "M:System.Threading.SemaphoreSlim.WaitAsync(System.TimeSpan)",
            "M:System.Threading.SemaphoreSlim.WaitAsync(System.Int32,System.Threading.CancellationToken)",
            "M:System.Threading.SemaphoreSlim.WaitAsync(System.TimeSpan,System.Threading.CancellationToken)");
        Add(Descriptors.Scheduling, "create the source with a timeout and 'Deterministic.TimeProvider'",
            "M:System.Threading.CancellationTokenSource.CancelAfter");

        AddInfo(Descriptors.Scheduling, "await it",
            "P:System.Threading.Tasks.Task`1.Result", "P:System.Threading.Tasks.ValueTask`1.Result", "M:System.Threading.Tasks.Task.Wait",
            "M:System.Threading.Tasks.Task.WaitAll", "M:System.Threading.Tasks.Task.WaitAny",
            "M:System.Runtime.CompilerServices.TaskAwaiter.GetResult", "M:System.Runtime.CompilerServices.TaskAwaiter`1.GetResult",
            "M:System.Threading.SemaphoreSlim.Wait", "M:System.Threading.Thread.Join", "M:System.Threading.Monitor.Wait",
            "M:System.Threading.ManualResetEventSlim.Wait", "M:System.Threading.CountdownEvent.Wait", "M:System.Threading.Barrier.SignalAndWait",
            "M:System.Threading.WaitHandle.WaitOne", "M:System.Threading.WaitHandle.WaitAny", "M:System.Threading.WaitHandle.WaitAll");
        AddInfo(Descriptors.Scheduling, "await the task, and go on after it",
            "M:System.Threading.Tasks.Task.ContinueWith", "M:System.Threading.Tasks.Task.ContinueWith``1",
            "M:System.Threading.Tasks.Task`1.ContinueWith", "M:System.Threading.Tasks.Task`1.ContinueWith``1");

        Fine(
            "M:System.Diagnostics.Stopwatch.GetElapsedTime(System.Int64,System.Int64)", "F:System.Diagnostics.Stopwatch.Frequency",
            "F:System.Diagnostics.Stopwatch.IsHighResolution", "M:System.Diagnostics.Stopwatch.Start", "M:System.Diagnostics.Stopwatch.Stop",
            "M:System.Diagnostics.Stopwatch.Reset", "M:System.Diagnostics.Stopwatch.Restart", "P:System.Diagnostics.Stopwatch.IsRunning",
            "M:System.Random.#ctor(System.Int32)", "M:System.Security.Cryptography.RandomNumberGenerator.Dispose",
            "P:System.Environment.NewLine", "M:System.Environment.FailFast", "M:System.GC.SuppressFinalize(System.Object)",
            "M:System.GC.KeepAlive(System.Object)", "M:System.IO.FileInfo.#ctor(System.String)", "P:System.IO.FileInfo.Name",
            "M:System.IO.DirectoryInfo.#ctor(System.String)", "P:System.IO.DirectoryInfo.Name", "P:System.IO.FileSystemInfo.Name",
            "P:System.IO.FileSystemInfo.Extension",
            "M:System.Threading.Tasks.Task.WaitAsync(System.Threading.CancellationToken)",
            "M:System.Threading.Tasks.Task`1.WaitAsync(System.Threading.CancellationToken)",
            "M:System.Threading.Timer.Dispose");
    }

    public static IReadOnlyDictionary<string, ApiVerdict> All => Table;

    private static void Add(DiagnosticDescriptor rule, string remedy, params string[] ids)
    {
        foreach (var id in ids)
            Table.Add(id, new ApiVerdict(rule, remedy));
    }

    private static void AddInfo(DiagnosticDescriptor rule, string remedy, params string[] ids)
    {
        foreach (var id in ids)
            Table.Add(id, new ApiVerdict(rule, remedy, DiagnosticSeverity.Info));
    }

    private static void Fine(params string[] ids)
    {
        foreach (var id in ids)
            Table.Add(id, new ApiVerdict(rule: null, remedy: ""));
    }
}
