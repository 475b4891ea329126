using System.Text;
using Reenact.Replaying;
using Reenact.Tests.Values;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Replaying.Scripts;

/// <summary>What a recording has in blobs is the same as what a replay encodes inline.</summary>
public sealed class StoredContentTests
{
    private readonly MemoryBlobs blobs = new();

    [Fact]
    public void Equal_content_is_the_same_wherever_it_stands()
    {
        var recorded = ContentSamples.Recorded(blobs, ContentSamples.Texts);

        Assert.True(recorded.Length < 2_500);
        Assert.True(StoredContent.AreSame(recorded, ContentSamples.Inline(blobs, ContentSamples.Texts), blobs));
    }

    [Fact]
    public void A_difference_anywhere_is_found()
    {
        var recorded = ContentSamples.Recorded(blobs, ContentSamples.Texts);
        for (var i = 0; i < ContentSamples.Texts.Length; i++)
        {
            var text = ContentSamples.Texts[i];
            foreach (var other in (string[])[text + "x", "x" + text, text.Length == 0 ? "y" : text[..^1] + "y", text.Length == 0 ? "z" : "z" + text[1..]])
            {
                string[] changed = [.. ContentSamples.Texts];
                changed[i] = other;
                Assert.False(StoredContent.AreSame(recorded, ContentSamples.Inline(blobs, changed), blobs));
            }
        }
    }

    [Fact]
    public void Less_and_more_than_was_recorded_is_not_the_same()
    {
        var recorded = ContentSamples.Recorded(blobs, ContentSamples.Texts);
        var actual = ContentSamples.Inline(blobs, ContentSamples.Texts);

        Assert.False(StoredContent.AreSame(recorded, actual.AsSpan(0, actual.Length - 1), blobs));
        Assert.False(StoredContent.AreSame(recorded, [.. actual, 0xC0], blobs));
        Assert.False(StoredContent.AreSame(recorded.AsSpan(0, recorded.Length - 1), actual, blobs));
    }

    [Fact]
    public void Text_is_not_the_same_as_bytes()
    {
        var text = new string('a', 300);
        var recorded = ContentSamples.Recorded(blobs, text);
        var actual = ContentSamples.Inline(blobs, text);
        var reference = recorded.AsSpan().IndexOf((byte)ValueExtensionType.TextInBlob);
        recorded[reference] = (byte)ValueExtensionType.BytesInBlob;

        Assert.False(StoredContent.AreSame(recorded, actual, blobs));
    }

    [Fact]
    public void A_missing_blob_is_the_same_as_nothing()
    {
        var text = new string('a', 300);
        var recorded = ContentSamples.Recorded(blobs, text);

        Assert.False(StoredContent.AreSame(recorded, ContentSamples.Inline(blobs, text), new MemoryBlobs()));
    }

    [Fact]
    public void Damage_anywhere_in_what_is_recorded_is_a_difference()
    {
        var texts = ContentSamples.Texts.AsSpan(0, 5);
        var actual = ContentSamples.Inline(blobs, texts);
        var recorded = ContentSamples.Recorded(blobs, texts);
        for (var at = 0; at < recorded.Length; at++)
        {
            var kept = recorded[at];
            foreach (var mask in (byte[])[0x01, 0x10, 0x80, 0xFF])
            {
                recorded[at] = (byte)(kept ^ mask);
                Assert.False(StoredContent.AreSame(recorded, actual, blobs), Encoding.UTF8.GetString(recorded));
            }

            recorded[at] = kept;
            Assert.False(StoredContent.AreSame(recorded.AsSpan(0, at), actual, blobs));
        }
    }
}
