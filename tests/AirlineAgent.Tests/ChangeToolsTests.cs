using AirlineAgent.Data;
using AirlineAgent.Domain;
using AirlineAgent.Tools;

namespace AirlineAgent.Tests;

public class ChangeToolsTests
{
    private const string Trip = "LK7Q2M";
    private const string Visa = "credit_card_4410";
    private const string GiftCard = "gift_card_6120";

    private static readonly DateOnly Day = new(2024, 5, 22);

    private readonly AirlineDatabase database = Sample.Database();

    [Fact]
    public void A_dearer_flight_costs_the_difference_for_everybody()
    {
        var changed = new ChangeTools(database).UpdateReservationFlights(Trip, Cabin.Economy, [Choice("LK218")], Visa);

        Assert.Equal(["LK218"], changed.Flights.Select(flight => flight.FlightNumber));
        Assert.Equal([298, 30], changed.PaymentHistory.Select(payment => payment.Amount));
        Assert.Same(changed, database.Reservations[Trip]);
    }

    [Fact]
    public void A_flight_that_stays_costs_nothing()
    {
        var changed = new ChangeTools(database).UpdateReservationFlights(Trip, Cabin.Economy, [Choice("LK204")], GiftCard);

        Assert.Equal([298], changed.PaymentHistory.Select(payment => payment.Amount));
        Assert.Equal(20, database.Users["ines_moreau_2041"].PaymentMethods[GiftCard].Amount);
    }

    [Fact]
    public void A_cheaper_flight_is_paid_back_to_a_gift_card()
    {
        new ChangeTools(database).UpdateReservationFlights(Trip, Cabin.BasicEconomy, [Choice("LK204")], GiftCard);

        Assert.Equal(20 + (2 * (149 - 92)), database.Users["ines_moreau_2041"].PaymentMethods[GiftCard].Amount);
    }

    [Theory]
    [InlineData("LK230", Visa, "not enough seats on flight LK230")]
    [InlineData("LK218", GiftCard, "gift card balance is not enough")]
    [InlineData("LK218", "credit_card_0", "payment method not found")]
    public void A_change_that_can_not_be_made_is_refused(string number, string method, string message)
    {
        var before = DatabaseFiles.Fingerprint(database);

        var refusal = Assert.Throws<AirlineException>(
            () => new ChangeTools(database).UpdateReservationFlights(Trip, Cabin.Economy, [Choice(number)], method));

        Assert.Equal(message, refusal.Message);
        Assert.Equal(before, DatabaseFiles.Fingerprint(database));
    }

    [Fact]
    public void A_certificate_pays_no_change()
    {
        new ProfileTools(database).SendCertificate("ines_moreau_2041", 100);

        var refusal = Assert.Throws<AirlineException>(
            () => new ChangeTools(database).UpdateReservationBaggages(Trip, 3, 1, "certificate_3221322"));
        Assert.Equal("certificate cannot be used to update reservation", refusal.Message);
    }

    [Fact]
    public void More_bags_cost_and_fewer_are_not_paid_back()
    {
        var changes = new ChangeTools(database);

        Assert.Equal([298, 100], changes.UpdateReservationBaggages(Trip, 4, 2, Visa).PaymentHistory.Select(payment => payment.Amount));
        Assert.Equal([298, 100], changes.UpdateReservationBaggages(Trip, 2, 0, Visa).PaymentHistory.Select(payment => payment.Amount));
    }

    [Fact]
    public void Passengers_change_their_names_but_not_their_number()
    {
        var changes = new ChangeTools(database);
        var other = new Passenger { FirstName = "Noor", LastName = "Haddad", DateOfBirth = new DateOnly(2001, 1, 1) };

        Assert.Equal([other, other], changes.UpdateReservationPassengers(Trip, [other, other]).Passengers);
        Assert.Equal(
            "number of passengers does not match",
            Assert.Throws<AirlineException>(() => changes.UpdateReservationPassengers(Trip, [other])).Message);
    }

    [Fact]
    public void Certificates_are_numbered()
    {
        var profiles = new ProfileTools(database);

        Assert.Equal("Certificate certificate_3221322 added to user ines_moreau_2041 with amount 50.", profiles.SendCertificate("ines_moreau_2041", 50));
        profiles.SendCertificate("ines_moreau_2041", 60);
        Assert.Equal(60, profiles.GetUserDetails("ines_moreau_2041").PaymentMethods["certificate_3221323"].Amount);
    }

    private static FlightChoice Choice(string number) => new() { FlightNumber = number, Date = Day };
}
