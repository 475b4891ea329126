using Reenact.Testing.Modes;
using Reenact.Testing.Running;

namespace Reenact.Testing.Tests.Modes;

public class ModeSelectionTests
{
    private const string Named = "Refund_is_paid";
    private const string Others = "Something_else";
    private static readonly TestIdentity Test = new("/src/RefundTests.cs", "Refund_is_paid");

    [Theory]
    // Nobody says anything.
    [InlineData(null, null, false, null, true, "Replay")]
    [InlineData(null, null, false, null, false, "Record")]
    [InlineData(null, null, true, null, true, "Replay")]
    [InlineData(null, null, true, null, false, "missing")]
    // The test says it.
    [InlineData(null, null, false, ReenactMode.Replay, true, "Replay")]
    [InlineData(null, null, false, ReenactMode.Replay, false, "missing")]
    [InlineData(null, null, false, ReenactMode.Record, true, "Record")]
    [InlineData(null, null, false, ReenactMode.Record, false, "Record")]
    [InlineData(null, null, false, ReenactMode.Once, true, "Replay")]
    [InlineData(null, null, false, ReenactMode.Once, false, "Record")]
    [InlineData(null, null, false, ReenactMode.Off, true, "Off")]
    [InlineData(null, null, false, ReenactMode.Off, false, "Off")]
    // The test says it, in CI.
    [InlineData(null, null, true, ReenactMode.Replay, true, "Replay")]
    [InlineData(null, null, true, ReenactMode.Replay, false, "missing")]
    [InlineData(null, null, true, ReenactMode.Record, true, "refused")]
    [InlineData(null, null, true, ReenactMode.Record, false, "refused")]
    [InlineData(null, null, true, ReenactMode.Once, true, "Replay")]
    [InlineData(null, null, true, ReenactMode.Once, false, "missing")]
    [InlineData(null, null, true, ReenactMode.Off, true, "Off")]
    // The environment says it.
    [InlineData("record", null, false, null, true, "Record")]
    [InlineData("RECORD", null, false, ReenactMode.Replay, true, "Record")]
    [InlineData("Record", null, false, ReenactMode.Off, true, "Record")]
    [InlineData("Replay", null, false, ReenactMode.Record, true, "Replay")]
    [InlineData("replay", null, false, null, false, "missing")]
    [InlineData("once", null, false, ReenactMode.Record, true, "Replay")]
    [InlineData("once", null, false, ReenactMode.Replay, false, "Record")]
    [InlineData("off", null, false, ReenactMode.Record, true, "Off")]
    [InlineData(" Off ", null, true, ReenactMode.Replay, false, "Off")]
    // The environment says it, in CI.
    [InlineData("Record", null, true, null, true, "refused")]
    [InlineData("Record", null, true, ReenactMode.Once, false, "refused")]
    [InlineData("Once", null, true, null, false, "missing")]
    [InlineData("Once", null, true, ReenactMode.Record, true, "Replay")]
    [InlineData("Replay", null, true, ReenactMode.Record, true, "Replay")]
    // This test is named.
    [InlineData("Record", Named, true, null, true, "Record")]
    [InlineData("Record", Named, true, ReenactMode.Replay, false, "Record")]
    [InlineData("Record", Named, false, null, true, "Record")]
    [InlineData(null, Named, true, ReenactMode.Record, true, "Record")]
    [InlineData(null, Named, true, ReenactMode.Once, false, "Record")]
    [InlineData(null, Named, true, null, true, "Replay")]
    [InlineData(null, Named, true, null, false, "missing")]
    [InlineData("Once", Named, true, null, false, "Record")]
    [InlineData("Replay", Named, true, null, true, "Replay")]
    [InlineData("Off", Named, true, null, true, "Off")]
    // Another test is named.
    [InlineData("Record", Others, true, null, true, "Replay")]
    [InlineData("Record", Others, true, null, false, "missing")]
    [InlineData("Record", Others, true, ReenactMode.Record, true, "refused")]
    [InlineData("Record", Others, false, null, true, "Replay")]
    [InlineData("Record", Others, false, ReenactMode.Record, true, "Record")]
    [InlineData("Record", Others, false, ReenactMode.Off, true, "Off")]
    [InlineData(null, Others, true, ReenactMode.Once, false, "missing")]
    [InlineData(null, Others, false, null, false, "Record")]
    // Compare runs live, and needs a recording.
    [InlineData(null, null, false, ReenactMode.Compare, true, "Compare")]
    [InlineData(null, null, false, ReenactMode.Compare, false, "missing")]
    [InlineData("Compare", null, false, ReenactMode.Replay, true, "Compare")]
    [InlineData("Compare", null, false, ReenactMode.Record, false, "missing")]
    [InlineData("Replay", null, false, ReenactMode.Compare, true, "Replay")]
    [InlineData(null, null, true, ReenactMode.Compare, true, "refused")]
    [InlineData(null, Named, true, ReenactMode.Compare, true, "refused")]
    [InlineData("Compare", null, true, null, true, "Compare")]
    [InlineData("Compare", null, true, ReenactMode.Once, false, "missing")]
    [InlineData("Replay", null, true, ReenactMode.Compare, true, "Replay")]
    public void The_mode_follows_environment_test_and_file(
        string? mode, string? record, bool isCI, ReenactMode? asked, bool exists, string expected) =>
        Assert.Equal(expected, Select(mode, record, isCI ? "true" : null, asked, exists));

