using Xunit;

namespace Reenact.Tests.Format;

/// <summary>Recording to a path that is taken.</summary>
public sealed class ReplaceTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.reenact");

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task A_recording_is_not_replaced_unless_that_is_said()
    {
        await using (Session.Record(path))
        {
        }

        var refused = Assert.Throws<RecordingException>(() => Session.Record(path));
        Assert.Equal(RecordingErrorKind.AlreadyExists, refused.Kind);
    }

    [Fact]
    public async Task Two_writers_to_one_path_do_not_write_into_each_other()
    {
        var first = Session.Record(path, options: new RecordOptions { Replace = true });
        first.Note("first");
        await first.FlushAsync();
        var second = Session.Record(path, options: new RecordOptions { Replace = true });
        second.Note("second");
        await second.DisposeAsync();
        await first.DisposeAsync();

        using var recording = Recording.Open(path);
        Assert.Equal(second.SessionId, recording.SessionId);
        Assert.Empty(recording.Verify().Findings);
    }
}
