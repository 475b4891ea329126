using System.Buffers;
using MessagePack;
using Reenact.Values;

namespace Reenact.Protection;

/// <summary>Values that stand in a recording in another form than their own: erased, hashed, encrypted.</summary>
internal static class RedactedValue
{
    /// <summary>Whether such a value comes next.</summary>
    public static bool IsNext(ref MessagePackReader reader) => TypeOfNext(ref reader) is ValueExtensionType.Erased or ValueExtensionType.KeyedHash or ValueExtensionType.Encrypted;

    /// <summary>Reads such a value as what it was.</summary>
    /// <exception cref="ValueFormatException">It can't be had again, or not with the keys that are there.</exception>
    public static T Read<T, TCodec>(ref MessagePackReader reader, ValueReadContext context)
        where TCodec : IValueCodec<T>
    {
        if (TryOpen(ref reader, context) is { } opened)
        {
            return ReadOpened<T, TCodec>(opened, context);
        }

        if (context.ServesDefaults)
        {
            reader.Skip();
            return typeof(T) == typeof(string) ? (T)(object)"" : default!;
        }

        var type = TypeOfNext(ref reader)!.Value;
        throw new ValueFormatException(UnexpectedValue.Error(type, Shims.CodeName.Of(typeof(T))).Message) { IsAhead = true, IsErased = true };
    }

    /// <summary>Reads what was opened; what is wrong with it is not said in its own words, which would go into reports.</summary>
    private static T ReadOpened<T, TCodec>(byte[] opened, ValueReadContext context)
        where TCodec : IValueCodec<T>
    {
        try
        {
            var inner = new MessagePackReader(opened);
            context.Enter();
            var value = TCodec.Read(ref inner, context);
            context.Leave();
            return value;
        }
        catch (Exception)
        {
            throw new ValueFormatException($"A recorded value that is encrypted for a role can't be read as {Shims.CodeName.Of(typeof(T))}. What it is, is not shown here; `reenact show --role-key` prints it.");
        }
    }

    /// <summary>Opens a value that is encrypted for a role whose key is at hand, and reads past it.</summary>
    /// <returns>The value, encoded; null where nothing was read, because another one comes next, or there is no key.</returns>
    /// <exception cref="ValueFormatException">It is damaged, or the key is another one.</exception>
    public static byte[]? TryOpen(ref MessagePackReader reader, ValueReadContext context)
    {
        if (context.RoleKeys is not { } keys || TypeOfNext(ref reader) != ValueExtensionType.Encrypted)
        {
            return null;
        }

        var ahead = reader.CreatePeekReader();
        var body = EncryptedBody.Read(ahead.ReadExtensionFormat().Data);
        if (keys.Find(body.Role) is not { } key)
        {
            return null;
        }

        reader.Skip();
        return body.Open(key);
    }

    /// <summary>Whether a value was redacted by a replay that lacks what it takes to compare it.</summary>
    public static bool IsWithheld(MessagePackReader reader) =>
        TypeOfNext(ref reader) == ValueExtensionType.KeyedHash && reader.ReadExtensionFormatHeader().Length == 0;

    /// <summary>Whether two bodies are of equal values, as far as hashes tell.</summary>
    public static bool HaveEqualHashes(ExtensionResult one, ExtensionResult other) =>
        HashOf(one) is { } hash && HashOf(other) is { } another && hash.AsSpan().SequenceEqual(another);

    /// <summary>The key id and the hash of a value that is hashed, or encrypted with its hash beside it; null for others.</summary>
    public static byte[]? HashOf(ExtensionResult extension) => extension.TypeCode switch
    {
        ValueExtensionType.KeyedHash when extension.Data.Length >= ValueHasher.Length => extension.Data.ToArray(),
        ValueExtensionType.Encrypted => EncryptedBody.Read(extension.Data).Hash,
        _ => null,
    };

    private static sbyte? TypeOfNext(ref MessagePackReader reader) =>
        reader.NextMessagePackType == MessagePackType.Extension ? reader.CreatePeekReader().ReadExtensionFormatHeader().TypeCode : null;
}