    [Theory]
    [InlineData(null, Named, true, ReenactMode.Compare, "Compare")]
    [InlineData(null, Others, true, ReenactMode.Compare, "refused")]
    [InlineData(null, Named, true, null, "Replay")]
    [InlineData("Compare", Named, true, null, "Compare")]
    [InlineData("Compare", Others, true, null, "Replay")]
    [InlineData("Compare", Others, false, null, "Replay")]
    [InlineData("Compare", Others, true, ReenactMode.Compare, "refused")]
    [InlineData("Compare", "*", true, ReenactMode.Record, "Compare")]
    public void Tests_that_are_named_are_compared(string? mode, string compare, bool isCI, ReenactMode? asked, string expected) =>
        Assert.Equal(expected, Select(Switches(("REENACT_MODE", mode), ("REENACT_COMPARE", compare), ("CI", isCI ? "1" : null)), asked, exists: true));

    [Fact]
    public void In_no_combination_does_an_unnamed_test_record_in_CI()
    {
        foreach (var (mode, record, asked, exists) in Combinations())
        {
            if (Select(mode, record, "true", asked, exists) == "Record")
            {
                Assert.Equal(Named, record);
            }
        }
    }

    [Fact]
    public void In_every_combination_a_replay_has_a_recording_and_only_a_replay_misses_one()
    {
        foreach (var (mode, record, asked, exists) in Combinations())
        {
            foreach (var ci in (string?[])[null, "true"])
            {
                var selected = Select(mode, record, ci, asked, exists);
                Assert.True(exists || selected is not ("Replay" or "Compare"));
                Assert.True(!exists || selected != "missing");
            }
        }
    }

