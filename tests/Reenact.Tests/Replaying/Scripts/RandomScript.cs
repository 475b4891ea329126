using MessagePack;
using Reenact.Events;
using Reenact.Tests.Format;
using Reenact.Tests.Recorders;

namespace Reenact.Tests.Replaying.Scripts;

/// <summary>A recording of random events, from sensible to forged: calls inside calls, in flight at once, ended twice, started twice, without a parent.</summary>
internal static class RandomScript
{
    private const int Events = 400;

    public static byte[] Make(int seed)
    {
        var random = new Random(seed);
        var builder = new RecordingBuilder().Started();
        uint[] methods =
        [
            builder.Method("Acme.Agent.RunAsync", CallKind.Agent, "request"),
            builder.Method("Acme.Tools.FindAsync", CallKind.Tool, "text", "more"),
            builder.Method("Acme.Tools.Stream", CallKind.Tool, "text"),
        ];
        var spans = 0u;
        var over = new HashSet<uint>(); // Served calls that have ended: what comes after that is no part of them.
        var methodOf = new Dictionary<uint, int>();
        for (var i = 0; i < Events; i++)
        {
            var span = (uint)random.Next(Math.Max(0, (int)spans - 12), (int)spans + 1); // Most often one of the last; 0 is the session.
            var kind = random.Next(9);
            if (kind > 2 && over.Contains(span))
            {
                continue;
            }

            switch (kind)
            {
                case 0 or 1 or 2:
                    var started = random.Next(40) == 0 ? Math.Max(1, span) : ++spans;
                    var parent = random.Next(60) == 0 ? spans + 100 : span == started ? 0 : span;
                    var method = random.Next(methods.Length);
                    methodOf.TryAdd(started, method);
                    builder.Call(started, parent, methods[method], $"call {started}", new string((char)('a' + random.Next(4)), random.Next(2) * 300));
                    break;
                case 3 or 4 when span > 0:
                    builder.Returned(span, $"result {i}");
                    End(span);
                    break;
                case 5 when span > 0:
                    builder.Failed(span, "System.TimeoutException", $"failure {i}");
                    End(span);
                    break;
                case 6 when span > 0:
                    builder.Event(EventKind.StreamItem, 2, (ref MessagePackWriter output, Reenact.ValueWriteContext _) =>
                    {
                        output.Write(i);
                        output.Write(random.Next(2));
                    }, span);
                    break;
                case 7:
                    builder.Event(EventKind.ValueCaptured, 3, (ref MessagePackWriter output, Reenact.ValueWriteContext _) =>
                    {
                        output.Write(random.Next(3));
                        output.WriteNil();
                        output.Write(i);
                    }, span);
                    break;
                case 8 when span > 0:
                    if (random.Next(2) == 0)
                    {
                        builder.Event(EventKind.StreamEnded, 2, (ref MessagePackWriter output, Reenact.ValueWriteContext _) =>
                        {
                            output.Write(random.Next(4));
                            output.Write(random.Next(2));
                        }, span);
                        if (random.Next(2) == 0 && methodOf.GetValueOrDefault(span) != 0)
                        {
                            builder.Failed(span, "System.IO.IOException", $"disposal {i}");
                        }

                        End(span);
                    }
                    else
                    {
                        builder.Event(EventKind.Progress, 3, (ref MessagePackWriter output, Reenact.ValueWriteContext _) =>
                        {
                            output.Write(i);
                            output.Write(0);
                            output.Write(1);
                        }, span);
                    }

                    break;
            }

            if (random.Next(50) == 0)
            {
                builder.Block();
            }
        }

        return builder.Ended().Seal().Bytes;

        void End(uint span)
        {
            if (methodOf.GetValueOrDefault(span) != 0)
            {
                over.Add(span);
            }
        }
    }
}
