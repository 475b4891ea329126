using MessagePack;
using Reenact.Events;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Finds the recorded call that a call of replayed code is: by content, then by data. In the script's lock.</summary>
internal sealed class CallMatcher(MatchOrder order, Script script)
{
    /// <summary>How many calls of a method, at most, are compared as data to find one that comes out of turn: that takes its time.</summary>
    private const int MostCompared = 1000;

    /// <summary>The same in a recording where calls come in order.</summary>
    private const int MostComparedInOrder = 200;

    private readonly ReplayBlobs blobs = script.Blobs;

    /// <summary>What the recording calls methods of this process, by their indexes: the name need not be compared each time.</summary>
    private MethodDefinition?[] known = [];

    /// <summary>What is known of the arguments of methods that have many, by the methods' indexes.</summary>
    private KnownArguments?[] knownArguments = [];

    public static readonly ReadOnlyMemory<byte> Nil = new byte[] { MessagePackCode.Nil };

    /// <summary>The recorded call whose turn it is under a parent; null when there is none left.</summary>
    public ScriptCall? Due(ScriptCall parent, RecordedMethod method) =>
        order == MatchOrder.Strict
            ? parent.NextUnused
            : parent.Unused.FirstOrDefault(child => IsOf(child, method));

    /// <summary>
    /// A call that is recorded under the parent, but whose turn it is not; null when there is none. In a recording that ran freely it may be
    /// anywhere; in any other it is only looked for nearby, to say what became of it.
    /// </summary>
    public ScriptCall? OutOfTurn(ScriptCall parent, RecordedMethod method, ReadOnlySpan<byte> arguments)
    {
        var ahead = script.Exactness == Exactness.Free ? long.MaxValue : Script.Window;
        foreach (var child in parent.UnusedWithin(ahead))
        {
            if (IsOf(child, method) && AreSame(child, method, arguments))
            {
                return child;
            }
        }

        var left = script.Exactness == Exactness.Free ? MostCompared : MostComparedInOrder;
        foreach (var child in parent.UnusedWithin(0))
        {
            if (IsOf(child, method))
            {
                if (Differences(child, method, arguments).Count == 0)
                {
                    return child;
                }

                if (--left == 0)
                {
                    break;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a call is the recorded one.</summary>
    /// <param name="child">The recorded call.</param>
    /// <param name="method">The method that is called.</param>
    /// <param name="arguments">The encoded arguments: an array.</param>
    public bool Matches(ScriptCall child, RecordedMethod method, ReadOnlySpan<byte> arguments) =>
        IsOf(child, method) && (AreSame(child, method, arguments) || Differences(child, method, arguments).Count == 0);

    /// <summary>Whether a call is the recorded one, and its arguments are written as the recording has them.</summary>
    public bool MatchesAsStored(ScriptCall child, RecordedMethod method, ReadOnlySpan<byte> arguments) =>
        IsOf(child, method) && KnownOf(method).AreSame(child.StoredArguments.Span, arguments, blobs);

    /// <summary>What differs between recorded and actual arguments, parameters that are not compared left out.</summary>
    public List<ValueDifference> Differences(ScriptCall child, RecordedMethod method, ReadOnlySpan<byte> arguments)
    {
        var expected = child.Arguments;
        var actual = EncodedArguments.Split(arguments.ToArray());
        var differences = new List<ValueDifference>();
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            if (i < 64 && (method.IgnoredInMatch & (1UL << i)) != 0)
            {
                continue;
            }

            var recorded = i < expected.Count ? expected[i].Bytes : Nil;
            var now = i < actual.Count ? actual[i] : Nil;
            if (!StoredContent.AreSame(recorded.Span, now.Span, blobs))
            {
                Compare(i < method.Parameters.Length ? method.Parameters[i] : $"argument {i + 1}", recorded, now, differences);
            }
        }

        return differences;
    }

    private void Compare(string name, ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual, List<ValueDifference> differences)
    {
        var comparison = ValueComparer.Compare(name, new EncodedValue(expected, blobs), new EncodedValue(actual, blobs));
        differences.AddRange(comparison.Differences);
        if (!comparison.IsComplete && comparison.Differences.Count == 0)
        {
            differences.Add(new ValueDifference(
                name, ValueDifferenceKind.Changed, "a value too large to compare", "a value too large to compare"));
        }
    }

    /// <summary>
    /// Whether a recorded call is one of the method: by name, and among overloads by signature. A signature that the recording doesn't
    /// have was changed since, and then the arguments decide. Of a call that was served nothing is recorded inside, so it is none whose body runs again.
    /// </summary>
    public bool IsOf(ScriptCall child, RecordedMethod method)
    {
        var recorded = child.Method;
        if (method.Index < known.Length && ReferenceEquals(known[method.Index], recorded))
        {
            return true;
        }

        if (recorded.Name != method.Name || IsServedOnly(child, method) || (recorded.Signature != method.Signature && script.Has(method.Name, method.Signature)))
        {
            return false;
        }

        if (method.Index >= known.Length)
        {
            Array.Resize(ref known, method.Index + 16);
        }

        known[method.Index] = recorded;
        return true;
    }

    /// <summary>Whether the body of the method runs again, and the call is recorded as one that is served.</summary>
    public static bool IsServedOnly(ScriptCall child, RecordedMethod method) => method.Replayed && !child.IsReplayed;

    private bool AreSame(ScriptCall child, RecordedMethod method, ReadOnlySpan<byte> arguments) =>
        AreSame(child.StoredArguments.Span, method, arguments) || (child.TryPutListsTogether() && AreSame(child.StoredArguments.Span, method, arguments));

    private bool AreSame(ReadOnlySpan<byte> stored, RecordedMethod method, ReadOnlySpan<byte> arguments)
    {
        return stored.SequenceEqual(arguments)
            || (arguments.Length is >= KnownArguments.Shortest and <= KnownArguments.Longest
                ? KnownOf(method).AreSame(stored, arguments, blobs)
                : StoredContent.AreSame(stored, arguments, blobs));
    }

    private KnownArguments KnownOf(RecordedMethod method)
    {
        if (method.Index >= knownArguments.Length)
        {
            Array.Resize(ref knownArguments, method.Index + 16);
        }

        return knownArguments[method.Index] ??= new KnownArguments();
    }
}
