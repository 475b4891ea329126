using System.Net;

namespace Reenact.Testing.Tests.Agents;

/// <summary>Lets a library throw an exception that no code here throws or catches, and that replay doesn't know.</summary>
public sealed partial class Mandates
{
    [Recorded]
    public partial Task<string> ReadAsync(string name);

    private Task<string> ReadCoreAsync(string name) => Task.FromResult(new Cookie(name, "signed").Name);
}
