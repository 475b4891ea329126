using System.Globalization;
using AirlineAgent.Domain;

namespace AirlineAgent.Tools;

/// <summary>Evaluates expressions of decimal numbers with <c>+ - * /</c>, signs and parentheses.</summary>
public ref struct Arithmetic
{
    private const int MaxDepth = 100;

    private readonly ReadOnlySpan<char> text;
    private int position;
    private int depth;

    private Arithmetic(ReadOnlySpan<char> text) => this.text = text;

    /// <exception cref="AirlineException">It is no such expression, divides by zero, or its result is too large.</exception>
    public static decimal Evaluate(string expression)
    {
        if (expression.AsSpan().ContainsAnyExcept("0123456789+-*/(). "))
            throw new AirlineException("invalid characters in expression");

        var arithmetic = new Arithmetic(expression);
        try
        {
            var value = arithmetic.Sum();
            return arithmetic.Peek() == '\0' ? value : throw arithmetic.Invalid();
        }
        catch (DivideByZeroException)
        {
            throw new AirlineException("division by zero");
        }
        catch (OverflowException)
        {
            throw new AirlineException("the result is too large");
        }
    }

    private decimal Sum()
    {
        var value = Product();
        while (Peek() is '+' or '-')
            value = text[position++] == '+' ? value + Product() : value - Product();
        return value;
    }

    private decimal Product()
    {
        var value = Factor();
        while (Peek() is '*' or '/')
            value = text[position++] == '*' ? value * Factor() : value / Factor();
        return value;
    }

    private decimal Factor()
    {
        if (++depth > MaxDepth)
            throw new AirlineException("the expression is nested too deeply");

        decimal value;
        switch (Peek())
        {
            case '-':
                position++;
                value = -Factor();
                break;
            case '+':
                position++;
                value = Factor();
                break;
            case '(':
                position++;
                value = Sum();
                if (Peek() != ')')
                    throw Invalid();
                position++;
                break;
            default:
                value = Number();
                break;
        }

        depth--;
        return value;
    }

    private decimal Number()
    {
        var rest = text[position..];
        var end = rest.IndexOfAnyExcept("0123456789.");
        var digits = end < 0 ? rest : rest[..end];
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            throw Invalid();
        position += digits.Length;
        return value;
    }

    // The next character that is no space, or '\0' at the end.
    private char Peek()
    {
        while (position < text.Length && text[position] == ' ')
            position++;
        return position < text.Length ? text[position] : '\0';
    }

    private readonly AirlineException Invalid() => new($"invalid syntax at character {position + 1}");
}
