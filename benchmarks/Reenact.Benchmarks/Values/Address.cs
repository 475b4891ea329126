namespace Reenact.Benchmarks.Values;

public sealed class Address
{
    public string Street { get; set; } = "";

    public string City { get; set; } = "";

    public string Zip { get; set; } = "";
}
