using System.Buffers.Text;
using System.Globalization;
using MessagePack;

namespace Reenact.Benchmarks.Values;

/// <summary>
/// What a person would write with <c>MessagePackWriter</c> for the same bytes, and with <c>MessagePackReader</c> for reading them in
/// this order only: no blobs for long text, no check of depth, no other order, no missing and no unknown members.
/// </summary>
internal static class HandWritten
{
    public static void Write(ref MessagePackWriter writer, Order value)
    {
        writer.WriteMapHeader(20);
        writer.WriteString("Number"u8);
        writer.Write(value.Number);
        writer.WriteString("Customer"u8);
        writer.Write(value.Customer);
        writer.WriteString("Email"u8);
        writer.Write(value.Email);
        writer.WriteString("Price"u8);
        Write(ref writer, value.Price);
        writer.WriteString("Discount"u8);
        Write(ref writer, value.Discount);
        writer.WriteString("Weight"u8);
        writer.Write(value.Weight);
        writer.WriteString("Created"u8);
        Write(ref writer, value.Created);
        writer.WriteString("Shipped"u8);
        if (value.Shipped is { } shipped)
            Write(ref writer, shipped);
        else
            writer.WriteNil();

        writer.WriteString("IsPaid"u8);
        writer.Write(value.IsPaid);
        writer.WriteString("State"u8);
        writer.WriteString(value.State switch
        {
            OrderState.Open => "Open"u8,
            OrderState.Paid => "Paid"u8,
            OrderState.Packed => "Packed"u8,
            OrderState.Shipped => "Shipped"u8,
            _ => "Returned"u8,
        });
        writer.WriteString("Tracking"u8);
        writer.Write(value.Tracking);
        writer.WriteString("Floor"u8);
        if (value.Floor is { } floor)
            writer.Write(floor);
        else
            writer.WriteNil();

        writer.WriteString("Note"u8);
        writer.Write(value.Note);
        writer.WriteString("Billing"u8);
        Write(ref writer, value.Billing);
        writer.WriteString("Delivery"u8);
        Write(ref writer, value.Delivery);
        writer.WriteString("Distance"u8);
        writer.Write(value.Distance);
        writer.WriteString("IsGift"u8);
        writer.Write(value.IsGift);
        writer.WriteString("Pieces"u8);
        writer.Write(value.Pieces);
        writer.WriteString("Warehouse"u8);
        writer.Write(value.Warehouse);
        writer.WriteString("Carrier"u8);
        writer.Write(value.Carrier);
    }

    public static Order ReadOrder(ref MessagePackReader reader)
    {
        var value = new Order();
        reader.ReadMapHeader();
        Expect(ref reader, "Number"u8);
        value.Number = reader.ReadInt32();
        Expect(ref reader, "Customer"u8);
        value.Customer = reader.ReadString()!;
        Expect(ref reader, "Email"u8);
        value.Email = reader.ReadString()!;
        Expect(ref reader, "Price"u8);
        value.Price = ReadDecimal(ref reader);
        Expect(ref reader, "Discount"u8);
        value.Discount = ReadDecimal(ref reader);
        Expect(ref reader, "Weight"u8);
        value.Weight = reader.ReadDouble();
        Expect(ref reader, "Created"u8);
        value.Created = ReadTime(ref reader);
        Expect(ref reader, "Shipped"u8);
        value.Shipped = reader.TryReadNil() ? null : ReadTime(ref reader);
        Expect(ref reader, "IsPaid"u8);
        value.IsPaid = reader.ReadBoolean();
        Expect(ref reader, "State"u8);
        value.State = ReadState(ref reader);
        Expect(ref reader, "Tracking"u8);
        value.Tracking = reader.ReadInt64();
        Expect(ref reader, "Floor"u8);
        value.Floor = reader.TryReadNil() ? null : reader.ReadInt32();
        Expect(ref reader, "Note"u8);
        value.Note = reader.ReadString();
        Expect(ref reader, "Billing"u8);
        value.Billing = ReadAddress(ref reader)!;
        Expect(ref reader, "Delivery"u8);
        value.Delivery = ReadAddress(ref reader);
        Expect(ref reader, "Distance"u8);
        value.Distance = reader.ReadDouble();
        Expect(ref reader, "IsGift"u8);
        value.IsGift = reader.ReadBoolean();
        Expect(ref reader, "Pieces"u8);
        value.Pieces = reader.ReadInt32();
        Expect(ref reader, "Warehouse"u8);
        value.Warehouse = reader.ReadString()!;
        Expect(ref reader, "Carrier"u8);
        value.Carrier = reader.ReadString()!;
        return value;
    }

