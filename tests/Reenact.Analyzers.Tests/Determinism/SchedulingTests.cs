using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Determinism;

public sealed class SchedulingTests
{
    [Theory]
    [InlineData("await {|REEN2005:Task.Run(() => 1)|};")]
    [InlineData("await {|REEN2005:Task.Factory.StartNew(() => 1)|};")]
    [InlineData("await {|REEN2005:Task.Delay(10, cancellationToken)|};")]
    [InlineData("await {|REEN2005:Task.Delay(TimeSpan.FromSeconds(1))|};")]
    [InlineData("{|REEN2005:Thread.Sleep(10)|};")]
    [InlineData("{|REEN2005:new Thread(() => { })|}.Start();")]
    [InlineData("{|REEN2005:ThreadPool.QueueUserWorkItem(_ => { })|};")]
    [InlineData("{|REEN2005:Parallel.For(0, 10, _ => { })|};")]
    [InlineData("await {|REEN2005:Parallel.ForEachAsync(new[] { 1 }, (_, _) => default)|};")]
    [InlineData("var sum = {|REEN2005:new[] { 1 }.AsParallel()|}.Sum();")]
    [InlineData("using var timer = {|REEN2005:new Timer(_ => { })|};")]
    [InlineData("using var timer = {|REEN2005:new PeriodicTimer(TimeSpan.FromSeconds(1))|};")]
    [InlineData("await {|REEN2005:((Task)input).WaitAsync(TimeSpan.FromSeconds(1))|};")]
    [InlineData("await {|REEN2005:((Task<int>)input).WaitAsync(TimeSpan.FromSeconds(1), cancellationToken)|};")]
    [InlineData("using var source = {|REEN2005:new CancellationTokenSource(1000)|};")]
    [InlineData("{|REEN2005:((CancellationTokenSource)input).CancelAfter(1000)|};")]
    [InlineData("await {|REEN2005:new SemaphoreSlim(1).WaitAsync(1000)|};")]
    [InlineData("var block = {|REEN2005:new System.Threading.Tasks.Dataflow.ActionBlock<int>(_ => { })|};")]
    [InlineData("var scheduler = {|REEN2005:TaskScheduler.Default|};")]
    [InlineData("{|REEN2005:((Task)input).RunSynchronously()|};")]
    [InlineData("await {|REEN2005:((CancellationTokenSource)input).CancelAsync()|};")]
    [InlineData("using (var flow = {|REEN2005:ExecutionContext.SuppressFlow()|}) { }")]
    [InlineData("{|REEN2005:((SynchronizationContext)input).Post(_ => { }, null)|};")]
    [InlineData("{|REEN2005:SpinWait.SpinUntil(() => true)|};")]
    [InlineData("var mutex = {|REEN2005:Mutex.OpenExisting(\"a\")|};")]
    [InlineData("{|REEN2005:((Timer)input).Change(0, 0)|};")]
    [InlineData("using var timer = {|REEN2005:new System.Timers.Timer(100)|};")]
    [InlineData("{|REEN2005:new System.ComponentModel.BackgroundWorker().RunWorkerAsync()|};")]
    [InlineData("await foreach (var tick in Ticks({|REEN2005:new PeriodicTimer(TimeSpan.FromSeconds(1))|})) { } static async IAsyncEnumerable<int> Ticks(PeriodicTimer timer) { await timer.WaitForNextTickAsync(); yield return 1; }")]
    public Task Scheduling_outside_the_session_is_flagged(string statements) => DeterminismVerifier.VerifyAsync(Agent.Running(statements));

