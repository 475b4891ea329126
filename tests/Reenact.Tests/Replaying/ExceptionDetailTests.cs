using System.ComponentModel;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying;

/// <summary>What code can tell about an exception is the same when it is served.</summary>
public sealed partial class ExceptionDetailTests
{
    private readonly Thrower thrower = new();

    public static TheoryData<string> Failures => [.. Made.Keys];

    private static Dictionary<string, Func<Exception>> Made { get; } = new()
    {
        ["http"] = () => new HttpRequestException(HttpRequestError.ConnectionError, "no", new SocketException(10061), HttpStatusCode.BadGateway),
        ["io"] = () => new IOException("locked", unchecked((int)0x80070020)),
        ["win32"] = () => new Win32Exception(5, "denied"),
        ["web"] = () => new WebException("late", WebExceptionStatus.Timeout),
        ["file"] = () => new FileNotFoundException("where?", "prices.csv"),
        ["disposed"] = () => new ObjectDisposedException("Database", "closed"),
        ["argument"] = () => new ArgumentOutOfRangeException("nights", 31, "too long"),
        ["json"] = () => new JsonException("bad", "$.a[1]", 3, 14),
        ["deep"] = () => new InvalidOperationException("a", new IOException("b", new TimeoutException("c", new FormatException("d")))),
        ["aggregate"] = () => new AggregateException("several", new IOException("first"), new AggregateException(new TimeoutException("second"), new FormatException("third"))),
        ["canceled"] = () => new TaskCanceledException("stopped", new TimeoutException()),
        ["data"] = () => new InvalidOperationException("with data") { Data = { ["retryAfter"] = "30", ["region"] = "eu" } },
        ["library"] = () => new Other.LibraryException("unknown to the build", new HttpRequestException("inside")),
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Filters_see_what_they_saw(string failure)
    {
        thrower.Failure = Made[failure];
        var bytes = await Recorded.SessionAsync(() => thrower.DescribeAsync(failure));
        thrower.Failure = () => new UnreachableAnswer();
        using var replay = Recorded.Replay(bytes);

        var report = await replay.RunAsync(() => thrower.DescribeAsync(failure));

        Assert.True(report.IsMatch);
    }

    [Fact]
    public async Task A_task_with_several_exceptions_has_them_all()
    {
        thrower.Failures = [new IOException("first"), new TimeoutException("second", new FormatException("inside")), new InvalidDataException("third")];
        var bytes = await Recorded.SessionAsync(() => thrower.DescribeAllAsync());
        thrower.Failures = [];
        using var replay = Recorded.Replay(bytes);

        var report = await replay.RunAsync(() => thrower.DescribeAllAsync());

        Assert.Equal("IOException first; TimeoutException second; InvalidDataException third", report.Output);
    }

    [Fact]
    public async Task A_type_that_the_build_does_not_know_comes_back_as_its_base_type()
    {
        thrower.Failure = () => new Other.LibraryException("unknown to the build", null);
        var bytes = await Recorded.SessionAsync(() => thrower.CatchAsync());
        using var replay = Recorded.Replay(bytes);

        var report = await replay.RunAsync(() => thrower.CatchAsync());

        Assert.Equal("HttpRequestException unknown to the build", report.Output);
        Assert.Equal("Reenact.Tests.Replaying.Other+LibraryException", Assert.Single(report.UnmadeExceptions));
    }

    [Fact]
    public async Task A_served_exception_says_where_it_comes_from_but_not_in_its_message()
    {
        thrower.Failure = () => new IOException("gone");
        var bytes = await Recorded.SessionAsync(() => Assert.ThrowsAsync<IOException>(() => thrower.FailAsync("x")));
        using var replay = Recorded.Replay(bytes);

        var report = await replay.RunAsync(async () => await Assert.ThrowsAsync<IOException>(() => thrower.FailAsync("x")));

        Assert.Equal("gone", report.Output.Message);
        Assert.Contains("   at (served from (memory), event 3: where it was thrown is not recorded)", report.Output.ToString());
    }

    private sealed class UnreachableAnswer : Exception;
}

/// <summary>A library's exceptions, which no code here names in a throw or catch.</summary>
public static class Other
{
    public class LibraryException(string message, Exception? inner) : HttpRequestException(message, inner);
}

internal sealed partial class Thrower
{
    public Func<Exception> Failure { get; set; } = () => new InvalidOperationException();

    public IReadOnlyList<Exception> Failures { get; set; } = [];

    [Recorded]
    public partial Task FailAsync(string what);

    [Recorded]
    public partial Task FailAllAsync();

    [Replayed]
    public partial Task<string> DescribeAsync(string what);

    [Replayed]
    public partial Task<string> CatchAsync();

    [Replayed]
    public partial Task<string> DescribeAllAsync();

    private async Task FailCoreAsync(string what)
    {
        await Task.Yield();
        throw Failure();
    }

    private Task FailAllCoreAsync() => Task.Delay(1).ContinueWith(_ => Task.WhenAll(Failures.Select(Task.FromException))).Unwrap();

    private async Task<string> DescribeCoreAsync(string what)
    {
        try
        {
            await FailAsync(what);
            return "nothing";
        }
        catch (Exception exception)
        {
            return Describe(exception);
        }
    }

    private async Task<string> CatchCoreAsync()
    {
        try
        {
            await FailAsync("x");
            return "nothing";
        }
        catch (HttpRequestException exception)
        {
            return $"HttpRequestException {exception.Message}";
        }
    }

    private async Task<string> DescribeAllCoreAsync()
    {
        var task = FailAllAsync();
        try
        {
            await task;
        }
        catch (IOException)
        {
            return string.Join("; ", task.Exception!.InnerExceptions.Select(failure => $"{failure.GetType().Name} {failure.Message}"));
        }

        return "nothing";
    }

    /// <summary>All that filters ask, types apart that can't come back.</summary>
    private static string Describe(Exception exception)
    {
        var own = exception switch
        {
            HttpRequestException http => $"{http.StatusCode} {http.HttpRequestError}",
            SocketException socket => $"{socket.SocketErrorCode} {socket.ErrorCode}",
            Win32Exception native => $"{native.NativeErrorCode}",
            WebException web => $"{web.Status}",
            FileNotFoundException file => $"{file.FileName}",
            ObjectDisposedException disposed => $"{disposed.ObjectName}",
            ArgumentOutOfRangeException range => $"{range.ParamName} {range.ActualValue}",
            JsonException json => $"{json.Path} {json.LineNumber} {json.BytePositionInLine}",
            OperationCanceledException canceled => $"{canceled.CancellationToken.IsCancellationRequested || exception is TaskCanceledException}",
            _ => exception.GetType().Name,
        };
        var data = string.Join(',', exception.Data.Keys.Cast<object>().Select(key => $"{key}={exception.Data[key]}"));
        var inside = exception is AggregateException aggregate
            ? string.Join(" | ", aggregate.InnerExceptions.Select(Describe))
            : exception.InnerException is { } inner ? Describe(inner) : "";
        return $"[{own} {exception.Message} {exception.HResult:x8} {data} {inside}]";
    }
}
