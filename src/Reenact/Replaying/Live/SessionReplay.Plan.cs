using Reenact.Replaying;

namespace Reenact;

/// <content>What this replay does otherwise than serve. Everything is said before it runs.</content>
public sealed partial class SessionReplay
{
    private ReplayPlan plan = ReplayPlan.Empty;

    /// <summary>What the replay does otherwise than serve; <see cref="ReplayPlan.Empty"/> serves every recorded call.</summary>
    public ReplayPlan Plan => plan;

    /// <inheritdoc cref="ReplayPlan.Live(CallKind)"/>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay Live(CallKind kind) => With(plan.Live(kind));

    /// <inheritdoc cref="ReplayPlan.Live(string)"/>
    /// <exception cref="ArgumentException">The recording has no such method, or several; the message names those it has.</exception>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay Live(string method) => With(plan.Live(method));

    /// <inheritdoc cref="ReplayPlan.Override{T}(string, T)"/>
    /// <exception cref="ArgumentException">The recording has no such method, or several; the message names those it has.</exception>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay Override<T>(string method, T result) => With(plan.Override(method, result));

    /// <inheritdoc cref="ReplayPlan.Override{T}(long, T)"/>
    /// <exception cref="ArgumentException">No recorded call starts with that event.</exception>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay Override<T>(long call, T result) => With(plan.Override(call, result));

    /// <inheritdoc cref="ReplayPlan.OverrideWith{T}(string, Func{OverriddenCall{T}, T})"/>
    /// <exception cref="ArgumentException">The recording has no such method, or several; the message names those it has.</exception>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay OverrideWith<T>(string method, Func<OverriddenCall<T>, T> result) => With(plan.OverrideWith(method, result));

    /// <inheritdoc cref="ReplayPlan.OverrideWith{T}(long, Func{OverriddenCall{T}, T})"/>
    /// <exception cref="ArgumentException">No recorded call starts with that event.</exception>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay OverrideWith<T>(long call, Func<OverriddenCall<T>, T> result) => With(plan.OverrideWith(call, result));

    /// <inheritdoc cref="ReplayPlan.OverrideFailure(string, Func{Exception})"/>
    /// <exception cref="ArgumentException">The recording has no such method, or several; the message names those it has.</exception>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay OverrideFailure(string method, Func<Exception> exception) => With(plan.OverrideFailure(method, exception));

    /// <inheritdoc cref="ReplayPlan.OverrideFailure(long, Func{Exception})"/>
    /// <exception cref="ArgumentException">No recorded call starts with that event.</exception>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay OverrideFailure(long call, Func<Exception> exception) => With(plan.OverrideFailure(call, exception));

    /// <inheritdoc cref="ReplayPlan.ForkAt(long, string, bool)"/>
    /// <exception cref="ArgumentException">The recording has no such event.</exception>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay ForkAt(long lastServed, string path, bool replace = false) => With(plan.ForkAt(lastServed, path, replace));

    /// <inheritdoc cref="ReplayPlan.RecordTo(string, bool)"/>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay RecordTo(string path, bool replace = false) => With(plan.RecordTo(path, replace));

    /// <inheritdoc cref="ReplayPlan.Compare()"/>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay Compare() => With(plan.Compare());

    /// <inheritdoc cref="ReplayPlan.WithCodeVersion(string)"/>
    /// <exception cref="InvalidOperationException">The replay has been started.</exception>
    public SessionReplay WithCodeVersion(string version) => With(plan.WithCodeVersion(version));

    /// <summary>Whether the replay is recorded, or was.</summary>
    internal bool IsRecorded => fork is not null;

    /// <summary>Replaces the plan.</summary>
    internal SessionReplay With(ReplayPlan changed)
    {
        if (Volatile.Read(ref started) != 0)
        {
            throw new InvalidOperationException("The replay has been started. Say what is live, overridden or recorded before RunAsync.");
        }

        engine.Plan = changed.IsEmpty ? null : new ResolvedPlan(changed, recording, script.Facts);
        plan = changed;
        return this;
    }
}
