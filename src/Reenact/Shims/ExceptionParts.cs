using System.ComponentModel;
using System.Globalization;

namespace Reenact.Shims;

/// <summary>What an exception is recorded as, and made again from: its message, its inner exception, and its properties as text. Emitted code uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExceptionParts
{
    private readonly Dictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase);

    internal ExceptionParts(string message, Exception? inner)
    {
        Message = message;
        Inner = inner;
    }

    /// <summary>The message.</summary>
    public string Message { get; }

    /// <summary>The inner exception.</summary>
    public Exception? Inner { get; }

    internal IReadOnlyDictionary<string, string?> Values => values;

    /// <summary>Adds a property; null is left out.</summary>
    public void Set(string name, string? value)
    {
        if (value is not null)
        {
            values[name] = value;
        }
    }

    /// <summary>Adds a property.</summary>
    public void Set(string name, bool value) => Set(name, value ? "true" : "false");

    /// <summary>Adds a property; null is left out.</summary>
    public void Set(string name, bool? value)
    {
        if (value is { } known)
        {
            Set(name, known);
        }
    }

    /// <summary>Adds a property: a number, an id, a time.</summary>
    public void Set<T>(string name, T value)
        where T : struct, IFormattable => Set(name, value.ToString(value is DateTimeOffset ? "O" : null, CultureInfo.InvariantCulture));

    /// <summary>Adds a property: a number, an id, a time; null is left out.</summary>
    public void Set<T>(string name, T? value)
        where T : struct, IFormattable
    {
        if (value is { } known)
        {
            Set(name, known);
        }
    }

    /// <summary>A property that is text; null where there is none.</summary>
    public string? Text(string name) => values.GetValueOrDefault(name);

    /// <summary>A property that is of another type; null where there is none, or it can't be read as one.</summary>
    public T? Value<T>(string name)
        where T : struct, IParsable<T> => T.TryParse(Text(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    internal void Add(IEnumerable<KeyValuePair<string, string?>> properties)
    {
        foreach (var (name, value) in properties)
        {
            Set(name, value);
        }
    }
}