    [Theory]
    [InlineData("await Task.WhenAll(Task.CompletedTask, (Task)input).ConfigureAwait(false);")]
    [InlineData("await Task.WhenAny((Task)input, Task.CompletedTask);")]
    [InlineData("await ((Task)input).WaitAsync(cancellationToken);")]
    [InlineData("await new SemaphoreSlim(1).WaitAsync(cancellationToken);")]
    [InlineData("using var source = new CancellationTokenSource();")]
    [InlineData("using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1), (TimeProvider)input);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), (TimeProvider)input);")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), (TimeProvider)input);")]
    [InlineData("await foreach (var task in Task.WhenEach((Task)input)) { }")]
    [InlineData("await System.Threading.Channels.Channel.CreateUnbounded<int>().Reader.ReadAsync(cancellationToken);")]
    [InlineData("await ((Task<int>)input).WaitAsync(TimeSpan.FromSeconds(1), (TimeProvider)input, cancellationToken);")]
    [InlineData("await ((PeriodicTimer)input).WaitForNextTickAsync(cancellationToken);")]
    [InlineData("((CancellationTokenSource)input).Cancel();")]
    [InlineData("using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);")]
    [InlineData("Interlocked.Increment(ref System.Runtime.CompilerServices.Unsafe.Unbox<int>(input));")]
    [InlineData("((SemaphoreSlim)input).Release();")]
    public Task Scheduling_that_replay_reproduces_is_not_flagged(string statements) => DeterminismVerifier.VerifyAsync(Agent.Running(statements));

    [Theory]
    [InlineData("_ = {|#0:((Task<int>)input).Result|};", "Task.Result", "await it")]
    [InlineData("{|#0:((Task)input).Wait()|};", "Task.Wait", "await it")]
    [InlineData("{|#0:((Task)input).GetAwaiter().GetResult()|};", "TaskAwaiter.GetResult", "await it")]
    [InlineData("{|#0:((WaitHandle)input).WaitOne()|};", "WaitHandle.WaitOne", "await it")]
    [InlineData("{|#0:((Mutex)input).WaitOne(10)|};", "WaitHandle.WaitOne", "await it")]
    [InlineData("await {|#0:((Task)input).ContinueWith(_ => 1)|};", "Task.ContinueWith", "await the task, and go on after it")]
    [InlineData("lock ({|#0:input|}) { }", "lock", "await 'SemaphoreSlim.WaitAsync' where more than one task uses the same state")]
    [InlineData("lock ({|#0:(Lock)input|}) { }", "lock", "await 'SemaphoreSlim.WaitAsync' where more than one task uses the same state")]
    [InlineData("{|#0:Monitor.Enter(input)|};", "Monitor.Enter", "await 'SemaphoreSlim.WaitAsync' where more than one task uses the same state")]
    [InlineData("{|#0:((ReaderWriterLockSlim)input).EnterReadLock()|};", "ReaderWriterLockSlim.EnterReadLock", "await 'SemaphoreSlim.WaitAsync' where more than one task uses the same state")]
    [InlineData("{|#0:((ValueTask<int>)input).GetAwaiter().GetResult()|};", "ValueTaskAwaiter.GetResult", "await it")]
    [InlineData("{|#0:((Task)input).ConfigureAwait(false).GetAwaiter().GetResult()|};", "ConfiguredTaskAwaiter.GetResult", "await it")]
    [InlineData("{|#0:((System.Collections.Concurrent.BlockingCollection<int>)input).Take()|};", "BlockingCollection.Take", "use a channel")]
    public Task A_blocking_wait_is_a_hint(string statements, string api, string remedy) => DeterminismVerifier.VerifyAsync(
        [Agent.Running(statements)],
        new DiagnosticResult(Descriptors.Scheduling)
            .WithSeverity(DiagnosticSeverity.Info)
            .WithLocation(0)
            .WithArguments(api, remedy, "reached from SupportAgent.HandleAsync"));

    [Fact]
    public Task An_overload_with_the_system_time_provider_is_flagged_where_the_provider_is_named() => DeterminismVerifier.VerifyAsync(
        Agent.Running("await Task.Delay(TimeSpan.FromSeconds(1), {|REEN2001:TimeProvider.System|}, cancellationToken);"));
}
