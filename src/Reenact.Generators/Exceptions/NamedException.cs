using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Generators.Exceptions;

/// <summary>An exception type as code names it.</summary>
/// <param name="Type">The innermost type declaration around it, which says what the name means; null for top-level statements.</param>
/// <param name="Name">As written.</param>
/// <param name="IsCaught">Whether a <c>catch</c> names it.</param>
internal readonly record struct NamedException(TypeDeclarationSyntax? Type, string Name, bool IsCaught);
