using System.ComponentModel;
using AirlineAgent.Data;
using AirlineAgent.Domain;
using Reenact;

namespace AirlineAgent.Tools;

/// <summary>Changes of a reservation that stands.</summary>
public sealed partial class ChangeTools(AirlineDatabase database)
{
    [Recorded]
    [Description("Changes the flights or the cabin of a reservation.")]
    public partial Reservation UpdateReservationFlights(
        [Description("The reservation's id, such as 'ZFA04Y'.")] string reservationId,
        Cabin cabin,
        [Description("Every flight of the changed reservation, also those that stay as they are.")] IReadOnlyList<FlightChoice> flights,
        [Description("The id of the payment method that pays or is refunded, such as 'credit_card_7815826'.")] string paymentId);

    [Recorded]
    [Description("Changes the number of bags of a reservation.")]
    public partial Reservation UpdateReservationBaggages(
        [Description("The reservation's id, such as 'ZFA04Y'.")] string reservationId,
        [Description("The new number of bags.")] int totalBaggages,
        [Description("The new number of bags that are paid for.")] int nonfreeBaggages,
        [Description("The id of the payment method that pays, such as 'credit_card_7815826'.")] string paymentId);

    [Recorded]
    [Description("Changes who flies on a reservation; their number stays.")]
    public partial Reservation UpdateReservationPassengers(
        [Description("The reservation's id, such as 'ZFA04Y'.")] string reservationId,
        [Description("Everybody who flies.")] IReadOnlyList<Passenger> passengers);

    private Reservation UpdateReservationFlightsCore(
        string reservationId, Cabin cabin, IReadOnlyList<FlightChoice> flights, string paymentId)
    {
        var reservation = database.Reservation(reservationId);

        // The reservation goes on naming the cabin it was booked in: that is how the airline of the data does it.
        var changed = reservation with
        {
            Flights = [.. flights.Select(choice =>
                Kept(reservation, choice, cabin) ?? database.Reserve(choice, cabin, reservation.Passengers.Count))],
        };

        var price = changed.Fare() - reservation.Fare();
        Charge(reservation.UserId, paymentId, price);
        return database.Save(changed.Paid(paymentId, price));
    }

    private Reservation UpdateReservationBaggagesCore(
        string reservationId, int totalBaggages, int nonfreeBaggages, string paymentId)
    {
        var reservation = database.Reservation(reservationId);
        var price = Baggage.Price * Math.Max(0, nonfreeBaggages - reservation.NonfreeBaggages);
        Charge(reservation.UserId, paymentId, price);

        var changed = reservation with { TotalBaggages = totalBaggages, NonfreeBaggages = nonfreeBaggages };
        return database.Save(changed.Paid(paymentId, price));
    }

    private Reservation UpdateReservationPassengersCore(string reservationId, IReadOnlyList<Passenger> passengers)
    {
        var reservation = database.Reservation(reservationId);
        if (passengers.Count != reservation.Passengers.Count)
            throw new AirlineException("number of passengers does not match");
        return database.Save(reservation with { Passengers = passengers });
    }

    // A flight that stays, in its cabin, keeps the price it was booked for.
    private static ReservedFlight? Kept(Reservation reservation, FlightChoice choice, Cabin cabin) =>
        cabin == reservation.Cabin ? reservation.Flights.FirstOrDefault(flight => flight.Is(choice)) : null;

    // A negative price is a refund.
    private void Charge(string userId, string paymentId, int price)
    {
        var user = database.User(userId);
        if (!user.PaymentMethods.TryGetValue(paymentId, out var method))
            throw new AirlineException("payment method not found");
        if (method.Source == PaymentSource.Certificate)
            throw new AirlineException("certificate cannot be used to update reservation");
        if (!method.Covers(price))
            throw new AirlineException("gift card balance is not enough");
        if (method.Source == PaymentSource.GiftCard)
            database.Save(userId, user.With(method with { Amount = method.Amount - price }));
    }
}
