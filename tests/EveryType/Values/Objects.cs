using Reenact;

namespace EveryType.Values;

internal enum Level
{
    Low = 1,
    High = 2,
}

[Flags]
internal enum Rights : byte
{
    None = 0,
    Read = 1,
    Write = 2,
}

internal readonly record struct Place(string City, int Zone);

internal class Animal
{
    public required string Name { get; init; }

    public int Age { get; set; }
}

internal sealed class Dog : Animal
{
    private readonly List<string> tricks = [];

    public string Breed { get; private set; } = "unknown";

    public IList<string> Tricks => tricks;

    [RecordedName("chip")]
    public long ChipNumber;

    [IgnoreRecorded]
    public string Cached { get; set; } = "";

    public static Dog Make(string name, string breed, params string[] tricks)
    {
        var dog = new Dog { Name = name, Breed = breed, ChipNumber = 7, Age = 3 };
        dog.tricks.AddRange(tricks);
        return dog;
    }
}

internal sealed class Hidden
{
    private Hidden(int number) => Number = number;

    public int Number { get; }

    public static Hidden Of(int number) => new(number);
}

internal sealed record Tree(int Value, IReadOnlyList<Tree> Branches);

internal sealed record Page<T>(T First, IReadOnlyList<T> Rest, int? Next);

/// <summary>Types of one's own: classes, records, structs, generic and recursive ones, enums, tuples.</summary>
internal sealed record Objects(
    Dog Dog,
    Hidden Hidden,
    Place Place,
    Place? NoPlace,
    Level Level,
    Rights Rights,
    Level Unnamed,
    Tree Tree,
    Page<Place> Page,
    Page<string> Texts,
    (int Number, string Text) Pair,
    (int, int, int, int, int, int, int, int, string) Long,
    Tuple<int, string> Tuple,
    Dog? Nobody)
{
    public static Objects Sample => new(
        Dog.Make("Rex", "Collie", "sit", "roll"), Hidden.Of(3), new Place("Oslo", 1), null, Level.High, Rights.Read | Rights.Write, (Level)9,
        new Tree(1, [new Tree(2, []), new Tree(3, [new Tree(4, [])])]), new Page<Place>(new Place("Oslo", 1), [new Place("Rome", 2)], 2), new Page<string>("a", ["b"], null),
        (1, "one"), (1, 2, 3, 4, 5, 6, 7, 8, "nine"), System.Tuple.Create(1, "one"), null);
}
