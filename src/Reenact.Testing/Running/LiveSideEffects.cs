using System.Runtime.ExceptionServices;
using Reenact.Shims;

namespace Reenact.Testing.Running;

/// <summary>
/// Lets code that runs for real call the methods with side effects that its test names, and no others. A test that called another
/// fails even when its code goes on: a refused payment is not what it is to record.
/// </summary>
internal sealed class LiveSideEffects(TestIdentity test, ReenactMode mode, IReadOnlyList<string> allowed)
{
    private readonly Dictionary<string, string> methods = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private ReenactTestException? refusal;

    /// <exception cref="ReenactTestException">The code called a method with side effects that the test doesn't name.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> code)
    {
        using var guard = new SideEffectGuard(Check);
        try
        {
            var output = await code().ConfigureAwait(false);
            ThrowIfRefused();
            return output;
        }
        catch (Exception exception) when (exception != refusal)
        {
            ThrowIfRefused(); // What the code made of it matters less.
            throw;
        }
    }

    /// <summary>Whether a method's name in recordings is, or ends with, what a person wrote.</summary>
    private static bool IsNamed(string method, string name) =>
        method.EndsWith(name, StringComparison.Ordinal)
        && (method.Length == name.Length || (name.Length > 0 && method[^(name.Length + 1)] is '.' or '+'));

    private void Check(string method)
    {
        lock (gate)
        {
            if (Refuse(method) is { } reason)
            {
                var exception = new ReenactTestException(reason);
                refusal ??= exception;
                throw exception;
            }
        }
    }

    private string? Refuse(string method)
    {
        var run = mode == ReenactMode.Off ? "runs without a recording" : "records";
        if (allowed.FirstOrDefault(name => IsNamed(method, name)) is not { } named)
        {
            return $"{test.FullName} {run}, and called {method}, which has side effects, without naming it; it was not run. If it may run for real, name it: " +
                $"new {nameof(ReenactTestOptions)} {{ {nameof(ReenactTestOptions.AllowSideEffects)} = [\"{method}\"] }}. Else give the code a stand-in that has no side effects, or replay a recording.";
        }

        if (!methods.TryAdd(named, method) && methods[named] != method)
        {
            return $"{test.FullName} {run}, and its {nameof(ReenactTestOptions.AllowSideEffects)} says \"{named}\", which is {methods[named]} as well as {method}; the latter was not run. " +
                "Give more of the name of each that may run for real.";
        }

        return null;
    }

    private void ThrowIfRefused()
    {
        lock (gate)
        {
            if (refusal is not null)
            {
                ExceptionDispatchInfo.Throw(refusal);
            }
        }
    }
}
