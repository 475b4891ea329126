using Reenact.Testing;
using Reenact.Testing.Xunit;
using Xunit;

[assembly: ReenactMode(ReenactMode.Replay)]

namespace Reenact.Testing.Xunit.Tests;

/// <summary>Attributes on the assembly, a class and a method; the mode shows in what a run without a recording does.</summary>
public static class ReenactModeTests
{
    private static async Task<ReenactMode?> ModeAsync(ReenactTestOptions? options = null)
    {
        Assert.SkipUnless(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("REENACT_MODE")), "REENACT_MODE goes before attributes.");
        try
        {
            return (await ReenactTest.RunAsync($"{Guid.NewGuid():N}.reenact", () => Task.CompletedTask, options)).Mode;
        }
        catch (MissingRecordingException)
        {
            return ReenactMode.Replay;
        }
    }

    public class Of_the_assembly
    {
        [Fact]
        public async Task It_holds_where_nothing_nearer_says_otherwise() => Assert.Equal(ReenactMode.Replay, await ModeAsync());

        [Fact, ReenactMode(ReenactMode.Off)]
        public async Task A_method_goes_before_it() => Assert.Equal(ReenactMode.Off, await ModeAsync());
    }

    [ReenactMode(ReenactMode.Off)]
    public class Of_a_class : IAsyncLifetime
    {
        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        [Fact]
        public async Task It_goes_before_the_assembly()
        {
            await Task.Yield();
            Assert.Equal(ReenactMode.Off, await ModeAsync());
        }

        [Fact, ReenactMode(ReenactMode.Replay)]
        public async Task A_method_goes_before_it() => Assert.Equal(ReenactMode.Replay, await ModeAsync());

        [Fact]
        public async Task Options_go_before_it() => Assert.Equal(ReenactMode.Replay, await ModeAsync(new() { Mode = ReenactMode.Replay }));

        public ValueTask DisposeAsync()
        {
            GC.SuppressFinalize(this);
            return ValueTask.CompletedTask;
        }
    }
}
