namespace Reenact.Testing.Running;

/// <summary>Which test runs, as the compiler says it.</summary>
/// <param name="SourceFile">Its source file, on the machine that compiled it.</param>
/// <param name="Method">Its method.</param>
internal sealed record TestIdentity(string SourceFile, string Method)
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The source file's name without its extension, and the method: <c>RefundTests.Refund_is_paid</c>.</summary>
    public string FullName => $"{Path.GetFileNameWithoutExtension(SourceSegments[^1])}.{Method}";

    /// <summary>The parts of the source file's path. It may have been compiled on another operating system.</summary>
    public string[] SourceSegments => SourceFile.Split(Separators);
}
