using System.Buffers;
using MessagePack;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Protection;

/// <summary>Writes what takes the place of sensitive values, as the options of a session or of a replay say. Thread-safe.</summary>
internal sealed class Redaction
{
    /// <summary>How sessions redact that say nothing of it.</summary>
    public static readonly Redaction None = new(new RedactionOptions(), isReplay: false);

    /// <summary>The same, for values that are compared and not kept.</summary>
    public static readonly Redaction NoneOnReplay = new(new RedactionOptions(), isReplay: true);

    private const int LongestPrint = 1 << 20;

    private readonly SensitiveForm defaultForm;
    private readonly ValueHasher? hasher;
    private readonly IRoleKeys? roleKeys;
    private readonly ITextRedactor? redactor;
    private readonly bool isReplay;
    private volatile bool hasWithheld;

    private Redaction(RedactionOptions options, bool isReplay)
    {
        defaultForm = options.DefaultForm switch
        {
            SensitiveForm.Default => SensitiveForm.Erased,
            SensitiveForm.Encrypted => throw new ArgumentException("RedactionOptions.DefaultForm can't be Encrypted, because it names no role. Name one where it is needed: [Sensitive(Role = \"…\")]."),
            var form => form,
        };
        hasher = options.HashKey.IsEmpty ? null : new ValueHasher(options.HashKey.Span);
        roleKeys = options.RoleKeys;
        redactor = options.Redactor;
        this.isReplay = isReplay;
    }

    /// <summary>Whether values were left uncompared, because the replay lacks what it takes to redact them.</summary>
    public bool HasWithheld => hasWithheld;

    /// <param name="options">What the session is told; null for nothing.</param>
    /// <param name="isReplay">Whether values are compared: what lacks a key is then withheld, and not an error.</param>
    /// <exception cref="ArgumentException">The options can't be followed.</exception>
    public static Redaction Of(RedactionOptions? options, bool isReplay) =>
        options is not null || isReplay ? new Redaction(options ?? new RedactionOptions(), isReplay) : None;

    /// <summary>Writes what takes the place of a value.</summary>
    /// <exception cref="InvalidOperationException">There is no key, or no redactor, that the form takes.</exception>
    public void Write<T, TCodec>(ref MessagePackWriter writer, T value, SensitiveMark mark, ValueWriteContext context)
        where TCodec : IValueCodec<T>
    {
        var form = FormOf(mark);
        if (form == SensitiveForm.Erased)
        {
            writer.WriteExtensionFormatHeader(new ExtensionHeader(ValueExtensionType.Erased, 0));
        }
        else if (Lacks(form, mark) is { } what)
        {
            Withhold(ref writer, form, typeof(T), what);
        }
        else if (form == SensitiveForm.Redacted)
        {
            context.WriteText(ref writer, redactor!.Redact(TextOf<T, TCodec>(value, context), mark.DataClass));
        }
        else
        {
            var hash = HashOf<T, TCodec>(value, context);
            if (form == SensitiveForm.Encrypted && !context.HashesOnly && roleKeys?.Find(mark.Role!) is { } key)
            {
                var plain = Encode<T, TCodec>(value, context, hashesOnly: false);
                EncryptedBody.Seal(mark.Role!, key, hash, plain.WrittenSpan).Write(ref writer);
                plain.Clear();
            }
            else
            {
                writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.KeyedHash, hash));
            }
        }
    }

    private SensitiveForm FormOf(SensitiveMark mark) =>
        mark.Form != SensitiveForm.Default ? mark.Form : mark.DataClass is not null && redactor is not null ? SensitiveForm.Redacted : defaultForm;

    /// <summary>What is missing for a form, and what to do; null where nothing is.</summary>
    private string? Lacks(SensitiveForm form, SensitiveMark mark) => form switch
    {
        SensitiveForm.Redacted => redactor is null ? "no redactor. Set RedactionOptions.Redactor" : null,
        _ when hasher is null => "no key for hashes. Set RedactionOptions.HashKey",
        SensitiveForm.Encrypted when mark.Role is null => "no role to encrypt it for. Name it: [Sensitive(Role = \"…\")]",
        SensitiveForm.Encrypted when !isReplay && roleKeys?.Find(mark.Role) is null => $"no key of role {TextEscape.Message(mark.Role)}. Set RedactionOptions.RoleKeys",
        _ => null,
    };

    private void Withhold(ref MessagePackWriter writer, SensitiveForm form, Type type, string what)
    {
        if (!isReplay)
        {
            throw new InvalidOperationException(
                $"A value of type {CodeName.Of(type)} is to be recorded as SensitiveForm.{form}, and the session has {what} in RecordOptions.Redaction, or choose another form.");
        }

        hasWithheld = true;
        writer.WriteExtensionFormatHeader(new ExtensionHeader(ValueExtensionType.KeyedHash, 0));
    }

    private byte[] HashOf<T, TCodec>(T value, ValueWriteContext context)
        where TCodec : IValueCodec<T>
    {
        // What is encrypted within the value has another nonce each time, so it counts as its hash.
        var plain = Encode<T, TCodec>(value, context, hashesOnly: true);
        var hash = hasher!.Hash(plain.WrittenSpan);
        plain.Clear();
        return hash;
    }

    private static string TextOf<T, TCodec>(T value, ValueWriteContext context)
        where TCodec : IValueCodec<T>
    {
        if (value is string text)
        {
            return text;
        }

        var plain = Encode<T, TCodec>(value, context, hashesOnly: true);
        var printed = ValuePrinter.Print(new EncodedValue(plain.WrittenMemory, NoBlobs.Instance), LongestPrint);
        plain.Clear();
        return printed;
    }

    private static ArrayBufferWriter<byte> Encode<T, TCodec>(T value, ValueWriteContext context, bool hashesOnly)
        where TCodec : IValueCodec<T>
    {
        var plain = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(plain);
        TCodec.Write(ref writer, value, context.InClear(hashesOnly));
        writer.Flush();
        return plain;
    }
}
