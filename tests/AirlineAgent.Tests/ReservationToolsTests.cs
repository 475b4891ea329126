using AirlineAgent.Data;
using AirlineAgent.Domain;
using AirlineAgent.Tools;

namespace AirlineAgent.Tests;

public class ReservationToolsTests
{
    private const string Ines = "ines_moreau_2041";
    private const string Visa = "credit_card_4410";
    private const string GiftCard = "gift_card_6120";

    private readonly AirlineDatabase database = Sample.Database();

    [Fact]
    public void A_booking_is_priced_paid_and_kept()
    {
        var reservation = Book([Pay(Visa, 98), Pay(GiftCard, 20)]);

        Assert.Equal("HATHAT", reservation.ReservationId);
        Assert.Equal(118, reservation.Flights.Single().Price);
        Assert.Equal("DEN", reservation.Flights.Single().Origin);
        Assert.Same(reservation, database.Reservations["HATHAT"]);
        Assert.Contains("HATHAT", database.Users[Ines].Reservations);
        Assert.Equal(0, database.Users[Ines].PaymentMethods[GiftCard].Amount);
    }

    [Fact]
    public void Insurance_and_extra_bags_cost() =>
        Assert.Equal(
            "payment amount does not add up, total price is 248, but paid 118",
            Refusal(() => Book([Pay(Visa, 118)], bags: 2, insurance: TravelInsurance.Yes)));

    [Theory]
    [InlineData("gift_card_0", 118, "payment method gift_card_0 not found")]
    [InlineData(GiftCard, 118, "not enough balance in payment method gift_card_6120")]
    [InlineData(Visa, 117, "payment amount does not add up, total price is 118, but paid 117")]
    public void A_payment_that_is_refused_changes_nothing(string method, int amount, string message)
    {
        var before = DatabaseFiles.Fingerprint(database);

        Assert.Equal(message, Refusal(() => Book([Pay(method, amount)])));
        Assert.Equal(before, DatabaseFiles.Fingerprint(database));
    }

    [Fact]
    public void A_gift_card_pays_its_balance_once() =>
        Assert.Equal(
            "not enough balance in payment method gift_card_6120",
            Refusal(() => Book([Pay(GiftCard, 20), Pay(GiftCard, 20), Pay(Visa, 78)])));

    [Theory]
    [InlineData("LK999", "2024-05-24", "flight LK999 not found")]
    [InlineData("LK309", "2024-05-25", "flight LK309 not found on date 2024-05-25")]
    [InlineData("LK309", "2024-05-23", "flight LK309 not available on date 2024-05-23")]
    public void A_flight_that_can_not_be_booked_is_refused(string number, string date, string message) =>
        Assert.Equal(message, Refusal(() => Book([Pay(Visa, 118)], number, date)));

    [Fact]
    public void A_certificate_is_used_up_by_one_payment()
    {
        new ReservationTools(database).BookReservation(
            "dara_okafor_7718", "DEN", "SEA", TripType.OneWay, Cabin.BasicEconomy, [Choice("LK309", "2024-05-24")], [Traveller],
            [Pay("certificate_9001", 64)], 0, 0, TravelInsurance.No);

        Assert.Empty(database.Users["dara_okafor_7718"].PaymentMethods);
    }

    [Fact]
    public void A_cancellation_pays_back()
    {
        var cancelled = new ReservationTools(database).CancelReservation("LK7Q2M");

        Assert.Equal(ReservationStatus.Cancelled, cancelled.Status);
        Assert.Equal([298, -298], cancelled.PaymentHistory.Select(payment => payment.Amount));
    }

    [Fact]
    public void An_unknown_reservation_is_refused() =>
        Assert.Equal("reservation not found", Refusal(() => new ReservationTools(database).GetReservationDetails("NOPE00")));

    private static Passenger Traveller { get; } = new() { FirstName = "Ines", LastName = "Moreau", DateOfBirth = new DateOnly(1987, 2, 11) };

    private static string Refusal(Func<object> call) => Assert.Throws<AirlineException>(call).Message;

    private static Payment Pay(string method, int amount) => new() { PaymentId = method, Amount = amount };

    private static FlightChoice Choice(string number, string date) =>
        new() { FlightNumber = number, Date = DateOnly.ParseExact(date, "O", System.Globalization.CultureInfo.InvariantCulture) };

    private Reservation Book(
        IReadOnlyList<Payment> payments,
        string number = "LK309",
        string date = "2024-05-24",
        int bags = 0,
        TravelInsurance insurance = TravelInsurance.No) =>
        new ReservationTools(database).BookReservation(
            Ines, "DEN", "SEA", TripType.OneWay, Cabin.Economy, [Choice(number, date)], [Traveller], payments, bags, bags, insurance);
}
