using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Versioning;

namespace Reenact.Cli.Tests;

public class BadInputTests
{
    public static TheoryData<string> Commands => ["show", "verify"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_missing_file_is_a_message_and_exit_code_2(string command) =>
        AssertUnreadable(ToolRun.Of(command, Path.Combine(Path.GetTempPath(), "no-such.reenact")), "no such file");

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_folder_is_a_message_and_exit_code_2(string command) =>
        AssertUnreadable(ToolRun.Of(command, Path.GetTempPath()), "folder");

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_empty_file_is_a_message_and_exit_code_2(string command) => AssertUnreadable(RunOn(command, []), "");

    [Theory]
    [MemberData(nameof(Commands))]
    public void Another_kind_of_file_is_a_message_and_exit_code_2(string command) =>
        AssertUnreadable(RunOn(command, "{\"this\": \"is JSON, and long enough to hold the start of a recording, which takes 128 bytes\", \"padding\": \"................................\"}"u8), "recording");

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_newer_version_is_a_message_and_exit_code_2(string command)
    {
        using var sample = await SampleRecording.CreateAsync();
        sample.Change(bytes =>
        {
            bytes[8] = 99;
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(124), Crc32C(bytes.AsSpan(0, 124)));
            return bytes;
        });

        var run = ToolRun.Of(command, sample.File);

        AssertUnreadable(run, "version");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_without_permission_is_a_message_and_exit_code_2(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "This user may read everything.");
        using var sample = await SampleRecording.CreateAsync();
        File.SetUnixFileMode(sample.File, UnixFileMode.None);

        AssertUnreadable(ToolRun.Of(command, sample.File), "permission");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_pipe_is_refused_and_not_waited_for(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a named pipe in a folder.");
        var folder = Directory.CreateTempSubdirectory("reenact-");
        try
        {
            var pipe = Path.Combine(folder.FullName, "pipe");
            using (var make = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            {
                make.WaitForExit();
            }

            var link = File.CreateSymbolicLink(pipe + "-link", pipe);

            AssertUnreadable(ToolRun.Of(command, pipe), "a pipe");
            AssertUnreadable(ToolRun.Of(command, link.FullName), "a pipe");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_cut_recording_is_shown_and_not_verified()
    {
        using var sample = await SampleRecording.CreateAsync();
        sample.Change(bytes => bytes[..^100]);

        var show = ToolRun.Of("show", sample.File);
        var verify = ToolRun.Of("verify", sample.File);

        Assert.Equal(0, show.ExitCode);
        Assert.Contains("unsealed", show.Output, StringComparison.Ordinal);
        Assert.Equal(1, verify.ExitCode);
        Assert.Contains("unsealed", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_that_is_being_written_is_shown_with_its_tail()
    {
        var file = Path.Combine(Path.GetTempPath(), $"reenact-live-{Guid.NewGuid():N}.reenact");
        await using (var session = Session.Record(file))
        {
            session.Note("only in the tail");

            var show = ToolRun.Of("show", file);
            var verify = ToolRun.Of("verify", file);

            Assert.Equal(0, show.ExitCode);
            Assert.Contains("only in the tail", show.Output, StringComparison.Ordinal);
            Assert.Contains("events of it from the tail", show.Output, StringComparison.Ordinal);
            Assert.Equal(1, verify.ExitCode);
            Assert.Contains("the last 2 events came from its tail", verify.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        }

        File.Delete(file);
    }

    [Fact]
    public async Task A_recording_cut_within_its_first_bytes_is_damaged()
    {
        using var sample = await SampleRecording.CreateAsync();
        sample.Change(bytes => bytes[..100]);

        Assert.Equal(1, ToolRun.Of("show", sample.File).ExitCode);
        Assert.Equal(1, ToolRun.Of("verify", sample.File).ExitCode);
    }

    [Fact]
    public async Task A_flipped_bit_is_reported_and_the_rest_is_shown()
    {
        using var sample = await SampleRecording.CreateAsync();

        // In the middle of the events, which are most of so short a recording.
        sample.Change(bytes =>
        {
            bytes[400] ^= 1;
            return bytes;
        });

        var show = ToolRun.Of("show", sample.File);
        var verify = ToolRun.Of("verify", sample.File);

        Assert.Equal((1, ""), (show.ExitCode, show.Error));
        Assert.Contains("damaged", show.Output, StringComparison.Ordinal);
        Assert.Equal(1, verify.ExitCode);
        Assert.Contains("damaged", verify.Output, StringComparison.Ordinal);
        Assert.Contains("error", verify.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("lineage", "3")]
    public async Task Damage_is_told_with_the_path_once(string command, params string[] more)
    {
        using var sample = await SampleRecording.CreateAsync();
        sample.Change(bytes =>
        {
            bytes[400] ^= 1;
            return bytes;
        });

        var run = ToolRun.Of([command, sample.File, .. more]);

        var line = Assert.Single(run.Error.Split('\n'), line => line.Contains("block", StringComparison.Ordinal));
        Assert.StartsWith($"reenact: {sample.File}", line, StringComparison.Ordinal);
        Assert.Equal(2, line.Split(sample.File).Length);
        Assert.Contains("\n              block ", ToolRun.Of("show", sample.File).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("show", "--full")]
    [InlineData("show", "--json")]
    [InlineData("verify")]
    public async Task A_flip_of_any_byte_is_an_exit_code_and_never_a_crash(params string[] command)
    {
        using var sample = await SampleRecording.CreateAsync();
        var whole = File.ReadAllBytes(sample.File);
        for (var place = 0; place < whole.Length; place += 7)
        {
            sample.Change(_ =>
            {
                var bytes = (byte[])whole.Clone();
                bytes[place] ^= 0x55;
                return bytes;
            });

            var run = ToolRun.Of([.. command, sample.File]);

            Assert.InRange(run.ExitCode, 0, 2);
            Assert.DoesNotContain("defect of reenact", run.Error, StringComparison.Ordinal);
        }
    }

    private static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = ~0u;
        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }

    private static ToolRun RunOn(string command, ReadOnlySpan<byte> content)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, content);
            return ToolRun.Of(command, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void AssertUnreadable(ToolRun run, string expected)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("reenact: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
