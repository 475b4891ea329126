using System.ComponentModel;
using System.Runtime.Intrinsics;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>
/// The names of a type's members, encoded once, in the order they are written in. Emitted codecs write and read objects
/// through it, and enums, whose members have names too. Immutable.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberNames
{
    private readonly EncodedName[] names;

    /// <summary>Encodes names.</summary>
    /// <param name="names">The names as recordings have them, in declaration order.</param>
    public MemberNames(params string[] names) => this.names = Array.ConvertAll(names, static name => new EncodedName(name));

    internal int Count => names.Length;

    /// <summary>Begins an object that may be null, which is nil and complete with that.</summary>
    /// <returns>Whether its members follow, each after <see cref="WriteName"/>, and then <see cref="ValueWriteContext.Leave"/>.</returns>
    /// <exception cref="InvalidOperationException">The value is nested too deeply.</exception>
    public bool TryBeginWrite(ref MessagePackWriter writer, object? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return false;
        }

        context.Enter(ref writer, value);
        writer.WriteMapHeader(names.Length);
        return true;
    }

    /// <summary>Begins an object. All of its members follow, and then <see cref="ValueWriteContext.Leave"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is nested too deeply.</exception>
    public void BeginWrite(ref MessagePackWriter writer, ValueWriteContext context)
    {
        context.Enter(ref writer, null);
        writer.WriteMapHeader(names.Length);
    }

    /// <summary>Writes a name.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="member">The member's place.</param>
    public void WriteName(ref MessagePackWriter writer, int member)
    {
        ref readonly var name = ref names[member];
        if (name.Length <= Vector128<byte>.Count)
        {
            name.Start.CopyTo(writer.GetSpan(Vector128<byte>.Count));
            writer.Advance(name.Length);
        }
        else
        {
            writer.WriteRaw(name.Encoded);
        }
    }

    /// <summary>Begins to read an object that may be null.</summary>
    /// <returns>Whether it is not null. Then <paramref name="members"/> gives its members, and <see cref="ValueReadContext.Leave"/> comes last.</returns>
    /// <exception cref="ValueFormatException">The value is nested too deeply.</exception>
    public bool TryBeginRead(ref MessagePackReader reader, ValueReadContext context, out MemberReader members)
    {
        if (reader.TryReadNil())
        {
            members = default;
            return false;
        }

        members = BeginRead(ref reader, context);
        return true;
    }

    /// <summary>Begins to read an object. <see cref="ValueReadContext.Leave"/> comes last.</summary>
    /// <exception cref="ValueFormatException">The value is nested too deeply.</exception>
    public MemberReader BeginRead(ref MessagePackReader reader, ValueReadContext context)
    {
        context.Enter();
        return new MemberReader(this, reader.ReadMapHeader());
    }

    /// <summary>Reads a name that must be one of these.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="type">The type's full name, for people.</param>
    /// <returns>Its place.</returns>
    /// <exception cref="ValueFormatException">The next value is no name, or none of these.</exception>
    public int ReadName(ref MessagePackReader reader, string type)
    {
        var name = ValueMembers.ReadName(ref reader);
        var member = Find(name, 0);
        return member >= 0
            ? member
            : throw new ValueFormatException(
                $"{TextEscape.Quote(name, ValueLimits.Name)} is no member of {type}. If it was renamed, give it the old name with [RecordedName].");
    }

    /// <summary>Whether a member has this name.</summary>
    internal bool Is(int member, ReadOnlySpan<byte> name) => names[member].Name.SequenceEqual(name);

    /// <summary>Finds a name, at its likeliest place first: behind the one before it.</summary>
    /// <returns>Its place, or −1.</returns>
    internal int Find(ReadOnlySpan<byte> name, int start)
    {
        for (var member = start; member < names.Length; member++)
        {
            if (Is(member, name))
                return member;
        }

        for (var member = 0; member < start; member++)
        {
            if (Is(member, name))
                return member;
        }

        return -1;
    }
}
