using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>What the checkers of other systems name, as APIs of .NET: all of it has a verdict here. See docs/determinism-comparison.md.</summary>
public sealed class OtherSystemsTests
{
    /// <summary>microsoft/durabletask-dotnet, src/Analyzers/Orchestration.</summary>
    private static readonly string[] DurableTask =
    [
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow",
        "P:System.TimeProvider.System",
        "M:System.Guid.NewGuid",
        "M:System.Threading.Thread.Sleep", "M:System.Threading.Tasks.Task.Delay",
        "M:System.Threading.Thread.Start", "M:System.Threading.Tasks.Task.Run", "M:System.Threading.Tasks.Task.ContinueWith",
        "M:System.Threading.Tasks.Task`1.ContinueWith", "M:System.Threading.Tasks.TaskFactory.StartNew", "M:System.Threading.Tasks.TaskFactory`1.StartNew",
        "M:System.Net.Http.HttpClient.GetAsync", "M:System.Net.Http.HttpClient.SendAsync",
        "M:System.Environment.GetEnvironmentVariable", "M:System.Environment.GetEnvironmentVariables", "M:System.Environment.ExpandEnvironmentVariables",
    ];

    /// <summary>Azure/azure-functions-durable-extension, src/WebJobs.Extensions.DurableTask.Analyzers/Analyzers/Orchestrator.</summary>
    private static readonly string[] AzureDurableFunctions = [.. DurableTask, "M:System.Net.WebRequest.Create", "M:System.Net.WebRequest.GetResponse"];

    /// <summary>aws/aws-lambda-dotnet, Amazon.Lambda.DurableExecution.Analyzers/DurableKnownSymbols.cs, and the ESLint plugin of the SDK for JavaScript.</summary>
    private static readonly string[] AwsDurableExecution =
    [
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow",
        "P:System.Environment.TickCount", "P:System.Environment.TickCount64",
        "P:System.Diagnostics.Stopwatch.Elapsed", "P:System.Diagnostics.Stopwatch.ElapsedMilliseconds", "P:System.Diagnostics.Stopwatch.ElapsedTicks",
        "M:System.Diagnostics.Stopwatch.GetTimestamp", "M:System.Diagnostics.Stopwatch.StartNew",
        "P:System.Random.Shared", "M:System.Random.#ctor()",
        "M:System.Guid.NewGuid",
        "M:System.Security.Cryptography.RandomNumberGenerator.GetBytes", "M:System.Security.Cryptography.RandomNumberGenerator.GetInt32",
        "M:System.Security.Cryptography.RandomNumberGenerator.Fill", "M:System.Security.Cryptography.RandomNumberGenerator.GetString",
        "M:System.Security.Cryptography.RandomNumberGenerator.GetHexString",
        "M:System.Security.Cryptography.RNGCryptoServiceProvider.#ctor",
        "M:System.IO.Path.GetTempFileName", "M:System.IO.Path.GetRandomFileName",
    ];

