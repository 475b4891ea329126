using System.Runtime.CompilerServices;
using Reenact.Testing.Modes;
using Reenact.Testing.Recordings;
using Reenact.Testing.Running;
using Reenact.Testing.Suites;

namespace Reenact.Testing;

/// <summary>
/// Runs a test's code against its recording: replays it, or records it first. Works in any test framework. Thread-safe; tests may
/// share a recording.
/// </summary>
/// <remarks>
/// <para>
/// A relative path is relative to the folder of the source file that calls, so recordings lie beside the tests and are committed
/// with them. Where the sources aren't on this machine it is relative to the folder of the test's assembly.
/// </para>
/// <para>
/// Environment variables: <c>REENACT_MODE</c> overrides what tests do, <c>REENACT_RECORD</c> names the tests that may record,
/// <c>REENACT_KEYS</c> is the folder of the key ring for encrypted recordings, <c>REENACT_REPORTS</c> is a folder into which replays write their reports as text and JSON, <c>REENACT_SHARD</c> says which part of the
/// recordings that a pattern names is run. With <c>CI=true</c> no test records
/// that isn't named.
/// </para>
/// </remarks>
public static class ReenactTest
{
    /// <summary>Runs code that returns something.</summary>
    /// <param name="recording">The recording's path, by convention <c>*.reenact</c>. Its folder is made when it is recorded.</param>
    /// <param name="code">
    /// The session's whole code. An exception out of it fails the test and leaves the recording as it was; so do assertions that
    /// stand in it.
    /// </param>
    /// <param name="options">How to use the recording; null for the defaults.</param>
    /// <param name="sourceFile">The calling source file. The compiler fills it in; a method that wraps this one passes on its own.</param>
    /// <param name="testName">The calling method. The compiler fills it in; a method that wraps this one passes on its own.</param>
    /// <exception cref="ReplayDivergenceException">The code departed from the recording. The message says where, and how to record again.</exception>
    /// <exception cref="MissingRecordingException">There is no recording, and none is made in this mode.</exception>
    /// <exception cref="RecordingException">The recording can't be read or written.</exception>
    /// <exception cref="ReenactTestException">An environment variable has no meaning, or a test would record in CI without being named.</exception>
    /// <remarks>Whatever the code throws is thrown here too.</remarks>
    public static Task<ReenactResult<T>> RunAsync<T>(
        string recording,
        Func<Task<T>> code,
        ReenactTestOptions? options = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string testName = "") =>
        TestRun.Create(TestHost.Current, recording, options, sourceFile, testName).RunAsync(code);

    /// <summary>Runs code that returns nothing.</summary>
    /// <inheritdoc cref="RunAsync{T}"/>
    public static async Task<ReenactResult> RunAsync(
        string recording,
        Func<Task> code,
        ReenactTestOptions? options = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string testName = "") =>
        await TestRun.Create(TestHost.Current, recording, options, sourceFile, testName).RunAsync(code).ConfigureAwait(false);

    /// <summary>
    /// Runs code that is expected to throw. The exception doesn't fail the test, is part of what is recorded, and is the result's
    /// <see cref="ReenactResult{T}.Output"/>.
    /// </summary>
    /// <typeparam name="TException">The expected exception, or a base class of it.</typeparam>
    /// <exception cref="ReenactTestException">
    /// The code threw nothing; or an environment variable has no meaning, or a test would record in CI without being named.
    /// </exception>
    /// <remarks>Whatever else the code throws is thrown here too.</remarks>
    /// <inheritdoc cref="RunAsync{T}"/>
    public static Task<ReenactResult<TException>> ThrowsAsync<TException>(
        string recording,
        Func<Task> code,
        ReenactTestOptions? options = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string testName = "")
        where TException : Exception =>
        TestRun.Create(TestHost.Current, recording, options, sourceFile, testName).ThrowsAsync<TException>(code);

