namespace Reenact.States;

/// <summary>How a change of a value is written. The numbers are those of the recording format.</summary>
internal static class DeltaForm
{
    /// <summary>Another value: <c>[0, value]</c>.</summary>
    public const byte Replaced = 0;

    /// <summary>A map: <c>[1, {key: change}, [removed key], [place, {key: value}, …]]</c>.</summary>
    public const byte Map = 1;

    /// <summary>An array: <c>[2, {place: change}, [first, count, …], [place, [value], …]]</c>.</summary>
    public const byte Array = 2;

    /// <summary>No change: an array without elements.</summary>
    public static ReadOnlySpan<byte> Same => [0x90];
}
