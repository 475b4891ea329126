namespace Reenact;

/// <summary>Finds the keys of roles. Must be thread-safe.</summary>
public interface IRoleKeys
{
    /// <summary>Finds the key of a role.</summary>
    /// <param name="role">The role's name.</param>
    /// <returns>32 bytes; null where the role is not known, or its key is not at hand.</returns>
    ReadOnlyMemory<byte>? Find(string role);
}