    /// <summary>microsoft/coyote, Source/Test/Rewriting/Passes/Rewriting/UncontrolledInvocationRewritingPass.cs: what it refuses to run.</summary>
    private static readonly string[] Coyote =
    [
        "M:System.Diagnostics.Process.Start", "M:System.Diagnostics.Process.BeginErrorReadLine", "M:System.Diagnostics.Process.BeginOutputReadLine",
        "M:System.Diagnostics.Process.CancelErrorRead", "M:System.Diagnostics.Process.CancelOutputRead", "M:System.Diagnostics.Process.WaitForExit",
        "M:System.Diagnostics.Process.WaitForInputIdle", "M:System.Diagnostics.Process.EnterDebugMode", "M:System.Diagnostics.Process.LeaveDebugMode",
        "M:System.Diagnostics.Process.Refresh", "M:System.Diagnostics.Process.Close", "M:System.Diagnostics.Process.Kill",
        "M:System.Threading.Tasks.Task.ContinueWith", "M:System.Threading.Tasks.Task.Run", "M:System.Threading.Tasks.Task.RunSynchronously",
        "M:System.Threading.Thread.Interrupt", "M:System.Threading.Thread.Suspend", "M:System.Threading.Thread.Resume",
        "M:System.Threading.Thread.BeginCriticalRegion", "M:System.Threading.Thread.EndCriticalRegion", "M:System.Threading.Thread.Abort",
        "M:System.Threading.Thread.ResetAbort",
        "M:System.Threading.ThreadPool.QueueUserWorkItem", "M:System.Threading.ThreadPool.UnsafeQueueUserWorkItem",
        "M:System.Threading.ThreadPool.UnsafeQueueNativeOverlapped", "M:System.Threading.ThreadPool.RegisterWaitForSingleObject",
        "M:System.Threading.ThreadPool.UnsafeRegisterWaitForSingleObject",
        "M:System.Threading.EventWaitHandle.OpenExisting", "M:System.Threading.EventWaitHandle.TryOpenExisting",
        "M:System.Threading.WaitHandle.SignalAndWait",
        "M:System.Threading.ExecutionContext.Run", "M:System.Threading.ManualResetEventSlim.Wait", "M:System.Threading.Mutex.OpenExisting",
        "M:System.Threading.ReaderWriterLock.AcquireReaderLock", "M:System.Threading.ReaderWriterLock.AcquireWriterLock",
        "M:System.Threading.ReaderWriterLockSlim.EnterReadLock", "M:System.Threading.ReaderWriterLockSlim.EnterWriteLock",
        "M:System.Threading.ReaderWriterLockSlim.EnterUpgradeableReadLock", "M:System.Threading.RegisteredWaitHandle.Unregister",
        "M:System.Threading.Semaphore.OpenExisting", "M:System.Threading.SpinLock.Enter", "M:System.Threading.SpinLock.TryEnter",
        "M:System.Threading.SynchronizationContext.Post", "M:System.Threading.SynchronizationContext.Send", "M:System.Threading.Timer.Change",
        "M:System.Timers.Timer.#ctor", "M:System.Timers.Timer.Start",
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today",
        "M:System.Guid.NewGuid",
    ];

    /// <summary>microsoft/coyote, Source/Test/Rewriting/Types: what it controls, as far as it decides an order rather than only observing one.</summary>
    private static readonly string[] CoyoteControlled =
    [
        "M:System.Threading.Monitor.Enter", "M:System.Threading.Monitor.TryEnter", "M:System.Threading.Monitor.Wait",
        "M:System.Threading.SemaphoreSlim.Wait", "M:System.Threading.SpinWait.SpinOnce", "M:System.Threading.SpinWait.SpinUntil",
        "M:System.Threading.WaitHandle.WaitOne", "M:System.Threading.WaitHandle.WaitAll", "M:System.Threading.WaitHandle.WaitAny",
        "M:System.Threading.Tasks.Parallel.For", "M:System.Threading.Tasks.Parallel.ForEach", "M:System.Threading.Tasks.Parallel.Invoke",
        "M:System.Threading.Tasks.Task.Delay", "M:System.Threading.Tasks.Task.Wait", "M:System.Threading.Tasks.Task.WaitAll", "M:System.Threading.Tasks.Task.WaitAny",
        "P:System.Threading.Tasks.Task`1.Result", "M:System.Runtime.CompilerServices.TaskAwaiter.GetResult", "M:System.Runtime.CompilerServices.ValueTaskAwaiter.GetResult",
        "M:System.Threading.Tasks.TaskFactory.ContinueWhenAll", "M:System.Threading.Tasks.TaskFactory.ContinueWhenAny",
        "M:System.Threading.Thread.Join", "M:System.Threading.Thread.Yield", "M:System.Threading.Thread.Sleep", "M:System.Threading.Thread.SpinWait",
        "M:System.Net.Http.HttpClient.SendAsync", "M:System.Net.Http.HttpMessageHandler.SendAsync",
    ];

    /// <summary>temporalio/sdk-go, contrib/tools/workflowcheck/determinism/ident_refs.go: os.Stdin, time.Now, time.Sleep, math/rand, crypto/rand; go, channels.</summary>
    private static readonly string[] TemporalGo =
    [
        "P:System.Console.In", "M:System.Console.ReadLine", "M:System.Console.OpenStandardInput",
        "P:System.DateTime.UtcNow", "M:System.Threading.Thread.Sleep",
        "P:System.Random.Shared", "M:System.Security.Cryptography.RandomNumberGenerator.Create",
        "M:System.Threading.Tasks.Task.Run",
    ];

