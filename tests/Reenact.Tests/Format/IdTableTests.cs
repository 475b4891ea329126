using CsCheck;
using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format;

public class IdTableTests
{
    [Fact]
    public void Ids_in_any_order_are_kept_as_a_dictionary_keeps_them() => Gen.Select(Gen.Int[0, 40], Gen.UInt[0, 50].Array[0, 30]).Sample((inOrder, more) =>
    {
        var table = new IdTable();
        var expected = new Dictionary<uint, long>();
        foreach (var id in Enumerable.Range(1, inOrder).Select(id => (uint)id).Concat(more).Append(uint.MaxValue))
        {
            var sequence = 1000 + expected.Count;
            Assert.Equal(expected.TryAdd(id, sequence), table.TryAdd(id, sequence));
            Assert.Equal(expected.Count, table.Count);
            Assert.Equal(expected.Keys.Select((key, place) => key == place + 1).All(isInPlace => isInPlace), table.IsInOrder);
        }

        Assert.Equal(expected, table.Entries);
        for (var id = 0u; id < 60; id++)
        {
            Assert.Equal(expected.TryGetValue(id, out var sequence), table.TryGetValue(id, out var found));
            Assert.Equal(sequence, found);
        }
    });
}
