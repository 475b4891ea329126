namespace Acme;

public sealed record Flight(string Number, decimal Price, Airport From, Airport? To = null, int Seats = 180)
{
    public string? Note { get; set; }

    public required string Carrier { get; init; }

    public string Label => $"{Number} {Price}";

    [IgnoreRecorded]
    public object? Cache { get; init; }
}

public readonly record struct Airport(string Code, [property: RecordedName("tz")] string TimeZone);

public record Animal(string Name);

public sealed record Dog(string Name, int Age) : Animal(Name)
{
    public List<Dog> Puppies { get; init; } = [];

    public Dog? Mother { get; init; }
}

public partial class Tools
{
    [Recorded]
    public partial Task<IReadOnlyList<Flight>> SearchAsync(Airport from);

    private Task<IReadOnlyList<Flight>> SearchCoreAsync(Airport from) => Task.FromResult<IReadOnlyList<Flight>>([]);

    [Recorded]
    public partial Dog? Adopt(Animal animal);

    private Dog? AdoptCore(Animal animal) => null;
}
