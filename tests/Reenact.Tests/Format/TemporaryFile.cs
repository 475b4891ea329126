namespace Reenact.Tests.Format;

/// <summary>A path for a recording that is deleted in the end, with its tail.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"reenact-test-{Guid.NewGuid():N}.reenact");

    public void Dispose()
    {
        File.Delete(Path);
        File.Delete(Path + ".tail");
    }
}
