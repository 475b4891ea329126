namespace AirlineAgent.Domain;

public static class Baggage
{
    /// <summary>Whole dollars for a bag beyond those that are free.</summary>
    public const int Price = 50;
}