    /// <summary>
    /// Replays a recording whose code takes its inputs from it: <c>replay =&gt; agent.HandleAsync(replay.Input&lt;Request&gt;("request"))</c>. For recordings
    /// from production, whatever they are about. It never records: with any mode but <see cref="ReenactMode.Compare"/> it replays.
    /// </summary>
    /// <param name="recording">The recording's path.</param>
    /// <param name="code">The session's whole code.</param>
    /// <param name="options">How to use the recording; null for the defaults.</param>
    /// <param name="sourceFile">The calling source file. The compiler fills it in; a method that wraps this one passes on its own.</param>
    /// <param name="testName">The calling method. The compiler fills it in; a method that wraps this one passes on its own.</param>
    /// <exception cref="ReplayDivergenceException">The code departed from the recording.</exception>
    /// <exception cref="RecordingDriftException">Compared, tools or models answer otherwise than recorded.</exception>
    /// <exception cref="MissingRecordingException">There is no recording.</exception>
    /// <exception cref="RecordingException">The recording can't be read.</exception>
    /// <exception cref="ReenactTestException">An environment variable has no meaning, or a test would compare in CI without being asked to.</exception>
    /// <remarks>Whatever the code throws is thrown here too.</remarks>
    public static Task<ReenactResult<T>> ReplayAsync<T>(
        string recording,
        Func<SessionReplay, Task<T>> code,
        ReenactTestOptions? options = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string testName = "") =>
        TestRun.Create(TestHost.Current, recording, options, sourceFile, testName).ReplayAsync(code);

    /// <inheritdoc cref="ReplayAsync{T}"/>
    public static Task<ReenactResult> ReplayAsync(
        string recording,
        Func<SessionReplay, Task> code,
        ReenactTestOptions? options = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string testName = "") =>
        TestRun.Create(TestHost.Current, recording, options, sourceFile, testName).ReplayAsync(code);

    /// <summary>
    /// Replays each recording that a pattern names, several at once, as <see cref="ReplayAsync{T}"/> does: the code takes its inputs from the recording.
    /// </summary>
    /// <inheritdoc cref="RunAllAsync"/>
    public static Task<RecordingSuiteResult> ReplayAllAsync(
        string pattern,
        Func<SessionReplay, Task> code,
        RecordingSuiteOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string testName = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        ArgumentNullException.ThrowIfNull(code);
        return new SuiteRun(TestHost.Current, options ?? new RecordingSuiteOptions(), new TestIdentity(sourceFile, testName)).RunAsync(pattern, (run, _) => run.ReplayAsync(code), cancellationToken);
    }

    /// <summary>
    /// Runs code once for each recording that a pattern names, several at once, as <see cref="RunAsync{T}"/> would: in a console program, or as one
    /// test of any framework.
    /// </summary>
    /// <param name="pattern">A path relative to the calling source file's folder, with wildcards: <c>recordings/**/*.reenact</c>.</param>
    /// <param name="code">The session's whole code; it is given the recording's path as <see cref="RunAsync{T}"/> takes it. Called from several threads at once.</param>
    /// <param name="options">How to run them; null for the defaults.</param>
    /// <param name="cancellationToken">Starts no further recordings. Those that run end by themselves.</param>
    /// <param name="sourceFile">The calling source file. The compiler fills it in; a method that wraps this one passes on its own.</param>
    /// <param name="testName">The calling method. The compiler fills it in; a method that wraps this one passes on its own.</param>
    /// <returns>One result for each recording, in ordinal order. A recording that fails throws nothing here: <see cref="RecordingSuiteResult.EnsurePassed"/> does.</returns>
    /// <exception cref="ReenactTestException">No recording matches, the pattern is a full path, or an environment variable has no meaning.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public static Task<RecordingSuiteResult> RunAllAsync(
        string pattern,
        Func<string, Task> code,
        RecordingSuiteOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string testName = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        ArgumentNullException.ThrowIfNull(code);
        return new SuiteRun(TestHost.Current, options ?? new RecordingSuiteOptions(), new TestIdentity(sourceFile, testName)).RunAsync(pattern, (run, recording) => run.RunAsync(() => code(recording)), cancellationToken);
    }

    /// <summary>Finds recordings, for a test that runs once for each.</summary>
    /// <param name="pattern">A path relative to the calling source file's folder, with wildcards: <c>recordings/**/*.reenact</c>.</param>
    /// <param name="sourceFile">The calling source file. The compiler fills it in; a method that wraps this one passes on its own.</param>
    /// <returns>
    /// Their paths, in ordinal order, each as <see cref="RunAsync{T}"/> takes it when it is called from the same folder: relative, with
    /// forward slashes. With <c>REENACT_SHARD=3/16</c> in the environment only those of that <see cref="Shard"/>, which may be none; else at
    /// least one.
    /// </returns>
    /// <exception cref="ReenactTestException">No recording matches, the pattern is a full path, or <c>REENACT_SHARD</c> has no meaning.</exception>
    public static IReadOnlyList<string> FindRecordings(string pattern, [CallerFilePath] string sourceFile = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var host = TestHost.Current;
        return RecordingSearch.Find(pattern, new TestIdentity(sourceFile, ""), host.AssemblyFolder, TestSwitches.Read(host.Variable).Shard);
    }
}
