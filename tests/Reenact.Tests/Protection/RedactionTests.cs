using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using MessagePack;
using Reenact.Protection;
using Reenact.Shims;
using Reenact.Tests.Values;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Protection;

/// <summary>What stands in a recording in place of a sensitive value.</summary>
public sealed class RedactionTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly RoleKeys Roles = new() { { "fraud", Key } };
    private static readonly RedactionOptions Options = new() { HashKey = Key, RoleKeys = Roles, Redactor = new LastFour() };

    [Fact]
    public void Equal_values_have_equal_hashes_and_others_do_not() => Gen.Select(Gen.String[0, 600], Gen.String[0, 600]).Sample((one, other) =>
    {
        var hash = Write<SensitiveMarks.Hashed>(one);
        Assert.Equal(hash, Write<SensitiveMarks.Hashed>(one));
        Assert.Equal(one == other, hash.AsSpan().SequenceEqual(Write<SensitiveMarks.Hashed>(other)));
    });

    [Fact]
    public void A_hash_is_the_key_s_id_and_half_of_an_hmac_of_the_encoded_value()
    {
        byte[] encoded = [0xA5, .. "4111!"u8];
        var id = HMACSHA256.HashData(Key, "reenact/v1 hash key id"u8)[..8];
        var hash = HMACSHA256.HashData(Key, (byte[])[.. "reenact/v1 value\0"u8, .. encoded])[..16];

        Assert.Equal([0xC7, 24, 5, .. id, .. hash], Write<SensitiveMarks.Hashed>("4111!"));
    }

    [Fact]
    public void Long_text_has_the_same_hash_wherever_it_would_be_stored_and_leaves_no_blob()
    {
        var blobs = new MemoryBlobs();
        var text = new string('x', 70_000);

        Assert.Equal(Write<SensitiveMarks.Hashed>(text), Write<SensitiveMarks.Hashed>(text, Options, blobs, isReplay: true));
        _ = Write<Fraud>(text, Options, blobs);
        Assert.Equal(0, blobs.Count);
    }

    [Fact]
    public void What_is_encrypted_opens_with_the_role_s_key_only()
    {
        var bytes = Write<Fraud>("4111-1111");

        Assert.DoesNotContain("4111", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("4111-1111", Read(bytes, Roles));
        Assert.Contains("encrypted for a role", Assert.Throws<ValueFormatException>(() => Read(bytes, null)).Message, StringComparison.Ordinal);
        Assert.Contains("encrypted for a role", Assert.Throws<ValueFormatException>(() => Read(bytes, new RoleKeys { { "support", Key } })).Message, StringComparison.Ordinal);
        var wrong = Assert.Throws<ValueFormatException>(() => Read(bytes, new RoleKeys { { "fraud", new byte[32] } }));
        Assert.Contains("does not open with the key", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_value_is_encrypted_otherwise_each_time_and_counts_as_the_same()
    {
        var (one, two, other) = (Write<Fraud>("a"), Write<Fraud>("a"), Write<Fraud>("b"));

        Assert.NotEqual(one, two);
        Assert.True(AreEqual(one, two));
        Assert.True(AreEqual(one, Write<SensitiveMarks.Hashed>("a")));
        Assert.False(AreEqual(one, other));
        Assert.False(AreEqual(one, Write<SensitiveMarks.Hashed>("b")));
    }

    [Fact]
    public void Values_in_encrypted_ones_are_compared_too()
    {
        Assert.True(AreEqual(WriteNested("a"), WriteNested("a")));
        Assert.False(AreEqual(WriteNested("a"), WriteNested("b")));

        byte[] WriteNested(string text) => Write<string[], ArrayCodec<string, RedactedCodec<string, StringCodec, Fraud>>, SensitiveMarks.Hashed>([text], Options, new MemoryBlobs());
    }

    [Fact]
    public void A_changed_ciphertext_role_or_hash_is_refused() => Gen.Select(Gen.Int[0, 200], Gen.Byte[1, 255]).Sample((place, mask) =>
    {
        var bytes = Write<Fraud>("4111-1111");
        const int ArrayHeader = 3; // More elements may come behind, which count as nothing.
        if (place % bytes.Length == ArrayHeader)
            return;

        bytes[place % bytes.Length] ^= mask;
        try
        {
            Assert.NotEqual("4111-1111", Read(bytes, Roles));
        }
        catch (ValueFormatException)
        {
            // As it should be.
        }
    });

    [Fact]
    public void Forged_bodies_are_refused_and_printed() => Gen.Select(Gen.Int[4, 6], Gen.Byte.Array[0, 80]).Sample((type, body) =>
    {
        var bytes = Encoded.Raw((ref writer) => writer.WriteExtensionFormat(new ExtensionResult((sbyte)type, new ReadOnlySequence<byte>(body))));
        Assert.Throws<ValueFormatException>(() => Read(bytes, Roles));
        Assert.StartsWith("<", ValuePrinter.Print(new EncodedValue(bytes, new Keyed(Roles)), 100), StringComparison.Ordinal);
    });

    [Fact]
    public void What_a_redactor_makes_is_text()
    {
        Assert.Equal("****1111", Read(Write<SensitiveMarks.Redacted>("4111-1111"), null));
        Assert.Equal("****!:cards", Read(Write<Classified>("!"), null));
        var number = Write<int, Int32Codec, SensitiveMarks.Redacted>(4711, Options, new MemoryBlobs());
        Assert.Equal("\"****4711\"", ValuePrinter.Print(new EncodedValue(number, new MemoryBlobs()), 100));
    }

    [Fact]
    public void Without_what_a_form_takes_recording_says_what_to_set()
    {
        var none = new RedactionOptions();
        Assert.Contains("HashKey", Assert.Throws<InvalidOperationException>(() => Write<SensitiveMarks.Hashed>("a", none)).Message, StringComparison.Ordinal);
        Assert.Contains("Redactor", Assert.Throws<InvalidOperationException>(() => Write<SensitiveMarks.Redacted>("a", none)).Message, StringComparison.Ordinal);
        var error = Assert.Throws<InvalidOperationException>(() => Write<Fraud>("secret", new RedactionOptions { HashKey = Key })).Message;
        Assert.Contains("no key of role fraud. Set RedactionOptions.RoleKeys", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Write<Fraud>("a", new RedactionOptions { HashKey = new byte[3] }));
        Assert.Throws<ArgumentException>(() => Write<Fraud>("a", new RedactionOptions { DefaultForm = SensitiveForm.Encrypted }));
    }

    [Fact]
    public void Without_it_a_replay_compares_nothing_and_knows_that()
    {
        var redaction = Redaction.Of(new RedactionOptions(), isReplay: true);
        Assert.False(redaction.HasWithheld);
        var withheld = Write<string, StringCodec, SensitiveMarks.Hashed>("other", redaction, new MemoryBlobs());

        Assert.True(redaction.HasWithheld);
        Assert.True(AreEqual(Write<SensitiveMarks.Hashed>("a"), withheld));
        Assert.True(AreEqual(Write<Fraud>("a"), withheld));
        Assert.True(AreEqual(Write<SensitiveMarks.Redacted>("a"), withheld));
        Assert.False(AreEqual(withheld, Write<SensitiveMarks.Hashed>("a")));
    }

    [Fact]
    public void A_default_form_is_that_of_what_names_none()
    {
        Assert.Equal(Write<SensitiveMarks.Hashed>("a"), Write<SensitiveMarks.Default>("a", new RedactionOptions { HashKey = Key, DefaultForm = SensitiveForm.Hashed }));
        Assert.Equal([0xC7, 0, 4], Write<SensitiveMarks.Default>("a"));
    }

    [Fact]
    public void Defaults_are_served_where_that_was_asked_for()
    {
        var context = new ValueReadContext(new MemoryBlobs()) { ServesDefaults = true };
        Assert.Equal("", ValueReading.Read<string, RedactedCodec<string, StringCodec, SensitiveMarks.Default>>(Write<SensitiveMarks.Default>("a"), context));
        Assert.Equal(0, ValueReading.Read<int, RedactedCodec<int, Int32Codec, SensitiveMarks.Hashed>>(Write<SensitiveMarks.Hashed>("a"), context));
    }

    [Fact]
    public void What_is_opened_is_printed_as_it_was()
    {
        var bytes = Write<Fraud>("4111");

        Assert.Equal("\"4111\"", ValuePrinter.Print(new EncodedValue(bytes, new Keyed(Roles)), 100));
        Assert.Matches("^<encrypted for fraud, <hash [0-9a-f]{32} under key [0-9a-f]{16}>>$", ValuePrinter.Print(new EncodedValue(bytes, new Keyed(null)), 100));
    }

    [Fact]
    public void Role_keys_are_read_from_a_file_and_bad_lines_are_named()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"# keys\n\nfraud\t{Convert.ToBase64String(Key)}\r\n");
            Assert.Equal(Key, RoleKeys.Read(file).Find("fraud")!.Value.ToArray());
            foreach (var line in (string[])["fraud", "fraud AAAA", $"a b {Convert.ToBase64String(Key)}", $"x {Convert.ToBase64String(Key)}\nx {Convert.ToBase64String(Key)}"])
            {
                File.WriteAllText(file, "\n" + line);
                Assert.Matches("line [23]: ", Assert.Throws<FormatException>(() => RoleKeys.Read(file)).Message);
            }

            File.WriteAllBytes(file, new byte[70_000]);
            Assert.Contains("64 KiB", Assert.Throws<FormatException>(() => RoleKeys.Read(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool AreEqual(byte[] expected, byte[] actual) =>
        ValueComparer.Compare("value", new EncodedValue(expected, new MemoryBlobs()), new EncodedValue(actual, new MemoryBlobs())).AreEqual;

    private static string Read(byte[] bytes, IRoleKeys? keys) =>
        ValueReading.Read<string, RedactedCodec<string, StringCodec, Fraud>>(bytes, new ValueReadContext(new Keyed(keys)));

    private static byte[] Write<TMark>(string text, RedactionOptions? options = null, MemoryBlobs? blobs = null, bool isReplay = false)
        where TMark : ISensitiveMark =>
        Write<string, StringCodec, TMark>(text, Redaction.Of(options ?? Options, isReplay), blobs ?? new MemoryBlobs());

    private static byte[] Write<T, TCodec, TMark>(T value, RedactionOptions options, MemoryBlobs blobs)
        where TCodec : IValueCodec<T>
        where TMark : ISensitiveMark =>
        Write<T, TCodec, TMark>(value, Redaction.Of(options, isReplay: false), blobs);

    private static byte[] Write<T, TCodec, TMark>(T value, Redaction redaction, MemoryBlobs blobs)
        where TCodec : IValueCodec<T>
        where TMark : ISensitiveMark
    {
        var context = new ValueWriteContext(blobs) { Redaction = redaction };
        return Encoded.Raw((ref writer) => RedactedCodec<T, TCodec, TMark>.Write(ref writer, value, context));
    }

    private readonly struct Fraud : ISensitiveMark
    {
        public static SensitiveMark Mark { get; } = new(role: "fraud");
    }

    private readonly struct Classified : ISensitiveMark
    {
        public static SensitiveMark Mark { get; } = new(taxonomy: "bank", value: "cards");
    }

    private sealed class LastFour : ITextRedactor
    {
        public string Redact(string text, DataClass? dataClass) => "****" + text[^Math.Min(4, text.Length)..] + (dataClass is null ? "" : ":" + dataClass.Value);
    }

    private sealed class Keyed(IRoleKeys? keys) : IBlobSource
    {
        public IRoleKeys? RoleKeys => keys;

        public ReadOnlyMemory<byte> Get(uint id) => throw new ValueFormatException("There are none.");
    }
}
