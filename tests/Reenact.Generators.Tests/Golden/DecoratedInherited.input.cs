using Acme;

[assembly: RecordInterface<ILibrary>]

namespace Acme;

public interface INamed
{
    string Name { get; }

    event Action? Renamed;
}

public interface IReader : INamed
{
    string Read(int page);

    int Count();

    void add_Renamed(Action handler);
}

public interface IWriter : INamed
{
    string Read(int page);

    void Write(string inner, int call);

    /// <summary>An implementation may leave it to this.</summary>
    int Pages(int from) => from + Count;

    int Count { get; }

    sealed int Twice() => Pages(0) * 2;

    static int Most => 100;
}

public interface ILibrary : IReader, IWriter
{
    new string Name { get; set; }

    string RecordedLibrary();

    int @int(int @class);

    int get_Count();

    new event Action? Renamed;

    string IReader.Read(int page) => "by default";
}
