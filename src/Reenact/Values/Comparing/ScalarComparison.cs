using Reenact.Protection;

namespace Reenact.Values;

/// <summary>Compares values that hold no others.</summary>
internal static class ScalarComparison
{
    /// <summary>Compares the next values of two sides.</summary>
    /// <param name="expected">One side.</param>
    /// <param name="actual">The other.</param>
    /// <param name="work">Grows by the bytes looked at.</param>
    public static bool AreEqual(ValueSide expected, ValueSide actual, ref long work)
    {
        if (RedactedValue.IsWithheld(actual.Reader))
            return true;

        var kind = ValueKinds.Of(ref expected.Reader);
        if (kind != ValueKinds.Of(ref actual.Reader))
            return false;

        switch (kind)
        {
            case ValueKind.Integer:
                return expected.ReadInteger(out var expectedNegative) == actual.ReadInteger(out var actualNegative) && expectedNegative == actualNegative;

            case ValueKind.Float:
                return BitConverter.DoubleToInt64Bits(expected.Reader.ReadDouble()) == BitConverter.DoubleToInt64Bits(actual.Reader.ReadDouble());

            case ValueKind.Text:
                return SameContent(expected.ReadText(out var expectedValid), actual.ReadText(out var actualValid), ref work) && expectedValid == actualValid;

            case ValueKind.Bytes:
                return SameContent(expected.ReadBytes(), actual.ReadBytes(), ref work);

            case ValueKind.JsonNumber or ValueKind.Other:
                var expectedExtension = expected.Reader.ReadExtensionFormat();
                var actualExtension = actual.Reader.ReadExtensionFormat();
                work += expectedExtension.Data.Length;
                return (expectedExtension.TypeCode == actualExtension.TypeCode
                    && SameContent(ValueSide.Contiguous(expectedExtension.Data), ValueSide.Contiguous(actualExtension.Data), ref work))
                    || RedactedValue.HaveEqualHashes(expectedExtension, actualExtension);

            default:
                // Nil and the booleans have one form each, and stood for another value here.
                return false;
        }
    }

    /// <summary>The first difference of two texts that are too long to be shown whole, or have lines; else null.</summary>
    public static TextDifference? FindInText(ValueSide expected, ValueSide actual, int maxLength)
    {
        if (ValueKinds.Of(ref expected.Reader) != ValueKind.Text || ValueKinds.Of(ref actual.Reader) != ValueKind.Text)
            return null;

        var expectedText = expected.ReadText(out var expectedValid);
        var actualText = actual.ReadText(out var actualValid);
        if (!expectedValid || !actualValid)
            return null;

        var isLong = expectedText.Length > maxLength || actualText.Length > maxLength;
        var hasLines = expectedText.Span.Contains((byte)'\n') || actualText.Span.Contains((byte)'\n');
        return isLong || hasLines ? TextDifference.Find(expectedText.Span, actualText.Span) : null;
    }

    private static bool SameContent(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual, ref long work)
    {
        work += expected.Length + actual.Length;
        return expected.Span.SequenceEqual(actual.Span);
    }
}
