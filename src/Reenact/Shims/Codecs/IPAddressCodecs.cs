using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="IPAddress"/>: its text, <c>192.0.2.1</c> or <c>fe80::1%2</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct IPAddressCodec : IValueCodec<IPAddress>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IPAddress? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            TextForm.Write<IPAddress, Form>(ref writer, value);
    }

    /// <inheritdoc/>
    public static IPAddress Read(ref MessagePackReader reader, ValueReadContext context) =>
        reader.TryReadNil() ? null! : TextForm.Read<IPAddress, Form>(ref reader);

    private struct Form : ITextForm<IPAddress>
    {
        public static int Format(IPAddress value, Span<byte> utf8)
        {
            value.TryFormat(utf8, out var length);
            return length;
        }

        public static bool TryParse(ReadOnlySpan<byte> utf8, [MaybeNullWhen(false)] out IPAddress value) => IPAddress.TryParse(utf8, out value);
    }
}

/// <summary>Codec of <see cref="IPEndPoint"/>: its text, <c>192.0.2.1:443</c> or <c>[fe80::1%2]:443</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct IPEndPointCodec : IValueCodec<IPEndPoint>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IPEndPoint? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            TextForm.Write<IPEndPoint, Form>(ref writer, value);
    }

    /// <inheritdoc/>
    public static IPEndPoint Read(ref MessagePackReader reader, ValueReadContext context) =>
        reader.TryReadNil() ? null! : TextForm.Read<IPEndPoint, Form>(ref reader);

    private struct Form : ITextForm<IPEndPoint>
    {
        public static int Format(IPEndPoint value, Span<byte> utf8)
        {
            var brackets = value.AddressFamily == AddressFamily.InterNetworkV6 ? 1 : 0;
            utf8[0] = (byte)'[';
            value.Address.TryFormat(utf8[brackets..], out var length);
            length += brackets;
            if (brackets > 0)
                utf8[length++] = (byte)']';

            utf8[length++] = (byte)':';
            value.Port.TryFormat(utf8[length..], out var digits, default, CultureInfo.InvariantCulture);
            return length + digits;
        }

        public static bool TryParse(ReadOnlySpan<byte> utf8, [MaybeNullWhen(false)] out IPEndPoint value)
        {
            value = null;
            var colon = utf8.LastIndexOf((byte)':');
            if (colon < 0 || !ushort.TryParse(utf8[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
                return false;

            var address = utf8[..colon] is [(byte)'[', .. var inner, (byte)']'] ? inner : utf8[..colon];
            if (!IPAddress.TryParse(address, out var parsed))
                return false;

            value = new IPEndPoint(parsed, port);
            return true;
        }
    }
}
