using System.Net.Sockets;
using System.Text.Json;
using Xunit;

namespace Reenact.Tests.Replaying;

/// <summary>Exceptions come back as code catches them.</summary>
public sealed partial class ServedExceptionTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.reenact");

    public static TheoryData<string> Failures => ["json", "socket", "argument", "aggregate", "silent", "throwing"];

    public void Dispose() => File.Delete(path);

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_is_caught_is_caught_again(string failure)
    {
        string recorded;
        await using (Session.Record(path))
        {
            recorded = new Agent().Describe(failure);
        }

        using (var recording = Recording.Open(path))
        {
            Assert.Equal(RecordingState.Sealed, recording.State);
            Assert.Empty(recording.Verify().Findings);
        }

        using var replay = Session.Replay(path);
        var report = await replay.RunAsync(() => Task.FromResult(new Agent().Describe(failure)));
        Assert.Equal(recorded, report.Output);
        Assert.Equal(1, report.MatchedCalls);
    }

    public partial class Agent
    {
        [Replayed]
        public partial string Describe(string failure);

        private static string DescribeCore(string failure)
        {
            try
            {
                Tools.Fail(failure);
                return "nothing";
            }
            catch (JsonException exception)
            {
                return $"json: {exception.Message}";
            }
            catch (SocketException exception)
            {
                return $"socket: {exception.SocketErrorCode}";
            }
            catch (ArgumentOutOfRangeException exception)
            {
                return $"argument: {exception.ParamName}, {exception.Message}";
            }
            catch (AggregateException exception)
            {
                return $"aggregate: {exception.InnerException!.Message}";
            }
            catch (SilentException)
            {
                return "silent";
            }
        }
    }

    public static partial class Tools
    {
        [Recorded]
        public static partial void Fail(string failure);

        private static void FailCore(string failure)
        {
            switch (failure)
            {
                case "json":
                    JsonDocument.Parse("{x");
                    break;
                case "socket":
                    throw new SocketException((int)SocketError.ConnectionRefused);
                case "argument":
                    ArgumentOutOfRangeException.ThrowIfNegative(-1, "passengers");
                    break;
                case "aggregate":
                    throw new AggregateException(new InvalidOperationException("first"), new InvalidOperationException("second"));
                case "silent":
                    throw new SilentException(null);
                default:
                    throw new SilentException(static () => throw new InvalidOperationException("no message"));
            }
        }
    }

    public sealed class SilentException(Func<string>? message) : Exception
    {
        public SilentException()
            : this(null)
        {
        }

        public override string Message => message is null ? null! : message();
    }
}
