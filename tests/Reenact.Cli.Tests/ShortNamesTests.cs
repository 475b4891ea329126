namespace Reenact.Cli.Tests;

public class ShortNamesTests
{
    [Fact]
    public void A_name_is_its_type_and_its_method() =>
        Assert.Equal("FlightTools.Quote", new ShortNames(["Acme.Flights.FlightTools.Quote"]).Of("Acme.Flights.FlightTools.Quote"));

    [Fact]
    public void Names_stay_apart()
    {
        var names = new ShortNames(["Acme.Air.Tools.Quote", "Acme.Rail.Tools.Quote", "Acme.Rail.Tools.Book"]);

        Assert.Equal("Air.Tools.Quote", names.Of("Acme.Air.Tools.Quote"));
        Assert.Equal("Rail.Tools.Quote", names.Of("Acme.Rail.Tools.Quote"));
        Assert.Equal("Tools.Book", names.Of("Acme.Rail.Tools.Book"));
    }

    [Fact]
    public void A_name_that_is_the_end_of_another_stays_whole()
    {
        var names = new ShortNames(["Tools.Quote", "Acme.Tools.Quote"]);

        Assert.Equal("Tools.Quote", names.Of("Tools.Quote"));
        Assert.Equal("Acme.Tools.Quote", names.Of("Acme.Tools.Quote"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Quote")]
    [InlineData(".")]
    [InlineData("..Quote")]
    public void Names_that_are_no_method_names_are_shown_too(string name) => Assert.Equal(name, new ShortNames([name]).Of(name));
}
