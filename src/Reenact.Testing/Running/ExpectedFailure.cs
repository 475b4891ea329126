namespace Reenact.Testing.Running;

/// <summary>Catches the exception that a test expects of its code.</summary>
internal static class ExpectedFailure
{
    /// <exception cref="ReenactTestException">The code threw nothing, or on replay something that only stands for the exception.</exception>
    public static async Task<TException> CatchAsync<TException>(Func<Task> code)
        where TException : Exception
    {
        try
        {
            await code().ConfigureAwait(false);
        }
        catch (TException exception)
        {
            return exception;
        }
        catch (RecordedException exception) when (exception.OriginalType == typeof(TException).FullName)
        {
            throw new ReenactTestException(
                $"The code threw the recorded {exception.OriginalType} (\"{exception.Message}\"), but replay could only make a {nameof(RecordedException)} of it: " +
                "the compiler has not seen it thrown or caught in the project with the recorded method. Catch or throw it there, or expect an Exception.",
                exception);
        }

        throw new ReenactTestException(
            $"The code was expected to throw {typeof(TException).FullName}, and returned. If it is right now, use {nameof(ReenactTest)}.{nameof(ReenactTest.RunAsync)}.");
    }
}
