namespace Reenact.Generators.Models;

/// <summary>The constructors that an exception can be made again with, best first.</summary>
internal enum ExceptionConstructor
{
    /// <summary><c>(string, Exception)</c></summary>
    MessageAndInner,

    /// <summary><c>(string)</c></summary>
    Message,

    /// <summary><c>()</c></summary>
    Nothing,
}
