namespace Acme;

public partial class Container
{
    [Recorded]
    public partial string NameOf<T, TKey>(int id, [IgnoreRecorded] T? service)
        where T : class, IComparable<TKey>, new()
        where TKey : notnull;

    private string NameOfCore<T, TKey>(int id, T? service)
        where T : class, IComparable<TKey>, new()
        where TKey : notnull => typeof(T).Name;

    [Replayed]
    public virtual partial Task RunAsync<T>([IgnoreRecorded] T? state);

    private Task RunCoreAsync<T>(T? state) => Task.CompletedTask;

    [Recorded]
    public partial int SizeOf<T>() where T : unmanaged;

    private int SizeOfCore<T>() where T : unmanaged => 0;
}

public partial class SpecialContainer : Container
{
    [Replayed]
    public override partial Task RunAsync<T>([IgnoreRecorded] T? state)
        where T : default;

    private Task RunCoreAsync<T>(T? state) => Task.CompletedTask;
}
