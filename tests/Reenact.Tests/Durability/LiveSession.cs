using Reenact.Tests.Format;
using Reenact.Tests.Recorders;

namespace Reenact.Tests.Durabilities;

/// <summary>A session in a file that is read while it is recorded, as it would stand there if its process were gone.</summary>
internal sealed class LiveSession : IAsyncDisposable
{
    private readonly TemporaryFile file = new();

    public LiveSession(RecordOptions? options = null) => Session = Reenact.Session.Record(file.Path, options: options);

    public SessionRecorder Session { get; }

    public string Path => file.Path;

    public string TailPath => file.Path + ".tail";

    public byte[] Bytes => Read(Path);

    public byte[] Tail => Read(TailPath);

    public SampleTools Tools { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        file.Dispose();
    }

    private static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
