using System.ComponentModel;
using AirlineAgent.Data;
using AirlineAgent.Domain;
using Reenact;

namespace AirlineAgent.Tools;

/// <summary>Reservations from booking to cancellation.</summary>
public sealed partial class ReservationTools(AirlineDatabase database)
{
    private const int InsurancePrice = 30;

    [Recorded]
    [Description("Gets the details of a reservation.")]
    public partial Reservation GetReservationDetails(
        [Description("The reservation's id, such as '8JX2WO'.")] string reservationId);

    [Recorded]
    [Description("Books a reservation.")]
    public partial Reservation BookReservation(
        [Description("The id of the user who books, such as 'sara_doe_496'.")] string userId,
        [Description("The airport to leave from, in three letters, such as 'SFO'.")] string origin,
        [Description("The airport to arrive at, in three letters, such as 'JFK'.")] string destination,
        TripType flightType,
        Cabin cabin,
        [Description("Every flight of the trip.")] IReadOnlyList<FlightChoice> flights,
        [Description("Everybody who flies.")] IReadOnlyList<Passenger> passengers,
        [Description("What is paid by which payment method; the amounts add up to the price of the trip.")] IReadOnlyList<Payment> paymentMethods,
        [Description("The number of bags.")] int totalBaggages,
        [Description("The number of bags that are paid for.")] int nonfreeBaggages,
        TravelInsurance insurance);

    [Recorded]
    [Description("Cancels a whole reservation.")]
    public partial Reservation CancelReservation(
        [Description("The reservation's id, such as 'ZFA04Y'.")] string reservationId);

    private Reservation GetReservationDetailsCore(string reservationId) => database.Reservation(reservationId);

    private Reservation BookReservationCore(
        string userId,
        string origin,
        string destination,
        TripType flightType,
        Cabin cabin,
        IReadOnlyList<FlightChoice> flights,
        IReadOnlyList<Passenger> passengers,
        IReadOnlyList<Payment> paymentMethods,
        int totalBaggages,
        int nonfreeBaggages,
        TravelInsurance insurance)
    {
        var user = database.User(userId);
        var reservation = new Reservation
        {
            ReservationId = database.NextReservationId(),
            UserId = userId,
            Origin = origin,
            Destination = destination,
            FlightType = flightType,
            Cabin = cabin,
            Flights = [.. flights.Select(choice => database.Reserve(choice, cabin, passengers.Count))],
            Passengers = passengers,
            PaymentHistory = paymentMethods,
            CreatedAt = AirlineDatabase.Now,
            TotalBaggages = totalBaggages,
            NonfreeBaggages = nonfreeBaggages,
            Insurance = insurance,
        };

        var insured = insurance == TravelInsurance.Yes ? InsurancePrice * passengers.Count : 0;
        var price = reservation.Fare() + insured + (Baggage.Price * nonfreeBaggages);
        user = Charge(user, paymentMethods, price);

        database.Save(userId, user with { Reservations = [.. user.Reservations, reservation.ReservationId] });
        return database.Save(reservation);
    }

    private Reservation CancelReservationCore(string reservationId)
    {
        var reservation = database.Reservation(reservationId);
        var refunds = reservation.PaymentHistory.Select(payment => payment with { Amount = -payment.Amount });
        return database.Save(reservation with
        {
            PaymentHistory = [.. reservation.PaymentHistory, .. refunds],
            Status = ReservationStatus.Cancelled,
        });
    }

    // Users are immutable, so a payment that is refused half-way has changed nothing.
    private static User Charge(User user, IReadOnlyList<Payment> payments, int price)
    {
        foreach (var payment in payments)
        {
            if (!user.PaymentMethods.TryGetValue(payment.PaymentId, out var method))
                throw new AirlineException($"payment method {payment.PaymentId} not found");
            if (!method.Covers(payment.Amount))
                throw new AirlineException($"not enough balance in payment method {payment.PaymentId}");

            user = method.Source switch
            {
                PaymentSource.Certificate => user.Without(method),
                PaymentSource.GiftCard => user.With(method with { Amount = method.Amount - payment.Amount }),
                _ => user,
            };
        }

        var paid = payments.Sum(payment => payment.Amount);
        return paid == price
            ? user
            : throw new AirlineException($"payment amount does not add up, total price is {price}, but paid {paid}");
    }
}
