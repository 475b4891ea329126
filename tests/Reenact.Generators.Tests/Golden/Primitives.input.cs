namespace Acme;

public partial class Tools
{
    [Recorded]
    public partial string? Echo(
        bool a, byte b, sbyte c, short d, ushort e, int f, uint g, long h, ulong i, float j, double k, decimal l, char m, string? n, Half o,
        Guid p, DateTime q, DateTimeOffset r, DateOnly s, TimeOnly t, TimeSpan u, Uri? v, Version? w, int? x, DateTime? y);

    private string? EchoCore(
        bool a, byte b, sbyte c, short d, ushort e, int f, uint g, long h, ulong i, float j, double k, decimal l, char m, string? n, Half o,
        Guid p, DateTime q, DateTimeOffset r, DateOnly s, TimeOnly t, TimeSpan u, Uri? v, Version? w, int? x, DateTime? y) => n;
}
