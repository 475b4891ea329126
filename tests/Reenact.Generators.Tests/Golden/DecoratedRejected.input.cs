using Acme;

[assembly: RecordInterface<IDevice>]
[assembly: RecordInterface<string>]
[assembly: RecordInterface(typeof(IShape<>))]

namespace Acme;

public interface IDevice
{
    unsafe void Fill(byte* memory, int length = 3);

    ref int Counter { get; }

    object Anything { get; set; }

    string Name();
}

public interface IShape<T>
    where T : IShape<T>
{
    static abstract T Make();
}
