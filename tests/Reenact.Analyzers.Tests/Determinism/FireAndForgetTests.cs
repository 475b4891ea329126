using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Determinism;

public sealed class FireAndForgetTests
{
    [Theory]
    [InlineData("{|REEN2010:WorkAsync()|};")]
    [InlineData("_ = {|REEN2010:WorkAsync()|};")]
    [InlineData("{|REEN2010:SumAsync()|};")]
    [InlineData("{|REEN2010:WorkValueAsync()|};")]
    [InlineData("_ = {|REEN2010:SumValueAsync()|};")]
    [InlineData("{|REEN2010:SendAsync(\"a\")|};")]
    [InlineData("{|REEN2010:this.WorkAsync()|};")]
    [InlineData("other?{|REEN2010:.WorkAsync()|};")]
    [InlineData("{|REEN2010:WorkAsync()|}.ConfigureAwait(false);")]
    [InlineData("_ = {|REEN2010:WorkAsync()|}.ConfigureAwait(false);")]
    [InlineData("_ = {|REEN2010:WorkValueAsync()|}.AsTask();")]
    [InlineData("_ = {|REEN2010:WorkAsync()|}.WaitAsync(CancellationToken.None);")]
    [InlineData("{|REEN2010:Task.WhenAll(WorkAsync(), WorkAsync())|};")]
    [InlineData("_ = fast ? {|REEN2010:WorkAsync()|} : {|REEN2010:SumAsync()|};")]
    [InlineData("{|REEN2010:start()|};")]
    [InlineData("{|REEN2010:start.Invoke()|};")]
    [InlineData("{|REEN2010:LocalAsync()|}; async Task LocalAsync() => await Task.Yield();")]
    [InlineData("{|REEN2010:stream.DisposeAsync()|};")]
    [InlineData("if (fast) {|REEN2010:WorkAsync()|};")]
    [InlineData("foreach (var word in words) {|REEN2010:SendAsync(word)|};")]
    public Task A_task_left_standing_is_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("var task = {|REEN2010:WorkAsync()|};")]
    [InlineData("Task task = {|REEN2010:SumAsync()|}; _ = task; _ = nameof(task);")]
    [InlineData("Task task; task = {|REEN2010:WorkAsync()|};")]
    [InlineData("var configured = {|REEN2010:WorkAsync()|}.ConfigureAwait(false);")]
    [InlineData("var task = {|REEN2010:WorkAsync()|}; task = {|REEN2010:WorkAsync()|};")]
    public Task A_task_in_a_local_that_nobody_reads_is_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("Action work = () => {|REEN2010:WorkAsync()|}; work();")]
    [InlineData("words.ForEach(word => {|REEN2010:SendAsync(word)|});")]
    [InlineData("words.ForEach(word => _ = {|REEN2010:SendAsync(word)|});")]
    [InlineData("words.ForEach({|REEN2010:async|} word => await SendAsync(word));")]
    [InlineData("Action work = {|REEN2010:async|} () => await WorkAsync(); work();")]
    [InlineData("Action work = {|REEN2010:async|} delegate { await WorkAsync(); }; work();")]
    [InlineData("Changed += {|REEN2010:async|} (_, _) => await WorkAsync();")]
    [InlineData("cancellation.Register({|REEN2010:async|} () => await WorkAsync());")]
    [InlineData("Local(); async void {|REEN2010:Local|}() => await WorkAsync();")]
    public Task Functions_that_nobody_can_await_are_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("await WorkAsync();")]
    [InlineData("await WorkAsync().ConfigureAwait(false);")]
    [InlineData("var sum = await SumAsync(); _ = await SumValueAsync();")]
    [InlineData("var task = WorkAsync(); await task;")]
    [InlineData("Task task = WorkAsync(); if (fast) await task;")]
    [InlineData("var a = WorkAsync(); var b = SumAsync(); await Task.WhenAll(a, b);")]
    [InlineData("var configured = WorkAsync().ConfigureAwait(false); await configured;")]
    [InlineData("await Task.WhenAll(WorkAsync(), SumAsync());")]
    [InlineData("await Task.WhenAny(WorkAsync(), SumAsync());")]
    [InlineData("var tasks = new List<Task> { WorkAsync() }; tasks.Add(WorkAsync()); await Task.WhenAll(tasks);")]
    [InlineData("await Task.WhenAll(words.Select(word => SendAsync(word)));")]
    [InlineData("running = WorkAsync();")]
    [InlineData("running ??= WorkAsync();")]
    [InlineData("Interlocked.Exchange(ref running, WorkAsync());")]
    [InlineData("_ = Task.CompletedTask; _ = Task.FromResult(1); Task.FromResult(1); _ = ValueTask.CompletedTask;")]
    [InlineData("await using var stream = new MemoryStream(); await foreach (var item in ItemsAsync()) { }")]
    [InlineData("_ = ItemsAsync(); ItemsAsync();")]
    [InlineData("Func<Task> work = () => WorkAsync(); await work();")]
    [InlineData("Func<Task> work = async () => await WorkAsync(); await work();")]
    [InlineData("Func<Task> work = WorkAsync; await work();")]
    [InlineData("var source = new TaskCompletionSource(); source.SetResult(); source.TrySetResult(); await source.Task;")]
    [InlineData("Task task = WorkAsync(); async Task Later() => await task; await Later();")]
    [InlineData("var task = WorkAsync(); Action look = () => Keep(task); look();")]
    [InlineData("var (task, number) = (WorkAsync(), 1); await task;")]
    [InlineData("Keep(WorkAsync()); Task.Yield(); new Builder().Step().Step();")]
    [InlineData("using var memory = new MemoryStream(); memory.Flush(); words.ForEach(word => Keep(word));")]
    [InlineData("Task[] tasks = [WorkAsync(), WorkAsync()]; foreach (var task in tasks) await task;")]
    [InlineData("var result = fast switch { true => WorkAsync(), _ => SumAsync() }; await result;")]
    public Task Tasks_that_somebody_can_await_are_not_flagged(string statements) => Verify(statements);

    [Theory]
    [InlineData("_ = {|REEN2005:Task.Run(() => 1)|};")]
    [InlineData("{|REEN2005:Task.Run(() => 1)|}.ConfigureAwait(false);")]
    [InlineData("var task = {|REEN2005:Task.Factory.StartNew(() => 1)|};")]
    public Task Work_on_the_pool_is_reported_as_such(string statements) => Verify(statements);

    [Fact]
    public Task Async_void_methods_are_flagged_where_replay_reaches_them() => DeterminismVerifier.VerifyAsync(
        ["""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore()
            {
                Notify();
                new List<int> { 1 }.ForEach(Each);
            }

            private async void {|#0:Notify|}() => await Task.Yield();

            private async void {|#1:Each|}(int item)
            {
                await Task.Yield();
            }

            private async void Unreached() => await Task.Yield();
        }
        """],
        Expected(0, "async void Notify", "return 'Task', and await it", "reached from SupportAgent.Handle → SupportAgent.Notify"),
        Expected(1, "async void Each", "return 'Task', and await it", "reached from SupportAgent.Handle → SupportAgent.Each"));

    [Fact]
    public Task The_message_names_the_call() => DeterminismVerifier.VerifyAsync(
        ["""
        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore() => {|#0:NotifyAsync()|};

            [Recorded]
            public partial Task NotifyAsync();

            private async Task NotifyCoreAsync()
            {
                _ = Task.WhenAll();
                await Task.Yield();
            }
        }
        """],
        Expected(0, "SupportAgent.NotifyAsync", "await it, or keep its task and await that before the method ends", "reached from SupportAgent.Handle"));

    [Fact]
    public Task Code_that_does_not_compile_is_borne() => Verify(
        """
        {|CS0103:Unknown|}();
        _ = {|CS0103:Unknown|}();
        var task = {|CS1501:WorkAsync|}(1);
        """);

    private static DiagnosticResult Expected(int location, string subject, string remedy, string reach) =>
        new DiagnosticResult(Descriptors.FireAndForget).WithLocation(location).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments(subject, remedy, reach);

    private static Task Verify(string statements) => DeterminismVerifier.VerifyAsync($$"""
        #pragma warning disable CS4014 // Not awaited: that is what these tests are about.

        public partial class SupportAgent(SupportAgent? other, Stream stream, List<string> words)
        {
            private Task? running;

            public event EventHandler? Changed;

            [Replayed]
            public partial Task HandleAsync(bool fast, CancellationToken cancellation);

            private async Task HandleCoreAsync(bool fast, CancellationToken cancellation)
            {
                await Task.Yield();
                Func<Task> start = WorkAsync;
                {{statements}}
            }

            [Recorded]
            public partial Task SendAsync(string word);

            private Task SendCoreAsync(string word) => Task.CompletedTask;

            private async Task WorkAsync() => await Task.Yield();
            private async Task<int> SumAsync() { await Task.Yield(); return 1; }
            private async ValueTask WorkValueAsync() => await Task.Yield();
            private async ValueTask<int> SumValueAsync() { await Task.Yield(); return 1; }
            private async IAsyncEnumerable<int> ItemsAsync() { await Task.Yield(); yield return 1; }
            private static void Keep(object value) { }
        }

        public sealed class Builder { public Builder Step() => this; }
        """);
}
