using MessagePack;
using Reenact.Events;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Finds the recorded call that a call of replayed code is: by bytes, then by data.</summary>
internal sealed class CallMatcher(MatchOrder order, Script script)
{
    private readonly ReplayBlobs blobs = script.Blobs;

    public static readonly ReadOnlyMemory<byte> Nil = new byte[] { MessagePackCode.Nil };

    /// <summary>The recorded call whose turn it is under a parent; null when there is none left.</summary>
    public ScriptCall? Due(ScriptCall parent, RecordedMethod method) =>
        order == MatchOrder.Strict
            ? parent.NextUnused
            : parent.Unused.FirstOrDefault(child => IsOf(child, method));

    /// <summary>A call that is recorded under the parent, but whose turn it is not; null when there is none.</summary>
    public ScriptCall? OutOfTurn(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments) =>
        parent.Unused.FirstOrDefault(child => Matches(child, method, arguments));

    /// <summary>Whether a call is the recorded one.</summary>
    /// <param name="child">The recorded call.</param>
    /// <param name="method">The method that is called.</param>
    /// <param name="arguments">The encoded arguments: an array.</param>
    public bool Matches(ScriptCall child, RecordedMethod method, ReadOnlyMemory<byte> arguments) =>
        IsOf(child, method) && (SameBytes(child.Arguments, arguments.Span) || Differences(child, method, arguments).Count == 0);

    /// <summary>What differs between recorded and actual arguments, parameters that are not compared left out.</summary>
    public List<ValueDifference> Differences(ScriptCall child, RecordedMethod method, ReadOnlyMemory<byte> arguments)
    {
        var expected = child.Arguments;
        var actual = EncodedArguments.Split(arguments);
        var differences = new List<ValueDifference>();
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            if (i < 64 && (method.IgnoredInMatch & (1UL << i)) != 0)
            {
                continue;
            }

            var name = i < method.Parameters.Length ? method.Parameters[i] : $"argument {i + 1}";
            var comparison = ValueComparer.Compare(
                name,
                new EncodedValue(i < expected.Count ? expected[i].Bytes : Nil, blobs),
                new EncodedValue(i < actual.Count ? actual[i] : Nil, blobs));
            differences.AddRange(comparison.Differences);
            if (!comparison.IsComplete && comparison.Differences.Count == 0)
            {
                differences.Add(new ValueDifference(
                    name, ValueDifferenceKind.Changed, "a value too large to compare", "a value too large to compare"));
            }
        }

        return differences;
    }

    /// <summary>
    /// Whether a recorded call is one of the method: by name, and among overloads by signature. A signature that the recording doesn't
    /// have was changed since, and then the arguments decide.
    /// </summary>
    public bool IsOf(ScriptCall child, RecordedMethod method) =>
        child.Method.Name == method.Name
        && (child.Method.Signature == method.Signature || !script.Has(method.Name, method.Signature));

    private static bool SameBytes(IReadOnlyList<RecordedValue> expected, ReadOnlySpan<byte> array)
    {
        if (MessagePackPrimitives.TryReadArrayHeader(array, out var count, out var at) != MessagePackPrimitives.DecodeResult.Success
            || count != expected.Count)
        {
            return false;
        }

        var rest = array[at..];
        foreach (var value in expected)
        {
            if (!rest.StartsWith(value.Bytes.Span))
            {
                return false;
            }

            rest = rest[value.Bytes.Length..];
        }

        return rest.IsEmpty;
    }
}
