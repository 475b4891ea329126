using System.Globalization;
using System.Text.Json;
using MessagePack;
using Reenact.Values;

namespace Reenact.Extensions.AI;

/// <summary>Writes members of messages and responses as they are recorded by way of their library's JSON, without the JSON.</summary>
internal static class DirectMembers
{
    /// <summary>How JSON says a time.</summary>
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz";

    private const int LongestTime = 64;

    /// <summary>Whether a value can be written so: text, whole numbers, booleans, JSON.</summary>
    public static bool IsPlain(object? value) => value switch
    {
        null or string or bool or int or long or short or byte or uint => true,
        JsonElement element => element.ValueKind != JsonValueKind.Undefined,
        _ => false,
    };

    /// <summary>Whether all of them can.</summary>
    public static bool ArePlain(IDictionary<string, object?>? values)
    {
        if (values is Dictionary<string, object?> dictionary)
        {
            foreach (var (_, value) in dictionary)
            {
                if (!IsPlain(value))
                {
                    return false;
                }
            }

            return true;
        }

        if (values is not null)
        {
            foreach (var (_, value) in values)
            {
                if (!IsPlain(value))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Writes text, unless it is null.</summary>
    public static void Text(ref MessagePackWriter writer, ReadOnlySpan<byte> name, string? value, ValueWriteContext values)
    {
        if (value is not null)
        {
            writer.WriteString(name);
            values.WriteText(ref writer, value);
        }
    }

    /// <summary>Writes a number, unless there is none.</summary>
    public static void Number(ref MessagePackWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteString(name);
            writer.Write(number);
        }
    }

    /// <summary>Writes a time, unless there is none.</summary>
    public static void Time(ref MessagePackWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            Span<byte> text = stackalloc byte[LongestTime];
            time.TryFormat(text, out var length, TimeFormat, CultureInfo.InvariantCulture);
            writer.WriteString(name);
            writer.WriteStringHeader(length);
            text[..length].CopyTo(writer.GetSpan(length));
            writer.Advance(length);
        }
    }

    /// <summary>Writes named values, unless they are null.</summary>
    public static void Named(ref MessagePackWriter writer, ReadOnlySpan<byte> name, IDictionary<string, object?>? named, ValueWriteContext values)
    {
        if (named is null)
        {
            return;
        }

        writer.WriteString(name);
        values.Enter();
        var left = named.Count;
        writer.WriteMapHeader(left);
        if (named is Dictionary<string, object?> dictionary)
        {
            foreach (var (key, value) in dictionary)
            {
                values.WriteText(ref writer, key);
                Value(ref writer, value, values);
                left--;
            }
        }
        else
        {
            foreach (var (key, value) in named)
            {
                values.WriteText(ref writer, key);
                Value(ref writer, value, values);
                left--;
            }
        }

        values.Leave();
        if (left != 0)
        {
            throw new InvalidOperationException("The arguments or properties of a message were changed while it was recorded. Change messages only when nobody sends them.");
        }
    }

    /// <summary>Writes a value that <see cref="IsPlain"/> says can be written so.</summary>
    public static void Value(ref MessagePackWriter writer, object? value, ValueWriteContext values)
    {
        switch (value)
        {
            case null:
                writer.WriteNil();
                break;
            case string text:
                values.WriteText(ref writer, text);
                break;
            case bool flag:
                writer.Write(flag);
                break;
            case JsonElement element:
                JsonElementToValue.Write(ref writer, element, values);
                break;
            default:
                writer.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
