using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Reenact.Sessions;

/// <summary>Finds the source line of an await in the portable PDB of its assembly, where that is at hand.</summary>
internal static class SourceLines
{
    /// <summary>Method stepping information, as the Portable PDB format has it: where each await gives the thread back, and goes on.</summary>
    private static readonly Guid SteppingInformation = new("54FD2AC5-E925-401A-9C2A-F94F171072F8");

    /// <summary>The file and line of an await.</summary>
    /// <param name="moveNext">The method of the state machine.</param>
    /// <param name="await">The number of the await in its method, from 0: the machine's state.</param>
    /// <returns>Null where it can't be known.</returns>
    public static (string File, int Line)? Find(MethodInfo moveNext, int await)
    {
        try
        {
            using var image = Open(moveNext.Module.Assembly, out var path);
            if (image is null || !image.TryOpenAssociatedPortablePdb(path, OpenFile, out var symbols, out _))
            {
                return null;
            }

            using (symbols)
            {
                var method = (MethodDefinitionHandle)MetadataTokens.EntityHandle(moveNext.MetadataToken);
                return Find(symbols!.GetMetadataReader(), method, await);
            }
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException or InvalidOperationException or NotSupportedException)
        {
            return null; // Symbols that can't be read are no reason to say less than the method's name.
        }
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An assembly in a single file has no location; then its symbols aren't found, and the line is left out.")]
    private static PEReader? Open(Assembly assembly, out string path)
    {
        path = assembly.Location;
        return path.Length == 0 ? null : new PEReader(File.OpenRead(path));
    }

    private static FileStream? OpenFile(string path) => File.Exists(path) ? File.OpenRead(path) : null;

    private static (string File, int Line)? Find(MetadataReader symbols, MethodDefinitionHandle method, int await)
    {
        if (YieldOffset(symbols, method, await) is not { } offset)
        {
            return null;
        }

        SequencePoint? before = null;
        foreach (var point in symbols.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints())
        {
            if (!point.IsHidden && point.Offset <= offset)
            {
                before = point;
            }
        }

        return before is { } found ? (symbols.GetString(symbols.GetDocument(found.Document).Name), found.StartLine) : null;
    }

    private static int? YieldOffset(MetadataReader symbols, MethodDefinitionHandle method, int await)
    {
        foreach (var handle in symbols.GetCustomDebugInformation(method))
        {
            var information = symbols.GetCustomDebugInformation(handle);
            if (symbols.GetGuid(information.Kind) != SteppingInformation)
            {
                continue;
            }

            var blob = symbols.GetBlobReader(information.Value);
            blob.ReadUInt32(); // The offset of the handler that catches what the method throws.
            var yields = new List<int>();
            while (blob.RemainingBytes > 0)
            {
                yields.Add((int)blob.ReadUInt32());
                blob.ReadUInt32(); // Where it goes on.
                blob.ReadCompressedInteger(); // In which method.
            }

            yields.Sort();
            return await >= 0 && await < yields.Count ? yields[await] : null;
        }

        return null;
    }
}
