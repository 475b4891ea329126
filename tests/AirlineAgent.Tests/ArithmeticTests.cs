using AirlineAgent.Domain;
using AirlineAgent.Tools;

namespace AirlineAgent.Tests;

public class ArithmeticTests
{
    [Theory]
    [InlineData("2 + 2", "4")]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("(2 + 3) * 4", "20")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("100 / 10 / 5", "2")]
    [InlineData("-(3 - 5) * +2", "4")]
    [InlineData("498 * 1.5", "747.0")]
    [InlineData("  .5+0.25 ", "0.75")]
    public void Expressions_have_the_value_of_arithmetic(string expression, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Arithmetic.Evaluate(expression));

    [Theory]
    [InlineData("", "invalid syntax at character 1")]
    [InlineData("2 +", "invalid syntax at character 4")]
    [InlineData("(2 + 2", "invalid syntax at character 7")]
    [InlineData("2 2", "invalid syntax at character 3")]
    [InlineData("1.2.3", "invalid syntax at character 1")]
    [InlineData("2 + two", "invalid characters in expression")]
    [InlineData("1 / (2 - 2)", "division by zero")]
    [InlineData("99999999999999999999 * 99999999999999999999", "the result is too large")]
    public void What_is_no_arithmetic_is_refused(string expression, string message) =>
        Assert.Equal(message, Assert.Throws<AirlineException>(() => Arithmetic.Evaluate(expression)).Message);

    [Fact]
    public void A_hostile_nesting_is_refused_instead_of_overflowing_the_stack() =>
        Assert.Throws<AirlineException>(() => Arithmetic.Evaluate(new string('(', 100_000)));

    [Fact]
    public void Results_are_rounded_to_cents() => Assert.Equal(0.67m, new DeskTools().Calculate("2 / 3"));
}
