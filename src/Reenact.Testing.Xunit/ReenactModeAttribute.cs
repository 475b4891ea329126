using System.Reflection;
using Reenact.Testing.Modes;
using Xunit.v3;

namespace Reenact.Testing.Xunit;

/// <summary>
/// Says what a test does with its recordings: on a method, a class or an assembly, the nearest one counts. <see cref="ReenactTestOptions.Mode"/>
/// goes before it, and the environment variable <c>REENACT_MODE</c> before both.
/// </summary>
/// <remarks>xunit itself finds the attribute and calls it around each test; nothing else looks for it.</remarks>
/// <param name="mode">What to do.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class ReenactModeAttribute(ReenactMode mode) : BeforeAfterTestAttribute
{
    /// <summary>What tests do with their recordings.</summary>
    public ReenactMode Mode { get; } = mode;

    /// <inheritdoc/>
    /// <remarks>xunit calls those of the assembly first and those of the method last.</remarks>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => AmbientMode.Current = Mode;

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => AmbientMode.Current = null;
}
