using CsCheck;
using MessagePack;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

public sealed class ValueComparerTests
{
    [Fact]
    public void A_value_equals_itself_however_it_is_stored() => Gen.Select(AnyValue.Tree, Gen.Int).Sample((tree, seed) =>
    {
        var other = new MemoryBlobs();
        other.Store("something else, so that the ids differ"u8);
        var comparison = ValueComparer.Compare("v", AnyValue.Encode(tree, new MemoryBlobs()), AnyValue.EncodeOtherwise(tree, other, seed));
        Assert.True(comparison.AreEqual, ValueDiff.Describe(comparison));
    });

    [Fact]
    public void The_other_way_round_the_same_places_differ() => Gen.Select(AnyValue.Tree, AnyValue.Tree).Sample((left, right) =>
    {
        var blobs = new MemoryBlobs();
        var forth = ValueComparer.Compare("v", AnyValue.Encode(left, blobs), AnyValue.Encode(right, blobs));
        var back = ValueComparer.Compare("v", AnyValue.Encode(right, blobs), AnyValue.Encode(left, blobs));
        Assert.Equal(
            forth.Differences.Select(difference => (difference.Path, difference.Kind, difference.Expected, difference.Actual, difference.Line)).Order(),
            back.Differences.Select(difference => (difference.Path, Mirrored(difference.Kind), difference.Actual, difference.Expected, difference.Line)).Order());
        return true;
    });

    [Fact]
    public void Every_changed_leaf_is_found() => Gen.Select(Gen.Int.Array[1, 50], Gen.Int[0, 49]).Sample((numbers, place) =>
    {
        place %= numbers.Length;
        var changed = numbers.ToArray();
        changed[place] ^= 1;
        var difference = Assert.Single(Compare(Boxed(numbers), Boxed(changed)).Differences);
        Assert.Equal($"v[{place}]", difference.Path);
    });

    [Fact]
    public void A_difference_has_its_path()
    {
        var expected = Map(("passengers", new object?[] { Map(("dob", "1990-01-01")), Map(("dob", "1990-02-01"), ("the name", "A")) }));
        var actual = Map(("passengers", new object?[] { Map(("dob", "1990-01-01")), Map(("the name", "B"), ("dob", "1990-03-01")) }));
        Assert.Equal(
            [
                new("v.passengers[1].dob", ValueDifferenceKind.Changed, "\"1990-02-01\"", "\"1990-03-01\""),
                new("v.passengers[1][\"the name\"]", ValueDifferenceKind.Changed, "\"A\"", "\"B\""),
            ],
            Compare(expected, actual).Differences);
    }

    [Fact]
    public void Elements_of_a_set_are_compared_with_their_equals_not_with_those_of_their_place()
    {
        Assert.Equal(
            [new("v[0]", ValueDifferenceKind.Added, null, "0"), new("v[5]", ValueDifferenceKind.Removed, "6", null)],
            Compare(Boxed([1, 2, 3, 4, 5, 6]), Boxed([0, 1, 2, 3, 4, 5])).Differences);
        Assert.Equal(
            [new("v[0]", ValueDifferenceKind.Removed, "\"a\"", null), new("v[2]", ValueDifferenceKind.Added, null, "\"d\""), new("v[3]", ValueDifferenceKind.Added, null, "\"e\"")],
            Compare(new object?[] { "a", "b", "c" }, new object?[] { "b", "c", "d", "e" }).Differences);
        Assert.Equal(2, Compare(Boxed([.. Enumerable.Range(0, 1000)]), Boxed([.. Enumerable.Range(1, 1000)])).Differences.Count);
    }

    [Fact]
    public void What_follows_a_set_is_still_compared()
    {
        object?[] expected = [Boxed([.. Enumerable.Range(0, 500)]), 1L, "a"];
        object?[] actual = [Boxed([.. Enumerable.Range(1, 500)]), 1L, "b"];
        Assert.Equal(["v[0][0]", "v[0][499]", "v[2]"], Compare(expected, actual).Differences.Select(difference => difference.Path));
    }

