using Reenact.Testing.Recordings;
using Reenact.Testing.Running;

namespace Reenact.Testing.Tests.Recordings;

public sealed class RecordingLocationTests : IDisposable
{
    private const string Relative = "recordings/refund.reenact";
    private readonly TestFolder machine = new();

    public void Dispose() => machine.Dispose();

    [Fact]
    public void A_relative_path_starts_at_the_folder_of_the_source_file()
    {
        var source = machine.Write("repo/tests/Refunds/RefundTests.cs");

        Assert.Equal(machine["repo/tests/Refunds/recordings/refund.reenact"], Find(source));
        Assert.Equal(machine["repo/tests/refund.reenact"], Find(source, "../refund.reenact"));
    }

    [Fact]
    public void A_full_path_is_taken_as_it_is() =>
        Assert.Equal(machine["x.reenact"], Find("/_/tests/RefundTests.cs", machine["y/../x.reenact"]));

    [Theory]
    [InlineData("/_/tests/Shop.Tests/Refunds/RefundTests.cs")]
    [InlineData("/_1/Shop.Tests/Refunds/RefundTests.cs")]
    [InlineData("/home/builder/work/repo/tests/Shop.Tests/Refunds/RefundTests.cs")]
    [InlineData(@"C:\work\repo\tests\Shop.Tests\Refunds\RefundTests.cs")]
    public void Sources_of_a_deterministic_build_or_of_another_machine_are_found_around_the_assembly(string compiled)
    {
        machine.Write("repo/tests/Shop.Tests/Refunds/RefundTests.cs");

        Assert.Equal(
            machine["repo/tests/Shop.Tests/Refunds/recordings/refund.reenact"],
            Find(compiled, assembly: "repo/tests/Shop.Tests/bin/Release/net10.0"));
    }

    [Fact]
    public void The_longest_match_wins()
    {
        machine.Write("repo/RefundTests.cs");
        machine.Write("repo/tests/A.Tests/RefundTests.cs");
        machine.Write("repo/tests/B.Tests/RefundTests.cs");

        Assert.Equal(
            machine["repo/tests/A.Tests/recordings/refund.reenact"],
            Find("/_/tests/A.Tests/RefundTests.cs", assembly: "repo/tests/B.Tests/bin"));
    }

    [Fact]
    public void Without_sources_recordings_are_found_in_the_output()
    {
        machine.Write("app/Refunds/recordings/refund.reenact");
        Assert.Equal(machine["app/Refunds/recordings/refund.reenact"], Find("/_/tests/Shop.Tests/Refunds/RefundTests.cs", assembly: "app"));

        machine.Write("app/recordings/flat.reenact");
        Assert.Equal(
            machine["app/recordings/flat.reenact"],
            Find("/_/tests/Shop.Tests/RefundTests.cs", "recordings/flat.reenact", "app"));
    }

    [Theory]
    [InlineData("/_/tests/Shop.Tests/RefundTests.cs")]
    [InlineData("RefundTests.cs")]
    [InlineData("")]
    public void Without_sources_and_recordings_it_is_the_folder_of_the_assembly(string compiled) =>
        Assert.Equal(machine["app/recordings/refund.reenact"], Find(compiled, assembly: "app"));

    [Fact]
    public async Task The_public_entry_points_look_beside_their_caller()
    {
        var name = $"{Guid.NewGuid():N}.reenact";
        var options = new ReenactTestOptions { Mode = ReenactMode.Off };
        ReenactResult[] results =
        [
            await ReenactTest.RunAsync(name, () => Task.FromResult(1), options),
            await ReenactTest.RunAsync(name, () => Task.CompletedTask, options),
            await ReenactTest.ThrowsAsync<FormatException>(name, () => throw new FormatException("expected"), options),
        ];

        Assert.All(results, result =>
        {
            Assert.Equal(name, Path.GetFileName(result.RecordingPath));
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(result.RecordingPath)!, $"{nameof(RecordingLocationTests)}.cs")));
        });
    }

    private string Find(string source, string recording = Relative, string assembly = "elsewhere") =>
        RecordingLocation.Find(recording, new TestIdentity(source, "Refund_is_paid"), machine[assembly]);
}
