using Reenact.Replaying;

namespace Reenact.Testing.Running;

/// <summary>Says which calls of a replay run live, to be compared with their recording.</summary>
internal static class ComparedCalls
{
    /// <param name="replay">The replay, before it runs.</param>
    /// <param name="allowed">The methods with side effects that may run for real. Those that the recording doesn't have are no mistake: another one may.</param>
    /// <exception cref="ReenactTestException">A name is that of several recorded methods.</exception>
    public static void RunLive(SessionReplay replay, IReadOnlyList<string> allowed)
    {
        replay.With(replay.Plan.Compare().OfTest());
        foreach (var name in allowed.Where(name => replay.Recording.Methods.Any(method => method.Kind != CallKind.Agent && MethodNames.IsNamed(method.Name, name))))
        {
            try
            {
                replay.Live(name);
            }
            catch (ArgumentException exception)
            {
                throw new ReenactTestException($"{nameof(ReenactTestOptions.AllowSideEffects)}: {exception.Message}", exception);
            }
        }
    }
}
