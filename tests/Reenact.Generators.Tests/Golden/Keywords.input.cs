namespace Acme.@event;

public partial class @class
{
    [Recorded]
    public partial int @void(int @int, string call, string writer, string result, string exception);

    private int voidCore(int @int, string call, string writer, string result, string exception) => @int;

    [Replayed]
    public partial Task @async(@record @record, string task, int asyncCore);

    private Task asyncCore(@record @record, string task, int asyncCore) => Task.CompletedTask;
}

public sealed record @record(int @default, string? @as)
{
    public int @return { get; init; }

    public string? value { get; set; }

    public string? name;

    public string? Name;
}
