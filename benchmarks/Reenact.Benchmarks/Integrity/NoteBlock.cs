using System.Buffers;
using MessagePack;
using Reenact.Events;

namespace Reenact.Benchmarks.Integrity;

/// <summary>The body of a block of 512 KiB: blobs of random bytes, or notes of words.</summary>
internal sealed class NoteBlock
{
    private const int BlockSize = 512 << 10;
    private static readonly string[] Words = ["flight", "customer", "refund", "the", "please", "certificate", "to", "booking", "Seattle", "and", "cancelled", "seat"];

    public NoteBlock(Random random, bool isRandom, int length)
    {
        var buffer = new ArrayBufferWriter<byte>(BlockSize);
        var output = new MessagePackWriter(buffer);
        var content = new byte[isRandom ? length : 200];
        while (buffer.WrittenCount < BlockSize - content.Length)
        {
            output.WriteArrayHeader(5);
            output.Write((int)(isRandom ? EventKind.Blob : EventKind.Note));
            output.Write(1);
            output.Write(0);
            if (isRandom)
            {
                random.NextBytes(content);
                output.Write(random.Next(1, int.MaxValue));
                output.Write(content);
            }
            else
            {
                output.WriteNil();
                output.Write(string.Join(' ', Enumerable.Range(0, 30).Select(_ => Words[random.Next(Words.Length)])));
            }

            output.Flush();
            Count++;
        }

        Body = buffer.WrittenMemory;
    }

    public ReadOnlyMemory<byte> Body { get; }

    public int Count { get; }
}
