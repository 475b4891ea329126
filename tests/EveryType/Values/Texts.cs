using System.Collections;
using System.Drawing;
using System.Globalization;
using System.Net;
using System.Text;

namespace EveryType.Values;

/// <summary>Text, and what is written as text.</summary>
internal sealed record Texts(
    string Short,
    string Long,
    string Broken,
    string? Missing,
    char Character,
    Rune Rune,
    StringBuilder Builder,
    Guid Id,
    Uri Absolute,
    Uri Relative,
    Version Version,
    CultureInfo Culture,
    Index Index,
    Range Range,
    IPAddress Address,
    IPEndPoint EndPoint,
    Color Color,
    Point Point,
    PointF PointF,
    Size Size,
    SizeF SizeF,
    Rectangle Rectangle,
    RectangleF RectangleF,
    BitArray Bits)
{
    public static Texts Sample => new(
        "kurz", new string('ä', 3000), "half a pair: \ud83d", null, 'ß', new Rune(0x1F600), new StringBuilder("built"), new Guid("0190163d-8694-739b-aea5-966c26f8ad90"),
        new Uri("https://example.org/a%20b?q=1#part"), new Uri("../up", UriKind.Relative), new Version(1, 4), CultureInfo.GetCultureInfo("de-DE"), ^3, 1..^2,
        IPAddress.Parse("192.0.2.1"), new IPEndPoint(IPAddress.IPv6Loopback, 443), Color.FromArgb(1, 2, 3, 4), new Point(1, 2), new PointF(1, 2), new Size(3, 4),
        new SizeF(3, 4), new Rectangle(1, 2, 3, 4), new RectangleF(1, 2, 3, 4), new BitArray([true, false, true]));
}
