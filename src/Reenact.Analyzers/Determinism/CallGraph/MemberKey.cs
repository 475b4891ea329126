namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// A member with code, without its symbol: the file's place in the compilation and the declaration's place in the file. Compilations that
/// declare the same know the same member by the same key, so that what was found in bodies outlives an edit of others.
/// </summary>
internal readonly record struct MemberKey(int File, int Declaration);