    [Fact]
    public void A_few_changed_elements_of_a_list_are_told_as_changes() =>
        Assert.Equal(
            [new("v[0]", ValueDifferenceKind.Changed, "1", "2"), new("v[2]", ValueDifferenceKind.Changed, "5", "6")],
            Compare(Boxed([1, 3, 5]), Boxed([2, 3, 6])).Differences);

    [Fact]
    public void Added_and_removed_members_are_told()
    {
        Assert.Equal(
            [new("v.b", ValueDifferenceKind.Removed, "2", null), new("v.c", ValueDifferenceKind.Added, null, "3")],
            Compare(Map(("a", 1L), ("b", 2L)), Map(("c", 3L), ("a", 1L))).Differences);
    }

    public static TheoryData<object?> Defaults { get; } =
        [null!, 0L, false, 0.0, "", new object?[0], new Dictionary<object, object?>(), Array.Empty<byte>(), "0", "00000000-0000-0000-0000-000000000000", "0001-01-01"];

    [Theory, MemberData(nameof(Defaults))]
    public void A_member_added_with_its_default_is_no_difference(object? value)
    {
        Assert.True(Compare(Map(("a", 1L)), Map(("a", 1L), ("b", value))).AreEqual);
        Assert.True(Compare(Map(("b", value), ("a", 1L)), Map(("a", 1L))).AreEqual);
        Assert.False(Compare(Map(("a", 1L), ("b", "x")), Map(("a", 1L), ("b", value))).AreEqual);
    }

    [Fact]
    public void A_default_that_both_have_and_an_element_that_is_one_are_compared()
    {
        Assert.False(Compare(Map(("a", 0L)), Map(("a", ""))).AreEqual);
        Assert.False(Compare(new object?[] { 0L }, Array.Empty<object?>()).AreEqual);
        Assert.False(Compare(null, 0L).AreEqual);
    }

    [Fact]
    public void An_element_put_in_is_the_only_difference()
    {
        Assert.Equal(
            [new("v[1]", ValueDifferenceKind.Added, null, "9")],
            Compare(Boxed([1, 2, 3]), Boxed([1, 9, 2, 3])).Differences);
        Assert.Equal(
            [new("v[1]", ValueDifferenceKind.Changed, "2", "7"), new("v[2]", ValueDifferenceKind.Removed, "3", null)],
            Compare(Boxed([1, 2, 3, 4]), Boxed([1, 7, 4])).Differences);
    }

    [Fact]
    public void Zeros_of_both_signs_and_numbers_of_two_kinds_differ()
    {
        Assert.False(Compare(0.0, -0.0).AreEqual);
        Assert.True(Compare(double.NaN, double.NaN).AreEqual);
        Assert.False(Compare(1L, 1.0).AreEqual);
        var largest = new EncodedValue(Encoded.Raw((ref MessagePackWriter writer) => writer.Write(ulong.MaxValue)), new MemoryBlobs());
        Assert.False(ValueComparer.Compare("v", AnyValue.Encode(-1L, new MemoryBlobs()), largest).AreEqual);
    }

    [Fact]
    public void A_difference_in_a_long_text_shows_its_place()
    {
        var lines = string.Concat(Enumerable.Range(1, 200).Select(number => $"This is line {number} of the prompt.\n"));
        var difference = Assert.Single(Compare(Map(("prompt", lines)), Map(("prompt", lines.Replace("line 120 of", "row 120 of", StringComparison.Ordinal)))).Differences);
        Assert.Equal("v.prompt", difference.Path);
        Assert.Equal(120, difference.Line);
        Assert.Equal("…\"This is line 120 of the prompt.\\nThis is line 121 of the prompt.\\nThis\"…", difference.Expected);
        Assert.Equal("…\"This is row 120 of the prompt.\\nThis is line 121 of the prompt.\\nThis \"…", difference.Actual);
    }

