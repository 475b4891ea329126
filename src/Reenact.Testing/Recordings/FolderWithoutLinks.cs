using Microsoft.Extensions.FileSystemGlobbing.Abstractions;
using Reenact.Files;

namespace Reenact.Testing.Recordings;

/// <summary>A folder as a pattern sees it, without the links to folders in it: they may lead back, and a search would not end.</summary>
internal sealed class FolderWithoutLinks(DirectoryInfoBase folder) : DirectoryInfoBase
{
    public override string Name => folder.Name;

    public override string FullName => folder.FullName;

    public override DirectoryInfoBase? ParentDirectory => folder.ParentDirectory;

    public override IEnumerable<FileSystemInfoBase> EnumerateFileSystemInfos()
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is not DirectoryInfoBase child)
            {
                yield return entry;
            }
            else if (!FolderSearch.IsLink(child.FullName))
            {
                yield return new FolderWithoutLinks(child);
            }
        }
    }

    public override DirectoryInfoBase? GetDirectory(string path) => folder.GetDirectory(path) is { } child ? new FolderWithoutLinks(child) : null;

    public override FileInfoBase? GetFile(string path) => folder.GetFile(path);
}
