using Reenact.Events;
using Xunit;

namespace Reenact.Tests.Events;

/// <summary>Lists that were put together are there for the next that grew from them: the last of the long ones, and some short ones.</summary>
public sealed class WholeListsTests
{
    private readonly WholeLists lists = new();

    [Fact]
    public void The_last_long_list_is_kept_and_drives_out_no_short_one()
    {
        for (var i = 0; i < 4; i++)
        {
            lists.Keep(i, place: 0, OfLength(100));
        }

        var (older, latest) = (OfLength(2 << 20), OfLength(16 << 20));
        lists.Keep(10, place: 1, older);
        Assert.Same(older, lists.Find(10, place: 1));
        lists.Keep(11, place: 1, latest);

        Assert.Same(latest, lists.Find(11, place: 1));
        Assert.Null(lists.Find(10, place: 1));
        Assert.Null(lists.Find(11, place: 0));
        Assert.All(Enumerable.Range(0, 4), i => Assert.NotNull(lists.Find(i, place: 0)));
    }

    private static WholeList OfLength(int length) => new(new byte[length], 1, length);
}
