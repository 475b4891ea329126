namespace Reenact.Comparing;

/// <summary>The table of an alignment: of all pairs, or of those in a band around the diagonal.</summary>
internal static class AlignmentTable
{
    private const byte Match = 0;
    private const byte SkipBefore = 1;
    private const byte SkipAfter = 2;
    private const long Unreachable = long.MaxValue / 2;

    /// <summary>The narrowest band, on each side of the diagonal, whatever the budget: it takes linear time.</summary>
    private const int NarrowestBand = 8;

    /// <summary>Aligns two parts.</summary>
    /// <param name="items">The sequences.</param>
    /// <param name="range">The parts of them.</param>
    /// <param name="cells">How many pairs may be looked at; a few more are where it is very few.</param>
    /// <param name="matches">Gets the matched pairs, in order.</param>
    public static void Align(IAlignable items, AlignmentRange range, long cells, List<AlignedPair> matches)
    {
        var (rows, columns) = (range.CountBefore, range.CountAfter);
        if (rows == 0 || columns == 0)
        {
            return;
        }

        var band = BandOf(rows, columns, cells);
        var width = (int)Math.Min(columns + 1L, (2L * band) + 1);
        var moves = new byte[rows + 1][];
        var previous = new long[columns + 1];
        var current = new long[columns + 1];
        for (var row = 0; row <= rows; row++)
        {
            var (from, to) = Columns(row, rows, columns, band);
            moves[row] = new byte[Math.Min(width, to - from + 1)];
            if (from > 0)
            {
                current[from - 1] = Unreachable;
            }

            for (var column = from; column <= to; column++)
            {
                (current[column], moves[row][column - from]) = Best(items, range, row, column, previous, current);
            }

            // What the band of the next row sees to the right of this one's is out of reach.
            current.AsSpan(to + 1, Math.Min(columns - to, (columns / rows) + 1)).Fill(Unreachable);
            (previous, current) = (current, previous);
        }

        Trace(range, rows, columns, band, moves, matches);
    }

    private static (long Cost, byte Move) Best(IAlignable items, AlignmentRange range, int row, int column, long[] previous, long[] current)
    {
        if (row == 0)
        {
            return ((long)column * SequenceAlignment.Gap, SkipAfter);
        }

        var best = previous[column] + SequenceAlignment.Gap;
        var move = SkipBefore;
        if (column == 0)
        {
            return (best, move);
        }

        if (current[column - 1] + SequenceAlignment.Gap is var skip && skip < best)
        {
            (best, move) = (skip, SkipAfter);
        }

        var before = previous[column - 1];
        if (before > best)
        {
            return (best, move);
        }

        var cost = items.Cost(range.BeforeFrom + row - 1, range.AfterFrom + column - 1);
        return cost != SequenceAlignment.NoMatch && before + cost <= best ? (before + cost, Match) : (best, move);
    }

    private static void Trace(AlignmentRange range, int rows, int columns, int band, byte[][] moves, List<AlignedPair> matches)
    {
        var first = matches.Count;
        var (row, column) = (rows, columns);
        while (row > 0 && column > 0)
        {
            var (from, _) = Columns(row, rows, columns, band);
            switch (moves[row][column - from])
            {
                case Match:
                    matches.Add(new AlignedPair(range.BeforeFrom + --row, range.AfterFrom + --column));
                    break;
                case SkipBefore:
                    row--;
                    break;
                default:
                    column--;
                    break;
            }
        }

        matches.Reverse(first, matches.Count - first);
    }

    private static int BandOf(int rows, int columns, long cells)
    {
        if (cells >= (long)rows * columns)
        {
            return Math.Max(rows, columns);
        }

        // A step from row to row must not leave the band, however much wider than high the table is.
        var steepness = (columns / rows) + 1;
        return (int)Math.Max(Math.Max(NarrowestBand, steepness), Math.Min(columns, cells / (2L * rows)));
    }

    private static (int From, int To) Columns(int row, int rows, int columns, int band)
    {
        var center = (int)((long)row * columns / rows);
        return (Math.Max(0, center - band), (int)Math.Min(columns, (long)center + band));
    }
}
