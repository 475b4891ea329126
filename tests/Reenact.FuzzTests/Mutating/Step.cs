using CsCheck;

namespace Reenact.FuzzTests;

/// <summary>One change: which, where, and with what, as numbers that whoever makes it takes modulo what there is.</summary>
internal readonly record struct Step(uint Kind, uint Place, uint Other, uint Value)
{
    /// <summary>A few changes, one after the other.</summary>
    public static readonly Gen<Step[]> Some = Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt, Gen.UInt, (kind, place, other, value) => new Step(kind, place, other, value)).Array[1, 6];

    /// <summary>A place among so many; 0 where there is none.</summary>
    public int At(int count) => count <= 0 ? 0 : (int)(Place % (uint)count);

    /// <summary>Another place among so many; 0 where there is none.</summary>
    public int OtherAt(int count) => count <= 0 ? 0 : (int)(Other % (uint)count);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[(int)(Value % (uint)choices.Count)];
}
