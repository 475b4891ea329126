using System.Globalization;
using System.Runtime.ExceptionServices;
using Reenact.Events;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <content>Exceptions that calls failed with when they were recorded.</content>
internal sealed partial class ReplayEngine
{
    /// <summary>Makes a recorded exception.</summary>
    /// <param name="failed">How the call ended.</param>
    /// <param name="cancellationToken">The caller's token: a cancellation carries it when it is canceled here too.</param>
    /// <returns>The exception; what diverged instead, where code catches a type that can't be made.</returns>
    public Exception MakeException(CallFailedEvent failed, CancellationToken cancellationToken = default) =>
        Make(failed.Failure, failed, TokenFor(cancellationToken));

    /// <summary>Makes all exceptions of a recorded task, the one first that who awaits it gets.</summary>
    public List<Exception> MakeExceptions(CallFailedEvent failed, CancellationToken cancellationToken = default)
    {
        var token = TokenFor(cancellationToken);
        return [Make(failed.Failure, failed, token), .. failed.Others.Select(other => Make(other, failed, token))];
    }

    private static CancellationToken TokenFor(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? cancellationToken : new CancellationToken(canceled: true);

    private Exception Make(RecordedFailure failure, CallFailedEvent at, CancellationToken token)
    {
        var exception = RecordedExceptions.Create(failure, token, out var isExact);
        if (!isExact)
        {
            lock (gate)
            {
                unmadeExceptions.Add(TextEscape.Message(failure.Type));
            }

            if (FindUnmade(failure, exception) is { } caught && DivergeNotMade(failure, at, caught, exception) is { } divergence)
            {
                return divergence;
            }
        }

        // Only what is printed of it says so: code that filters by message or type sees what it saw.
        ExceptionDispatchInfo.SetRemoteStackTrace(
            exception,
            string.Create(CultureInfo.InvariantCulture, $"   at (served from {TextEscape.Message(script.Recording.Path)}, event {at.Sequence}: where it was thrown is not recorded)"));
        return exception;
    }

    /// <summary>A type that code catches, and that the recorded exception was, but what stands in for it is not.</summary>
    private static string? FindUnmade(RecordedFailure failure, Exception standIn) => failure.BaseTypes
        .Prepend(failure.Type)
        .TakeWhile(type => type != standIn.GetType().FullName)
        .FirstOrDefault(type => ExceptionFactories.WhyNotMade(type) is not null);

    private ReplayDivergenceException? DivergeNotMade(RecordedFailure failure, CallFailedEvent at, string caught, Exception standIn)
    {
        var divergence = Log.Add(
            DivergenceKind.ExceptionNotMade,
            $"The recorded call threw {TextEscape.Message(failure.Type)}, and a catch in the code asks for {TextEscape.Message(caught)}: {ExceptionFactories.WhyNotMade(caught)}, " +
            "so no replay can throw it, and the catch would not see it.",
            $"Give {TextEscape.Message(caught)} a constructor that takes (string message, Exception innerException), (string message), nothing, or values that it has as " +
            "public properties of the same names; it is enough that it is internal.",
            inside: null,
            at,
            expected: Describe(at),
            actual: $"throws {CodeName.Of(standIn.GetType())}: {TextEscape.Message(standIn.Message)}");
        return Log.Tolerates(DivergenceKind.ExceptionNotMade) ? null : divergence;
    }
}
