namespace Reenact;

/// <summary>
/// Lists the types that values of the marked type can have, so that a value of each of them is recorded as what it is. Its map
/// begins with the name of its case (<c>$type</c>): the case's <see cref="RecordedNameAttribute"/>, or the name of its type. A marked class that is not
/// abstract is a case itself, also where it is not listed.
/// </summary>
/// <param name="cases">
/// The types: derived or implementing ones. <c>typeof(Ok&lt;&gt;)</c> on <c>Result&lt;T&gt;</c> is closed over its type arguments; a case that is marked
/// itself stands for its own cases.
/// </param>
/// <remarks><c>[JsonDerivedType]</c> and <c>[JsonPolymorphic]</c> of System.Text.Json are understood as well; this attribute goes before them.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class RecordedUnionAttribute(params Type[] cases) : Attribute
{
    /// <summary>The types that values can have.</summary>
    public IReadOnlyList<Type> Cases { get; } = cases;
}
