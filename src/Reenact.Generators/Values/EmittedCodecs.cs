using System.Text;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Emitting;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Names of the codecs that the generator emits.</summary>
internal static class EmittedCodecs
{
    public const string Namespace = "Reenact.Generated";

    private const int LongestReadable = 120;

    /// <summary>
    /// <c>Acme_Flights_FlightCodec</c> for <c>Acme.Flights.Flight</c>. Where other types could come to the same name
    /// (generic ones, names with underscores or beyond ASCII) or it gets too long, a hash of the full name is added; it starts with a digit,
    /// which no part of a name does.
    /// </summary>
    /// <param name="type">The type of the values.</param>
    /// <param name="constraints">The constraints of its open type parameters, which tell codecs apart too.</param>
    public static string NameFor(INamedTypeSymbol type, string constraints = "")
    {
        var full = TypeNames.Full(type);
        var name = new StringBuilder(full.Length + 16);
        var unique = type.TypeArguments.Length == 0 && full.Length <= LongestReadable;
        foreach (var c in full)
        {
            unique &= c is not ('_' or '<');
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                name.Append(c);
            }
            else
            {
                unique &= c is '.' or '+';
                if (name.Length > 0 && name[name.Length - 1] != '_')
                    name.Append('_');
            }
        }

        if (unique)
            return name.Append("Codec").ToString();

        name.Length = Math.Min(name.Length, LongestReadable);
        if (name.Length > 0 && name[name.Length - 1] != '_')
            name.Append('_');

        return $"{name}0{Fnv1A.Hash(full + constraints):x16}Codec";
    }
}
