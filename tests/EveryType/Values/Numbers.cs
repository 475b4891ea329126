using System.Numerics;

namespace EveryType.Values;

/// <summary>Numbers of every size, with what gets lost first: bits of NaN, the sign of zero, scale.</summary>
internal sealed record Numbers(
    bool Flag,
    byte Byte,
    sbyte SByte,
    short Int16,
    ushort UInt16,
    int Int32,
    uint UInt32,
    long Int64,
    ulong UInt64,
    Int128 Int128,
    UInt128 UInt128,
    nint Native,
    nuint UnsignedNative,
    BigInteger Big,
    Half Half,
    float Single,
    double NegativeZero,
    double NotANumber,
    decimal Scaled,
    Complex Complex,
    Vector2 Vector2,
    Vector3 Vector3,
    Vector4 Vector4,
    int? Missing,
    int? Present)
{
    public static Numbers Sample => new(
        true, byte.MaxValue, sbyte.MinValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue,
        Int128.MinValue, UInt128.MaxValue, -1, 1, BigInteger.Pow(7, 400), Half.Epsilon, float.Epsilon, -0.0, BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0123),
        1.200m, new Complex(1, -2), new Vector2(1, 2), new Vector3(1, 2, 3), new Vector4(1, 2, 3, 4), null, 3);
}
