using System.Buffers;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Tests.Format;

/// <summary>Recordings of random values, the same for the same seed.</summary>
internal static class RandomEvents
{
    private static readonly string[] Characters = ["a", "é", "€", "😀", " ", "\n", "\""];

    public static RecordingBuilder Recording(int seed, int events)
    {
        var random = new Random(seed);
        var builder = new RecordingBuilder().Started(agent: null);
        var method = builder.Method($"Acme.Random{seed}");
        for (var span = 1u; span <= events; span++)
        {
            builder.Call(span, span == 1 ? 0 : (uint)random.Next((int)span), method, Text(random));
            builder.Event(EventKind.CallReturned, 1, (ref MessagePackWriter output, ValueWriteContext values) => Value(random, ref output, values, depth: 0), span);
            if (random.Next(10) == 0)
                builder.Block();
        }

        return builder.Ended();
    }

    /// <summary>One random value without blobs.</summary>
    public static byte[] Value(int seed)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var output = new MessagePackWriter(buffer);
        Value(new Random(seed), ref output, new ValueWriteContext(new NoBlobs()), depth: 0);
        output.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(4) == 0 ? random.Next(600) : random.Next(20)).Select(_ => Characters[random.Next(Characters.Length)]));

    private static void Value(Random random, ref MessagePackWriter output, ValueWriteContext values, int depth)
    {
        switch (random.Next(depth > 6 ? 8 : 11))
        {
            case 0:
                output.WriteNil();
                break;
            case 1:
                output.Write(random.Next(2) == 0);
                break;
            case 2:
                output.Write(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));
                break;
            case 3:
                output.Write(ulong.MaxValue - (ulong)random.Next());
                break;
            case 4:
                output.Write(BitConverter.Int64BitsToDouble(random.NextInt64()));
                break;
            case 5 or 6:
                values.WriteText(ref output, Text(random));
                break;
            case 7:
                var bytes = new byte[random.Next(500)];
                random.NextBytes(bytes);
                values.WriteBytes(ref output, bytes);
                break;
            case 8:
                var count = random.Next(5);
                output.WriteArrayHeader(count);
                while (count-- > 0)
                    Value(random, ref output, values, depth + 1);
                break;
            default:
                var pairs = random.Next(5);
                output.WriteMapHeader(pairs);
                while (pairs-- > 0)
                {
                    values.WriteText(ref output, Text(random));
                    Value(random, ref output, values, depth + 1);
                }

                break;
        }
    }

    private sealed class NoBlobs : IBlobSink
    {
        public uint Store(ReadOnlySpan<byte> content) => 1;
    }
}