    [Fact]
    public void The_place_is_never_within_a_character() => Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Sample((before, after) =>
    {
        var left = Text(before, after, "字");
        var right = Text(before, after, "存");
        var difference = Assert.Single(Compare(left, right).Differences);
        Assert.DoesNotContain('\uFFFD', difference.Expected + difference.Actual);
        Assert.Contains("字", difference.Expected, StringComparison.Ordinal);
        Assert.Contains("存", difference.Actual, StringComparison.Ordinal);

        static string Text(int before, int after, string middle) =>
            string.Concat(Enumerable.Repeat("é🛫", before)) + middle + string.Concat(Enumerable.Repeat("🛫é", after));
    });

    [Fact]
    public void Only_the_first_hundred_differences_are_told()
    {
        var comparison = Compare(Boxed(new int[500]), Boxed([.. Enumerable.Repeat(1, 500)]));
        Assert.Equal(100, comparison.Differences.Count);
        Assert.False(comparison.IsComplete);
        Assert.Contains("There may be more", ValueDiff.Describe(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_takes_too_long_is_not_called_equal()
    {
        // The same entries, but each has to be looked up.
        var comparison = ValueComparer.Compare("v", Numbered(Enumerable.Range(0, 600_000)), Numbered(Enumerable.Range(0, 600_000).Reverse()));
        Assert.False(comparison.IsComplete);
        Assert.False(comparison.AreEqual);

        static EncodedValue Numbered(IEnumerable<int> keys) => new(
            Encoded.Raw((ref MessagePackWriter writer) =>
            {
                writer.WriteMapHeader(600_000);
                foreach (var key in keys)
                {
                    writer.Write(key);
                    writer.Write(1);
                }
            }),
            new MemoryBlobs());
    }

    [Fact]
    public void A_difference_reads_well()
    {
        var comparison = Compare(Map(("to", "JFK"), ("nights", 3L), ("old", 1L)), Map(("to", "EWR"), ("nights", 3L), ("new", 2L)));
        Assert.Equal(
            """
            v.to
              expected  "JFK"
              actual    "EWR"
            v.old
              expected  1
              actual    (absent)
            v.new
              expected  (absent)
              actual    2

            """,
            ValueDiff.Describe(comparison),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Redacted_values_are_equal_only_to_themselves()
    {
        var erased = Extension(ValueExtensionType.Erased, []);
        Assert.True(ValueComparer.Compare("v", erased, Extension(ValueExtensionType.Erased, [])).AreEqual);
        Assert.False(ValueComparer.Compare("v", erased, AnyValue.Encode("a", new MemoryBlobs())).AreEqual);
        Assert.False(ValueComparer.Compare("v", Extension(ValueExtensionType.KeyedHash, [1]), Extension(ValueExtensionType.KeyedHash, [2])).AreEqual);
    }

    private static EncodedValue Extension(sbyte type, byte[] body) =>
        new(Encoded.Raw((ref MessagePackWriter writer) => writer.WriteExtensionFormat(new ExtensionResult(type, body))), new MemoryBlobs());

    private static ValueComparison Compare(object? expected, object? actual) =>
        ValueComparer.Compare("v", AnyValue.Encode(expected, new MemoryBlobs()), AnyValue.Encode(actual, new MemoryBlobs()));

    private static object?[] Boxed(int[] numbers) => [.. numbers.Select(number => (object?)(long)number)];

    private static Dictionary<object, object?> Map(params (string Name, object? Value)[] members) =>
        members.ToDictionary(member => (object)member.Name, member => member.Value);

    private static ValueDifferenceKind Mirrored(ValueDifferenceKind kind) => kind switch
    {
        ValueDifferenceKind.Added => ValueDifferenceKind.Removed,
        ValueDifferenceKind.Removed => ValueDifferenceKind.Added,
        _ => kind,
    };
}
