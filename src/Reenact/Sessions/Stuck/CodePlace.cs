namespace Reenact.Sessions;

/// <summary>One place of a stuck replay's code.</summary>
/// <param name="Method">Type and method, as in the source.</param>
/// <param name="File">The source file's path; null where it is not known.</param>
/// <param name="Line">The line in it, from 1.</param>
internal sealed record CodePlace(string Method, string? File, int Line)
{
    /// <summary>For a sentence: the method, and the file's name and line.</summary>
    public string Short => File is null ? Method : FormattableString.Invariant($"{Method} ({FileName(File)}:{Line})");

    /// <summary>For a list: as stack traces have it, so that editors find the place.</summary>
    public override string ToString() => File is null ? $"at {Method}" : FormattableString.Invariant($"at {Method} in {File}:line {Line}");

    /// <summary>The name only, of a path of any system: the code may have been built on another.</summary>
    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
