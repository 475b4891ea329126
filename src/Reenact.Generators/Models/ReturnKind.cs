namespace Reenact.Generators.Models;

/// <summary>How a method's result comes.</summary>
internal enum ReturnKind
{
    /// <summary>With the return, or not at all.</summary>
    Direct,

    /// <summary>Through a <c>Task</c> or <c>Task&lt;T&gt;</c>.</summary>
    Task,

    /// <summary>Through a <c>ValueTask</c> or <c>ValueTask&lt;T&gt;</c>.</summary>
    ValueTask,

    /// <summary>Item by item, through an <c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    Stream,
}
