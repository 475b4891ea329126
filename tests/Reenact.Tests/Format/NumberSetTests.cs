using CsCheck;
using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format;

public class NumberSetTests
{
    [Fact]
    public void A_set_holds_what_was_added_and_nothing_else() => Gen.OneOf(Gen.Long[-200, 200], Gen.Long).Array.Sample(numbers =>
    {
        var set = new NumberSet();
        var expected = new HashSet<long>();
        foreach (var number in numbers)
            Assert.Equal(expected.Add(number), set.Add(number));
        Assert.All(numbers.SelectMany(number => new[] { number, unchecked(number + 1), unchecked(number - 64) }), number => Assert.Equal(expected.Contains(number), set.Contains(number)));
    });
}
