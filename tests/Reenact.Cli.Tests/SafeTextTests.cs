namespace Reenact.Cli.Tests;

public class SafeTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Zürich 東京 👩‍🚀", "Zürich 東京 👩‍🚀")]
    [InlineData("\u001b[31mred", @"\u001B[31mred")]
    [InlineData("\u009b31m", @"\u009B31m")]
    [InlineData("ring\a", @"ring\u0007")]
    [InlineData("back\b\b", @"back\u0008\u0008")]
    [InlineData("a\r\nb\tc", @"a\r\nb\tc")]
    [InlineData("in\u202Everse", @"in\u202Everse")]
    [InlineData("line\u2028break", @"line\u2028break")]
    [InlineData(" ::error::x ::y", @" \u003A:error::x ::y")]
    [InlineData("a ##vso[x] ##[y] ## [z] #1", @"a \u0023#vso[x] \u0023#[y] ## [z] #1")]
    public void On_one_line_what_could_act_on_a_terminal_is_escaped(string text, string expected) =>
        Assert.Equal(expected, SafeText.OneLine(text));

    [Fact]
    public void Half_a_surrogate_pair_is_escaped() => Assert.Equal(@"half \uD800.", SafeText.OneLine("half \ud800."));

    [Fact]
    public void On_several_lines_line_breaks_and_tabs_stay() =>
        Assert.Equal("a\n\tb\\u001B\n \\u003A:add-mask::c", SafeText.Lines("a\n\tb\u001b\n ::add-mask::c"));
}
