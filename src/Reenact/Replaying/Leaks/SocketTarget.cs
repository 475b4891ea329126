using System.Globalization;
using System.Net;
using System.Text;

namespace Reenact.Replaying.Leaks;

/// <summary>Reads the addresses in the runtime's events of sockets: <c>InterNetwork:16:{1,187,10,0,0,7,…}</c>.</summary>
internal static class SocketTarget
{
    /// <summary>The endpoint as people write it; the text itself when it is of another form.</summary>
    public static string Read(string address)
    {
        var open = address.IndexOf('{', StringComparison.Ordinal);
        var close = address.LastIndexOf('}');
        if (open < 0 || close < open)
        {
            return address;
        }

        var parts = address[(open + 1)..close].Split(',');
        var bytes = new byte[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!byte.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i]))
            {
                return address;
            }
        }

        // Two bytes of port come first; with IPv6, four of flow information come before the address.
        var port = bytes.Length >= 2 ? (bytes[0] << 8) | bytes[1] : 0;
        return address.StartsWith("InterNetworkV6:", StringComparison.Ordinal) && bytes.Length >= 22 ? Print(new IPAddress(bytes.AsSpan(6, 16)), port)
            : address.StartsWith("InterNetwork:", StringComparison.Ordinal) && bytes.Length >= 6 ? Print(new IPAddress(bytes.AsSpan(2, 4)), port)
            : address.StartsWith("Unix:", StringComparison.Ordinal) ? "unix:" + Encoding.UTF8.GetString(bytes).TrimEnd('\0')
            : address;
    }

    private static string Print(IPAddress address, int port) =>
        new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port).ToString();
}
