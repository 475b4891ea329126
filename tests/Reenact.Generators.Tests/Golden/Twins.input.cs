namespace Acme
{
    public partial class Tools
    {
        [Recorded]
        public partial int Find(int value);

        [Recorded]
        public partial int Find(in long value);

        [Recorded]
        public partial int Find(out int value);

        [Recorded]
        public partial int Find<T>(string value) where T : notnull;

        [Recorded]
        public partial int Find<T, U>([IgnoreRecorded] T value) where T : struct, allows ref struct where U : unmanaged, Enum;

        private int FindCore(int value) => value;

        private int FindCore(in long value) => 1;

        private int FindCore(out int value) => value = 2;

        private int FindCore<T>(string value) where T : notnull => 3;

        private int FindCore<T, U>(T value) where T : struct, allows ref struct where U : unmanaged, Enum => 4;

        public static partial class Inner
        {
            [Recorded]
            public static partial int Find(int call, int writer, int result, int exception, int @class, int größe);

            private static int FindCore(int call, int writer, int result, int exception, int @class, int größe) => call;
        }
    }

    public partial class Tools<T>
        where T : class
    {
        public partial struct Inner<U>(int start)
            where U : notnull, IComparable<U>
        {
            [Recorded]
            public readonly partial int Find<V>([IgnoreRecorded] V? unused, ref int value) where V : class?, new();

            private readonly int FindCore<V>(V? unused, ref int value) where V : class?, new() => value += start;
        }
    }
}

namespace Acme.Other
{
    public interface IFind
    {
        int Find(ref int value);
    }

    public partial class Tools : IFind
    {
        int IFind.Find(ref int value) => Find(ref value);

        [Recorded]
        public partial int Find(ref int value);

        private int FindCore(ref int value) => value++;
    }
}
