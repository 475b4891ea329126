using System.Xml;

namespace Reenact.Testing.Tests.Agents;

/// <summary>Lets a library throw an exception that no code here throws or catches.</summary>
public sealed partial class Mandates
{
    [Recorded]
    public partial Task<string> ReadAsync(string xml);

    private Task<string> ReadCoreAsync(string xml)
    {
        var document = new XmlDocument();
        document.LoadXml(xml);
        return Task.FromResult(document.DocumentElement!.Name);
    }
}