    [Fact]
    public void Outside_CI_no_combination_is_refused()
    {
        foreach (var (mode, record, asked, exists) in Combinations())
        {
            Assert.NotEqual("refused", Select(mode, record, null, asked, exists));
        }
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData(" TRUE ", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("yes", false)]
    public void CI_is_true_or_1(string? value, bool isCI)
    {
        Assert.Equal(isCI, Switches(("CI", value)).IsCI);
        Assert.Equal(isCI, Switches(("TF_BUILD", value)).IsCI);
    }

    [Theory]
    [InlineData("Refund_is_paid", true)]
    [InlineData("refund_is_paid", true)]
    [InlineData("RefundTests.Refund_is_paid", true)]
    [InlineData("RefundTests.*", true)]
    [InlineData("*paid", true)]
    [InlineData("*", true)]
    [InlineData("Other, Refund_is_paid", true)]
    [InlineData("Other;Refund_is_paid", true)]
    [InlineData("Refund", false)]
    [InlineData("OtherTests.*", false)]
    [InlineData("OtherTests.Refund_is_paid", false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData(null, false)]
    public void Tests_are_named_by_method_or_by_file_and_method(string? names, bool named) =>
        Assert.Equal(named, Switches(("REENACT_RECORD", names)).NamesToRecord(Test));

    [Fact]
    public void Tests_compiled_on_Windows_are_named_the_same() =>
        Assert.Equal("RefundTests.Refund_is_paid", new TestIdentity(@"C:\src\tests\RefundTests.cs", "Refund_is_paid").FullName);

    [Theory]
    [InlineData("Recrod")]
    [InlineData("1")]
    [InlineData("Record,Off")]
    [InlineData("Comparing")]
    public void An_unknown_mode_is_an_error_that_names_the_known_ones(string mode)
    {
        var error = Assert.Throws<ReenactTestException>(() => Switches(("REENACT_MODE", mode)));

        Assert.Equal(
            $"The environment variable REENACT_MODE is \"{mode}\", which is no mode. Set it to one of Replay, Record, Once, Off, Compare, or remove it.",
            error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_mode_is_none(string mode) => Assert.Null(Switches(("REENACT_MODE", mode)).Mode);

    [Theory]
    [InlineData("Record", "REENACT_MODE asks for it")]
    [InlineData(null, "its options ask for it")]
    public void A_refusal_says_who_asked_and_how_to_be_allowed(string? mode, string who)
    {
        var error = Assert.Throws<ReenactTestException>(() => ModeSelection.Select(
            Switches(("REENACT_MODE", mode), ("CI", "1")), ReenactMode.Record, Test, "/r/refund.reenact", exists: true));

        Assert.Contains(who, error.Message, StringComparison.Ordinal);
        Assert.Contains("set REENACT_RECORD to RefundTests.Refund_is_paid", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "Run it on your own machine")]
    [InlineData(null, "Run it once more")]
    public void A_missing_recording_is_named_with_the_way_to_make_it(string? ci, string where)
    {
        var error = Assert.Throws<MissingRecordingException>(() => ModeSelection.Select(
            Switches(("CI", ci)), ReenactMode.Replay, Test, "/r/refund.reenact", exists: false));

        Assert.Equal("/r/refund.reenact", error.Path);
        Assert.Contains("/r/refund.reenact", error.Message, StringComparison.Ordinal);
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains("REENACT_MODE=Record and REENACT_RECORD=RefundTests.Refund_is_paid", error.Message, StringComparison.Ordinal);
        Assert.Contains("commit", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(string? Mode, string? Record, ReenactMode? Asked, bool Exists)> Combinations() =>
        from mode in (string?[])[null, .. Enum.GetNames<ReenactMode>()]
        from record in (string?[])[null, Named, Others]
        from asked in (ReenactMode?[])[null, .. Enum.GetValues<ReenactMode>().Cast<ReenactMode?>()]
        from exists in (bool[])[true, false]
        select (mode, record, asked, exists);

    private static string Select(string? mode, string? record, string? ci, ReenactMode? asked, bool exists)
    {
        return Select(Switches(("REENACT_MODE", mode), ("REENACT_RECORD", record), ("CI", ci)), asked, exists);
    }

    private static string Select(TestSwitches switches, ReenactMode? asked, bool exists)
    {
        try
        {
            return ModeSelection.Select(switches, asked, Test, "/r/refund.reenact", exists).ToString();
        }
        catch (MissingRecordingException)
        {
            return "missing";
        }
        catch (ReenactTestException)
        {
            return "refused";
        }
    }

    private static TestSwitches Switches(params (string Name, string? Value)[] variables) =>
        TestSwitches.Read(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
