using System.Text;

namespace Reenact.Generators.Emitting;

/// <summary>FNV-1a with 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).</summary>
internal static class Fnv1A
{
    public static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var b in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ b) * 0x100000001B3);

        return hash;
    }
}
