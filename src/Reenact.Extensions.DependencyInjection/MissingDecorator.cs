using Reenact.Shims;

namespace Reenact.Extensions.DependencyInjection;

/// <summary>The error of a service whose interface nobody asked to be recorded.</summary>
internal static class MissingDecorator
{
    public static InvalidOperationException Error(Type service, string attribute) => new(
        $"Calls of {CodeName.Of(service)} can't be recorded: no class that does it was emitted. Add [assembly: {attribute}] to the project that "
        + "registers the service, and let that project use Reenact's generator.");
}
