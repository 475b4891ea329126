using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Reenact.Values;

namespace Reenact;

/// <summary>Keys of roles, by name. Add all of them before the first use; from then on it is thread-safe.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It enumerates names only to allow a collection initializer.")]
public sealed class RoleKeys : IRoleKeys, IEnumerable<string>
{
    /// <summary>The length of a key, in bytes.</summary>
    public const int KeyLength = 32;

    private const int LongestFile = 64 * 1024;
    private const int LongestName = 256;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> keys = new(StringComparer.Ordinal);

    /// <summary>Adds the key of a role.</summary>
    /// <param name="role">The role's name, at most 256 characters.</param>
    /// <param name="key">32 random bytes.</param>
    /// <exception cref="ArgumentException">The name is empty, too long, or there already; or the key has another length.</exception>
    public void Add(string role, ReadOnlyMemory<byte> key)
    {
        ArgumentException.ThrowIfNullOrEmpty(role);
        if (role.Length > LongestName)
        {
            throw new ArgumentException($"The name of a role has more than {LongestName} characters.", nameof(role));
        }

        if (key.Length != KeyLength)
        {
            throw new ArgumentException($"The key of role {TextEscape.Message(role)} has {key.Length} bytes; it takes {KeyLength}. `openssl rand -base64 32` makes one.", nameof(key));
        }

        keys.Add(role, key.ToArray());
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Find(string role) => keys.TryGetValue(role, out var key) ? key : (ReadOnlyMemory<byte>?)null;

    /// <summary>
    /// Reads keys from a file of at most 64 KiB: a line for each role with its name and its key in Base64, with white space between; empty lines and
    /// those that begin with <c>#</c> are skipped.
    /// </summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="FormatException">A line is no name and key; the message names the file and the line, and nothing of the key.</exception>
    public static RoleKeys Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var content = new byte[LongestFile + 1];
        var length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        if (length > LongestFile)
        {
            throw new FormatException($"{TextEscape.Message(path)} has more than {LongestFile >> 10} KiB, so it is no file of role keys. Give a text file with a role's name and its key in Base64 on each line.");
        }

        var found = new RoleKeys();
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(content, 0, length).Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
            {
                found.AddLine(line, $"{TextEscape.Message(path)}, line {number}");
            }
        }

        CryptographicOperations.ZeroMemory(content);
        return found;
    }

    /// <summary>The names of the roles.</summary>
    public IEnumerator<string> GetEnumerator() => keys.Keys.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    private void AddLine(string line, string place)
    {
        var parts = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var key = new byte[KeyLength];
        if (parts.Length != 2 || !Convert.TryFromBase64String(parts[1], key, out var length) || length != KeyLength || parts[0].Length > LongestName)
        {
            throw new FormatException($"{place}: this is no role's name and its key of {KeyLength} bytes in Base64, such as 'fraud-team q83vEjRW…'.");
        }

        if (!keys.TryAdd(parts[0], key))
        {
            throw new FormatException($"{place}: role {TextEscape.Message(parts[0])} has a key already. Keep one line for each role.");
        }
    }
}
