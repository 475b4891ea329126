using System.ComponentModel;
using AirlineAgent.Data;
using AirlineAgent.Domain;
using Reenact;

namespace AirlineAgent.Tools;

/// <summary>Customers' profiles.</summary>
public sealed partial class ProfileTools(AirlineDatabase database)
{
    private const int FirstCertificate = 3221322;

    [Recorded]
    [Description("Gets the details of a user, including their reservations.")]
    public partial User GetUserDetails(
        [Description("The user's id, such as 'sara_doe_496'.")] string userId);

    [Recorded]
    [Description("Sends a travel certificate to a user. Be careful!")]
    public partial string SendCertificate(
        [Description("The user's id, such as 'sara_doe_496'.")] string userId,
        [Description("The certificate's worth in whole dollars.")] int amount);

    private User GetUserDetailsCore(string userId) => database.User(userId);

    private string SendCertificateCore(string userId, int amount)
    {
        var user = database.User(userId);
        var number = FirstCertificate;
        while (user.PaymentMethods.ContainsKey($"certificate_{number}"))
            number++;

        var certificate = new PaymentMethod { Source = PaymentSource.Certificate, Amount = amount, Id = $"certificate_{number}" };
        database.Save(userId, user.With(certificate));
        return $"Certificate {certificate.Id} added to user {userId} with amount {amount}.";
    }
}
