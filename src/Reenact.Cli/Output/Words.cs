using System.Text.Json;
using Reenact.Events;
using Reenact.Format;

namespace Reenact.Cli;

/// <summary>The words for what a recording holds as numbers. A number that a newer writer made stays a number.</summary>
internal static class Words
{
    public static string Of(CallKind kind) => kind switch
    {
        CallKind.MemoryRead => "memory read",
        CallKind.MemoryWrite => "memory write",
        _ => Of<CallKind>(kind),
    };

    public static string Of(CaptureSource source) => source switch
    {
        CaptureSource.RandomSeed => "random seed",
        _ => Of<CaptureSource>(source),
    };

    public static string Of(LinkRelation relation) => relation switch
    {
        LinkRelation.DerivedFrom => "derived from",
        LinkRelation.CausedBy => "caused by",
        LinkRelation.RetrievedFrom => "retrieved from",
        _ => Of<LinkRelation>(relation),
    };

    /// <summary>One block of that type.</summary>
    public static string Of(BlockType type) => type switch
    {
        BlockType.Events => "event block",
        BlockType.Epoch => "epoch",
        BlockType.Seal => "seal",
        _ => $"type {(int)type} block",
    };

    /// <summary>The name of the kind as words: <c>session started</c>.</summary>
    public static string Of(EventKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()).Replace('-', ' ');

    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The word in JSON documents.</summary>
    public static string Json<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
