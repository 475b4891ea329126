using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests.Caching;

/// <summary>What was read from a compilation outlives it; the compilation does not.</summary>
public class ReleaseTests
{
    [Fact]
    public void A_compilation_is_let_go_after_the_next_edit()
    {
        var (project, first) = EditTwice();
        for (var i = 0; i < 10 && first.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(first.IsAlive);
        GC.KeepAlive(project);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (EditedProject Project, WeakReference First) EditTwice()
    {
        var compilation = TestCompilation.Of("namespace Acme; public partial class Tools { [Recorded] public partial int Count(); private int CountCore() { return 1; } }");
        var project = new EditedProject(compilation);
        project.Edit("return 1", "return 2").AssertNothingEmitted();
        project.Edit("return 2", "return 3").AssertNothingEmitted();
        return (project, new WeakReference(compilation));
    }
}
