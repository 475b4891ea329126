using System.Buffers.Binary;
using System.Security.Cryptography;
using Reenact.Dictionaries;
using Reenact.Files;
using Reenact.Format;
using ZstdSharp;

namespace Reenact;

/// <summary>
/// What recordings have in common, learned from some of them, so that others take a fraction of the bytes. Recordings name it by its hash, and can't be read without it. It
/// holds text of what it was learned from: keep it as you keep those recordings, and have one for each tenant. Immutable and thread-safe.
/// </summary>
/// <remarks>A dictionary is a file in zstd's format (RFC 8878, section 5).</remarks>
public sealed class RecordingDictionary
{
    /// <summary>The end of the names of files that readers look into for a dictionary.</summary>
    public const string FileExtension = ".reenact-dict";

    /// <summary>The largest one, in bytes.</summary>
    public const int MaxSize = 1 << 20;

    private const uint Magic = 0xEC30A437;
    private const int SmallestFile = 16;

    private readonly byte[] content;

    private RecordingDictionary(byte[] content)
    {
        this.content = content;
        Id = Convert.ToHexStringLower(SHA256.HashData(content));
        Compression = new Zstd(content);
    }

    /// <summary>Its SHA-256, in lower-case hexadecimal: 64 characters.</summary>
    public string Id { get; }

    /// <summary>Its bytes.</summary>
    public ReadOnlyMemory<byte> Content => content;

    /// <summary>Compresses with it.</summary>
    internal Zstd Compression { get; }

    /// <summary>Reads a dictionary from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RecordingException">It can't be read, or is no dictionary (<see cref="RecordingErrorKind.NotADictionary"/>).</exception>
    public static RecordingDictionary Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] content;
        try
        {
            content = SmallFile.Read(path, MaxSize) ?? [];
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, path, "reading the dictionary", offset: null);
        }

        return Parse(content, path);
    }

    /// <summary>Makes one of the bytes of a file.</summary>
    /// <param name="content">The bytes, at most <see cref="MaxSize"/>.</param>
    /// <exception cref="RecordingException">They are no dictionary (<see cref="RecordingErrorKind.NotADictionary"/>).</exception>
    public static RecordingDictionary Parse(ReadOnlySpan<byte> content) => Parse(content.ToArray(), "(memory)");

    /// <summary>Learns one from recordings, of one tenant unless options say otherwise. It takes seconds, and as much memory as four times what the recordings hold, of which 32 MiB are looked at.</summary>
    /// <param name="recordings">The recordings. They are not disposed.</param>
    /// <param name="options">How to learn; null for the defaults.</param>
    /// <exception cref="RecordingException">
    /// A recording can't be read; or the recordings are of several tenants, or encrypted, and the options don't say that this is meant, or they are too few
    /// (<see cref="RecordingErrorKind.NotForTraining"/>).
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The options' size is out of range.</exception>
    public static RecordingDictionary Train(IEnumerable<Recording> recordings, DictionaryTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        options ??= new DictionaryTrainingOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Size, 1024, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Size, MaxSize, nameof(options));
        var samples = new TrainingSamples(options);
        foreach (var recording in recordings)
            samples.Add(recording);
        return Parse(samples.Train(), "(trained)");
    }

    /// <summary>Writes it into a new file. Where the name ends with <see cref="FileExtension"/>, readers of recordings in that folder find it.</summary>
    /// <param name="path">The file, which must not be there.</param>
    /// <exception cref="RecordingException">It can't be written, or is there already.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // It holds text of recordings.
        try
        {
            using var file = new FileStream(path, options);
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, path, "writing the dictionary", offset: null);
        }
    }

    private static RecordingDictionary Parse(byte[] content, string name)
    {
        if (content.Length is < SmallestFile or > MaxSize || BinaryPrimitives.ReadUInt32LittleEndian(content) != Magic)
            throw NoDictionary(name, null);
        var dictionary = new RecordingDictionary(content);
        try
        {
            dictionary.Compression.Check();
            return dictionary;
        }
        catch (ZstdException exception)
        {
            throw NoDictionary(name, exception);
        }
    }

    private static RecordingException NoDictionary(string name, Exception? cause) => new(
        RecordingErrorKind.NotADictionary, name,
        $"{name}: this is no dictionary for recordings, which is a zstd dictionary of at most {MaxSize:N0} bytes, as `reenact train` writes it. Check the path, or train one again for new recordings.", offset: null, cause);
}
