namespace Reenact.Values;

/// <summary>Finds the content of blobs.</summary>
internal interface IBlobSource
{
    /// <summary>Finds a blob.</summary>
    /// <exception cref="ValueFormatException">There is no such blob.</exception>
    ReadOnlyMemory<byte> Get(uint id);

    /// <summary>The keys that open what is encrypted for a role; null for none.</summary>
    IRoleKeys? RoleKeys => null;
}
