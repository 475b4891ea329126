using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>
/// Goes through the members of a recorded object. They are expected in declaration order, where one comparison each finds
/// them; any other order is read as well. Members that the type doesn't have are skipped; one that stands twice comes twice.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct MemberReader
{
    private readonly MemberNames names;
    private int left;
    private int expected;

    internal MemberReader(MemberNames names, int count)
    {
        this.names = names;
        left = count;
    }

    /// <summary>Goes to the next member, whose value is to be read then.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="member">Its place among the names.</param>
    /// <returns>False after the last one.</returns>
    /// <exception cref="ValueFormatException">There is something else than a name, or one longer than 1,024 bytes.</exception>
    public bool TryNext(ref MessagePackReader reader, out int member)
    {
        while (left > 0)
        {
            left--;
            var name = reader.TryReadStringSpan(out var read) ? read : ValueMembers.ReadName(ref reader);
            member = expected < names.Count && names.Is(expected, name) ? expected : names.Find(name, expected);
            if (member >= 0)
            {
                expected = member + 1;
                return true;
            }

            ValueMembers.CheckLength(name);
            reader.Skip();
        }

        member = -1;
        return false;
    }
}
