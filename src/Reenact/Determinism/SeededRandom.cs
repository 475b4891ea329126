namespace Reenact.Determinism;

/// <summary>A generator whose numbers follow from its seed, on every machine alike. Thread-safe, so that parallel branches of a span don't break it.</summary>
internal sealed class SeededRandom(int seed) : Random
{
    private readonly Lock gate = new();
    private readonly Random numbers = new(seed);

    public override int Next()
    {
        lock (gate)
        {
            return numbers.Next();
        }
    }

    public override int Next(int maxValue)
    {
        lock (gate)
        {
            return numbers.Next(maxValue);
        }
    }

    public override int Next(int minValue, int maxValue)
    {
        lock (gate)
        {
            return numbers.Next(minValue, maxValue);
        }
    }

    public override long NextInt64()
    {
        lock (gate)
        {
            return numbers.NextInt64();
        }
    }

    public override long NextInt64(long maxValue)
    {
        lock (gate)
        {
            return numbers.NextInt64(maxValue);
        }
    }

    public override long NextInt64(long minValue, long maxValue)
    {
        lock (gate)
        {
            return numbers.NextInt64(minValue, maxValue);
        }
    }

    public override double NextDouble()
    {
        lock (gate)
        {
            return numbers.NextDouble();
        }
    }

    public override float NextSingle()
    {
        lock (gate)
        {
            return numbers.NextSingle();
        }
    }

    public override void NextBytes(byte[] buffer)
    {
        lock (gate)
        {
            numbers.NextBytes(buffer);
        }
    }

    public override void NextBytes(Span<byte> buffer)
    {
        lock (gate)
        {
            numbers.NextBytes(buffer);
        }
    }

    protected override double Sample()
    {
        lock (gate)
        {
            return numbers.NextDouble();
        }
    }
}
