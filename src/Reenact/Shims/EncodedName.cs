using System.Buffers;
using System.Runtime.Intrinsics;
using System.Text;
using MessagePack;

namespace Reenact.Shims;

/// <summary>A name as MessagePack text, ready to be copied.</summary>
internal readonly struct EncodedName
{
    private readonly int header;

    public EncodedName(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var buffer = new ArrayBufferWriter<byte>(utf8.Length + 5);
        var writer = new MessagePackWriter(buffer);
        writer.WriteString(utf8);
        writer.Flush();
        Encoded = buffer.WrittenSpan.ToArray();
        Length = Encoded.Length;
        header = Length - utf8.Length;

        Span<byte> start = stackalloc byte[Vector128<byte>.Count];
        start.Clear();
        Encoded.AsSpan(0, Math.Min(Length, start.Length)).CopyTo(start);
        Start = Vector128.Create<byte>(start);
    }

    /// <summary>Header and name.</summary>
    public byte[] Encoded { get; }

    /// <summary>The first bytes of <see cref="Encoded"/>: all of them, most often. A copy of fixed length is the fastest.</summary>
    public Vector128<byte> Start { get; }

    /// <summary>The length of <see cref="Encoded"/>.</summary>
    public int Length { get; }

    /// <summary>The name alone, in UTF-8.</summary>
    public ReadOnlySpan<byte> Name => Encoded.AsSpan(header);
}
