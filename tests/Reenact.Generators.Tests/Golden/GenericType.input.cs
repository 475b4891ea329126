namespace Acme;

public partial class Repository<TItem, @class>
    where TItem : class
{
    [Recorded]
    public partial Task<int> CountAsync(string filter);

    private Task<int> CountCoreAsync(string filter) => Task.FromResult(typeof(TItem).Name.Length);

    [Recorded]
    public partial int Weigh([IgnoreRecorded] TItem item);

    private int WeighCore(TItem item) => 3;

    public partial struct Cursor<TPosition>
        where TPosition : struct
    {
        [Recorded]
        public partial bool MoveNext();

        private bool MoveNextCore() => false;
    }
}

public partial class Repository
{
    [Recorded]
    public partial int Count();

    private int CountCore() => 0;
}