    /// <summary>temporalio/sdk-java, temporal-workflowcheck, workflowcheck.properties, without what is about unordered collections (REEN2008).</summary>
    private static readonly string[] TemporalJava =
    [
        "P:System.Random.Shared", "T:System.Security.Cryptography.RandomNumberGenerator", "M:System.Random.#ctor()", "M:System.Guid.NewGuid",
        "P:System.TimeProvider.System", "P:System.DateTime.UtcNow", "P:System.DateTime.Now", "P:System.Environment.TickCount64", "M:System.Diagnostics.Stopwatch.GetTimestamp",
        "T:System.IO.File", "T:System.IO.FileStream", "M:System.IO.StreamReader.#ctor(System.String)", "M:System.IO.StreamWriter.#ctor(System.String)",
        "T:System.IO.RandomAccess", "T:System.IO.FileSystemWatcher", "M:System.IO.Path.GetFullPath(System.String)", "T:System.IO.Directory",
        "P:System.Console.In", "M:System.Console.Read", "M:System.Environment.Exit", "M:System.AppContext.GetData", "M:System.AppContext.SetData",
        "M:System.Environment.GetEnvironmentVariable", "M:System.Environment.SetEnvironmentVariable", "M:System.Runtime.InteropServices.NativeLibrary.Load",
        "T:System.Net.Sockets.Socket", "T:System.Net.Sockets.TcpListener", "T:System.Net.Sockets.UdpClient", "M:System.Net.WebClient.OpenRead",
        "M:System.Net.Http.HttpClient.GetStreamAsync", "T:System.Net.Sockets.NetworkStream",
        "M:System.Threading.Monitor.Wait", "M:System.Threading.Thread.#ctor", "M:System.Threading.Thread.Start", "M:System.Threading.CountdownEvent.Wait",
        "M:System.Threading.Barrier.SignalAndWait", "T:System.Threading.ThreadPool", "M:System.Threading.Tasks.Task.Start", "M:System.Threading.SemaphoreSlim.Wait",
    ];

    /// <summary>temporalio/sdk-python, worker/workflow_sandbox/_restrictions.py.</summary>
    private static readonly string[] TemporalPython =
    [
        "M:System.Diagnostics.Debugger.Launch", "M:System.Console.ReadLine", "M:System.IO.File.Open", "T:System.Threading.Tasks.Parallel", "T:System.Threading.ThreadPool",
        "P:System.DateTime.Now", "P:System.DateTime.Today", "P:System.DateTime.UtcNow", "T:System.Data.Common.DbConnection", "T:System.Net.FtpWebRequest",
        "P:System.Environment.CommandLine", "M:System.Environment.GetCommandLineArgs", "P:System.Environment.UserName", "P:System.Globalization.CultureInfo.CurrentUICulture",
        "M:System.IO.Directory.GetFiles", "T:System.Net.Http.Json.HttpClientJsonExtensions", "T:System.Net.HttpListener", "P:System.Globalization.CultureInfo.CurrentCulture",
        "T:System.IO.MemoryMappedFiles.MemoryMappedFile", "T:System.Diagnostics.Process", "P:System.Environment.ProcessId", "P:System.Environment.CurrentDirectory",
        "P:System.Environment.OSVersion", "T:System.Runtime.InteropServices.RuntimeInformation", "P:System.Environment.MachineName", "P:System.Random.Shared",
        "M:System.Security.Cryptography.RandomNumberGenerator.GetHexString", "M:System.Security.Cryptography.RandomNumberGenerator.GetInt32", "M:System.Net.Sockets.Socket.Select",
        "E:System.Console.CancelKeyPress", "T:System.Net.Mail.SmtpClient", "M:System.Threading.Thread.Sleep", "P:System.TimeZoneInfo.Local", "P:System.Environment.CpuUsage",
        "T:System.Formats.Tar.TarFile", "M:System.Formats.Tar.TarEntry.ExtractToFile", "T:System.IO.Compression.ZipFile", "M:System.IO.Path.GetTempPath",
        "M:System.IO.Directory.CreateTempSubdirectory", "T:System.Threading.Thread", "M:System.Guid.NewGuid", "M:System.Guid.CreateVersion7", "T:System.Timers.Timer",
    ];