    public static void Write(ref MessagePackWriter writer, List<int> values)
    {
        writer.WriteArrayHeader(values.Count);
        foreach (var value in values)
            writer.Write(value);
    }

    public static List<int> ReadNumbers(ref MessagePackReader reader)
    {
        var count = reader.ReadArrayHeader();
        var values = new List<int>(count);
        for (var i = 0; i < count; i++)
            values.Add(reader.ReadInt32());

        return values;
    }

    public static void Write(ref MessagePackWriter writer, List<string> values)
    {
        writer.WriteArrayHeader(values.Count);
        foreach (var value in values)
            writer.Write(value);
    }

    public static List<string> ReadWords(ref MessagePackReader reader)
    {
        var count = reader.ReadArrayHeader();
        var values = new List<string>(count);
        for (var i = 0; i < count; i++)
            values.Add(reader.ReadString()!);

        return values;
    }

    public static void Write(ref MessagePackWriter writer, List<Line> values)
    {
        writer.WriteArrayHeader(values.Count);
        foreach (var value in values)
        {
            writer.WriteMapHeader(4);
            writer.WriteString("Number"u8);
            writer.Write(value.Number);
            writer.WriteString("Product"u8);
            writer.Write(value.Product);
            writer.WriteString("Price"u8);
            writer.Write(value.Price);
            writer.WriteString("InStock"u8);
            writer.Write(value.InStock);
        }
    }

    public static List<Line> ReadLines(ref MessagePackReader reader)
    {
        var count = reader.ReadArrayHeader();
        var values = new List<Line>(count);
        for (var i = 0; i < count; i++)
        {
            reader.ReadMapHeader();
            Expect(ref reader, "Number"u8);
            var number = reader.ReadInt32();
            Expect(ref reader, "Product"u8);
            var product = reader.ReadString()!;
            Expect(ref reader, "Price"u8);
            var price = reader.ReadDouble();
            Expect(ref reader, "InStock"u8);
            values.Add(new Line(number, product, price, reader.ReadBoolean()));
        }

        return values;
    }

    private static void Write(ref MessagePackWriter writer, Address? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteMapHeader(3);
        writer.WriteString("Street"u8);
        writer.Write(value.Street);
        writer.WriteString("City"u8);
        writer.Write(value.City);
        writer.WriteString("Zip"u8);
        writer.Write(value.Zip);
    }

    private static Address? ReadAddress(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
            return null;

        var value = new Address();
        reader.ReadMapHeader();
        Expect(ref reader, "Street"u8);
        value.Street = reader.ReadString()!;
        Expect(ref reader, "City"u8);
        value.City = reader.ReadString()!;
        Expect(ref reader, "Zip"u8);
        value.Zip = reader.ReadString()!;
        return value;
    }

    private static void Write(ref MessagePackWriter writer, decimal value)
    {
        var text = writer.GetSpan(32);
        value.TryFormat(text[1..], out var length, default, CultureInfo.InvariantCulture);
        text[0] = (byte)(MessagePackCode.MinFixStr | length);
        writer.Advance(length + 1);
    }

    private static decimal ReadDecimal(ref MessagePackReader reader)
    {
        reader.TryReadStringSpan(out var text);
        return decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static void Write(ref MessagePackWriter writer, DateTime value)
    {
        var text = writer.GetSpan(32);
        value.TryFormat(text[1..], out var length, value.Ticks % TimeSpan.TicksPerSecond == 0 ? "s" : "O", CultureInfo.InvariantCulture);
        if (length == 19)
            text[++length] = (byte)'Z';

        text[0] = (byte)(MessagePackCode.MinFixStr | length);
        writer.Advance(length + 1);
    }

    private static DateTime ReadTime(ref MessagePackReader reader)
    {
        reader.TryReadStringSpan(out var text);
        if (text.Length == 20)
        {
            Span<byte> whole = stackalloc byte[28];
            text[..19].CopyTo(whole);
            ".0000000Z"u8.CopyTo(whole[19..]);
            Utf8Parser.TryParse(whole, out DateTime second, out _, 'O');
            return second;
        }

        Utf8Parser.TryParse(text, out DateTime value, out _, 'O');
        return value;
    }

    private static OrderState ReadState(ref MessagePackReader reader)
    {
        reader.TryReadStringSpan(out var name);
        return name.SequenceEqual("Open"u8) ? OrderState.Open
            : name.SequenceEqual("Paid"u8) ? OrderState.Paid
            : name.SequenceEqual("Packed"u8) ? OrderState.Packed
            : name.SequenceEqual("Shipped"u8) ? OrderState.Shipped
            : OrderState.Returned;
    }

    private static void Expect(ref MessagePackReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.TryReadStringSpan(out var found) || !found.SequenceEqual(name))
            throw new FormatException("Another member was expected.");
    }
}
