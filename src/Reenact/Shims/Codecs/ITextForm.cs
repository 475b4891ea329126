using System.Diagnostics.CodeAnalysis;

namespace Reenact.Shims;

/// <summary>How values of a type stand as short ASCII text, one text a value.</summary>
internal interface ITextForm<T>
{
    /// <summary>Writes the text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="utf8">Where to; <see cref="TextForm.MaxLength"/> bytes long at least.</param>
    /// <returns>The length of the text.</returns>
    static abstract int Format(T value, Span<byte> utf8);

    /// <summary>Parses text. It may accept more than <see cref="Format"/> writes; whoever calls checks.</summary>
    static abstract bool TryParse(ReadOnlySpan<byte> utf8, [MaybeNullWhen(false)] out T value);
}
