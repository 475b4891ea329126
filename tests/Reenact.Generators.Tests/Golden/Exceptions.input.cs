namespace Acme;

public class SeatTakenException(string message, Exception? inner) : Exception(message, inner);

public class NoArgumentsException : Exception;

public class OnlyMessageException(string message) : SeatTakenException(message, null)
{
    public class NestedException : Exception
    {
        internal NestedException(string message)
            : base(message)
        {
        }
    }
}

public class CodeException(int code) : Exception($"{code}");

public abstract class AbstractException : Exception;

public class GenericException<T> : Exception;

public class Thrower
{
    private sealed class HiddenException : Exception;

    public int Throw(int number)
    {
        try
        {
            return number switch
            {
                1 => throw new SeatTakenException("", null),
                2 => throw new OnlyMessageException.NestedException(""),
                3 => throw new GenericException<int>(),
                4 => throw new HiddenException(),
                5 => throw new CodeException(5),
                6 => throw new InvalidOperationException(),
                _ => 0,
            };
        }
        catch (NoArgumentsException)
        {
            throw new OnlyMessageException("x");
        }
        catch (AbstractException)
        {
            throw;
        }
        catch (System.IO.IOException) when (number > 0)
        {
            throw new SeatTakenException("", null);
        }
    }
}
