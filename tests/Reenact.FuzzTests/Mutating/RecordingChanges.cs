using Reenact.Format;

namespace Reenact.FuzzTests;

/// <summary>Changes of a recording whose checksums, hashes and seal are made to fit them.</summary>
internal static class RecordingChanges
{
    private static readonly int[] Counts = [0, 1, -1, 5, 0x7FFFFFFF, int.MinValue, 16 << 20, 64 << 20, (64 << 20) + 1];

    public static void Apply(TakenApart recording, Step step)
    {
        if (recording.Parts.Count == 0)
            return;
        var part = recording.Parts[(int)(step.Other / 7 % (uint)recording.Parts.Count)];
        switch (step.Kind % 18)
        {
            case 16:
                (part.IsCompressed, part.IsFolded) = (true, true);
                part.Folded = folded => FoldedChanges.Apply(folded, step with { Kind = step.Kind / 16 });
                break;
            case 17:
                (part.IsCompressed, part.IsFolded, part.UsesDictionary) = (true, step.Value % 2 == 0, step.Value % 3 == 0);
                break;
            case <= 9:
                var (body, more) = ElementChanges.Apply(part.Body, step with { Kind = step.Kind / 16 });
                (part.Body, part.Events) = (body, part.Events + more);
                break;
            case 10:
                part.Body = ByteChanges.Apply(part.Body, step with { Kind = step.Kind / 16 }, []);
                break;
            case 11:
                part.Header = HeaderChange(step);
                break;
            case 12:
                part.IsCompressed = true;
                var change = step with { Place = step.Value % 3 == 0 ? step.Place : step.Place % 14, Kind = step.Kind / 16 };
                part.Stored = stored => ByteChanges.Apply(stored, change, []);
                break;
            case 13:
                recording.Cache = CacheChange(step);
                break;
            case 14:
                recording.SealBody = bytes => ElementChanges.Apply(bytes, step with { Kind = step.Kind / 16 }).Bytes;
                break;
            default:
                ChangeBlocks(recording, part, step);
                break;
        }
    }

    private static Func<byte[], byte[]> CacheChange(Step step) =>
        cache => step.Kind / 16 % 3 == 0 ? ByteChanges.Apply(cache, step with { Kind = step.Kind / 48 }, []) : ElementChanges.Apply(cache, step with { Kind = step.Kind / 48 }).Bytes;

    private static Func<BlockHeader, BlockHeader> HeaderChange(Step step) => (step.Kind / 16 % 7) switch
    {
        0 => header => header with { Type = (BlockType)(byte)step.Value },
        1 => header => header with { Type = (BlockType)(step.Value % 4) },
        2 => header => header with { Flags = (BlockFlags)(byte)(step.Value % 2 == 0 ? step.Value : step.Value % 16) },
        3 => header => header with { Number = header.Number + (int)(step.Value % 3) },
        4 => header => header with { FirstSequence = step.Value % 2 == 0 ? ulong.MaxValue - step.Place : header.FirstSequence + step.Value % 5 },
        5 => header => header with { EventCount = step.Value % 2 == 0 ? step.Pick(Counts) : header.EventCount + (int)(step.Place % 5) - 2 },
        _ => header => header with { RawLength = step.Value % 2 == 0 ? step.Pick(Counts) : header.RawLength + (int)(step.Place % 5) - 2 },
    };

    private static void ChangeBlocks(TakenApart recording, Part part, Step step)
    {
        var parts = recording.Parts;
        switch (step.Kind / 16 % 6)
        {
            case 0:
                parts.Remove(part);
                break;
            case 1:
                parts.Insert(step.At(parts.Count), new Part(part.Type, part.Body, part.Events) { IsCompressed = part.IsCompressed });
                break;
            case 2:
                parts.Remove(part);
                parts.Insert(step.At(parts.Count + 1), part);
                break;
            case 3:
                parts.Insert(step.At(parts.Count), new Part((BlockType)(byte)(step.Value % 8), part.Body, 0));
                break;
            case 4:
                recording.Signatures = step.Pick(["", "x", "— example.com/fuzz AAAAAAAA\n", "\u2014 a AAAAAAA=\n", new string('\n', 200), "— \u001b[2J AAAAAAAA\n", new string('x', 70_000)]);
                break;
            default:
                part.IsCompressed = !part.IsCompressed;
                break;
        }
    }
}
