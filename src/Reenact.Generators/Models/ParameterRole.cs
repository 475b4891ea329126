namespace Reenact.Generators.Models;

/// <summary>What is recorded of a parameter.</summary>
internal enum ParameterRole
{
    /// <summary>Nothing: it is passed on.</summary>
    PassedOn,

    /// <summary>Its value before the call.</summary>
    Argument,

    /// <summary>Its value before the call and after it: <c>ref</c>.</summary>
    Reference,

    /// <summary>Its value after the call: <c>out</c>.</summary>
    Output,

    /// <summary>What the span holds before the call and after it.</summary>
    Span,

    /// <summary>What the call reports to it.</summary>
    Progress,
}
