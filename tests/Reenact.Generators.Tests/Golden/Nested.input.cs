namespace Acme;

public partial class Outer
{
    internal partial record Middle(int Depth)
    {
        public partial record struct Inner
        {
            [Recorded]
            public partial int Add(int amount);

            private readonly int AddCore(int amount) => amount;

            [Replayed]
            public readonly partial Task<int> AddAsync(int amount);

            private readonly Task<int> AddCoreAsync(int amount) => Task.FromResult(amount);
        }
    }
}
