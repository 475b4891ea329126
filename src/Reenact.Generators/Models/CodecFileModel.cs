namespace Reenact.Generators.Models;

/// <summary>One file with one codec.</summary>
internal sealed record CodecFileModel(string HintName, ValueCodecModel Codec);
