namespace Reenact.Benchmarks.Values;

/// <summary>A data type of 20 members, of the types that tools have.</summary>
public sealed class Order
{
    public int Number { get; set; }

    public string Customer { get; set; } = "";

    public string Email { get; set; } = "";

    public decimal Price { get; set; }

    public decimal Discount { get; set; }

    public double Weight { get; set; }

    public DateTime Created { get; set; }

    public DateTime? Shipped { get; set; }

    public bool IsPaid { get; set; }

    public OrderState State { get; set; }

    public long Tracking { get; set; }

    public int? Floor { get; set; }

    public string? Note { get; set; }

    public Address Billing { get; set; } = new();

    public Address? Delivery { get; set; }

    public double Distance { get; set; }

    public bool IsGift { get; set; }

    public int Pieces { get; set; }

    public string Warehouse { get; set; } = "";

    public string Carrier { get; set; } = "";

    public static Order Sample { get; } = new()
    {
        Number = 81_204,
        Customer = "Ada Lovelace",
        Email = "ada@example.org",
        Price = 1249.90m,
        Discount = 0.15m,
        Weight = 12.5,
        Created = new DateTime(2026, 3, 1, 9, 30, 0, DateTimeKind.Utc),
        Shipped = new DateTime(2026, 3, 2, 17, 4, 12, DateTimeKind.Utc),
        IsPaid = true,
        State = OrderState.Shipped,
        Tracking = 9_876_543_210,
        Floor = 4,
        Note = null,
        Billing = new Address { Street = "12 St James's Square", City = "London", Zip = "SW1Y 4JH" },
        Delivery = new Address { Street = "Rua Garrett 73", City = "Lisboa", Zip = "1200-203" },
        Distance = 1584.25,
        IsGift = false,
        Pieces = 3,
        Warehouse = "LHR-2",
        Carrier = "Royal Mail",
    };
}
