namespace Reenact.Generators.Emitting;

/// <summary>Pieces of text that all emitted code shares.</summary>
internal static class Emitted
{
    public const string Shims = "global::Reenact.Shims.";

    /// <summary>Marks what the generator adds to a project; the number is that of the emitted code's contract, not of a release.</summary>
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"Reenact.Generators\", \"1\")]";
}