    /// <summary>temporalio/sdk-dotnet, Worker/WorkflowTracingEventListener.cs: what leaves the workflow's scheduler; sdk-typescript: WeakRef.</summary>
    private static readonly string[] TemporalAtRunTime =
    [
        "P:System.Threading.Tasks.TaskScheduler.Default", "M:System.Threading.Tasks.Task.Run", "M:System.Threading.Tasks.Task.Delay", "M:System.Threading.Timer.#ctor",
        "M:System.Threading.CancellationTokenSource.CancelAfter", "M:System.Threading.CancellationTokenSource.#ctor(System.TimeSpan)",
        "M:System.WeakReference`1.TryGetTarget", "P:System.WeakReference.Target",
    ];

    /// <summary>Clients that the analyzers of Durable Task and of Azure Durable Functions know.</summary>
    private static readonly string[] Clients =
    [
        "T:Azure.Storage.Blobs.BlobServiceClient", "T:Azure.Storage.Blobs.BlobContainerClient", "T:Azure.Storage.Blobs.Specialized.BlobBaseClient",
        "T:Azure.Storage.Queues.QueueServiceClient", "T:Azure.Storage.Queues.QueueClient", "T:Azure.Data.Tables.TableServiceClient",
        "T:Azure.Data.Tables.TableClient", "T:Microsoft.Azure.Cosmos.CosmosClient", "T:Microsoft.Azure.Documents.Client.DocumentClient",
        "T:Microsoft.WindowsAzure.Storage.Blob.CloudBlobClient", "T:Microsoft.WindowsAzure.Storage.Queue.CloudQueueClient",
        "T:Microsoft.WindowsAzure.Storage.Table.CloudTableClient",
    ];

    private static readonly Dictionary<string, string[]> BySystem = new()
    {
        ["Durable Task"] = DurableTask,
        ["Azure Durable Functions"] = AzureDurableFunctions,
        ["AWS Lambda durable execution"] = AwsDurableExecution,
        ["Coyote, refused"] = Coyote,
        ["Coyote, controlled"] = CoyoteControlled,
        ["Temporal for Go"] = TemporalGo,
        ["Temporal for Java"] = TemporalJava,
        ["Temporal for Python"] = TemporalPython,
        ["Temporal for .NET and TypeScript, at run time"] = TemporalAtRunTime,
    };

    [Fact]
    public async Task What_other_systems_name_is_flagged_here()
    {
        var framework = await NondeterministicApisTests.FrameworkAsync();
        var apis = new ApiLookup(framework);

        Assert.All(BySystem, system => Assert.Equal([], system.Value.Where(id => !IsFlagged(framework, apis, id))));
    }

    [Fact]
    public void Clients_that_other_systems_name_are_flagged_here() =>
        Assert.All(Clients, id => Assert.NotNull(OtherLibraries.Table.All[id].Rule));

    [Theory]
    [InlineData("P:OpenAI.Chat.ChatClient.Model")]
    [InlineData("P:OpenAI.Files.OpenAIFileClient.Endpoint")]
    [InlineData("P:Microsoft.Extensions.Configuration.IConfigurationSection.Path")]
    public void What_only_names_something_is_fine(string id) => Assert.Null(OtherLibraries.Table.All[id].Rule);

    private static bool IsFlagged(Compilation framework, ApiLookup apis, string id)
    {
        // An id with an empty parameter list names the overload without parameters alone.
        if (id.EndsWith("()", StringComparison.Ordinal))
            return DocumentationCommentId.GetFirstSymbolForDeclarationId(id[..^2], framework) is { } only && apis.Find(only) is not null;
        var named = NondeterministicApisTests.Named(framework, id).ToList();
        return named.Count > 0 && named.Any(symbol => symbol is INamedTypeSymbol type ? apis.Say(type)?.Rule is not null || IsDerived(apis, type) : apis.Find(symbol) is not null);
    }

    private static bool IsDerived(ApiLookup apis, INamedTypeSymbol type) => type.GetMembers().Any(member => member is IMethodSymbol && apis.Find(member) is not null);
}
