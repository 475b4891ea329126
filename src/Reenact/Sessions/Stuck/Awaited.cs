namespace Reenact.Sessions;

/// <summary>What stuck code awaits, in words.</summary>
/// <param name="What">What it is.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record Awaited(string What, string Remedy)
{
    private const string Outside = "Nothing from outside comes on replay unless it was recorded: put it into a [Recorded] method.";

    /// <summary>Describes the innermost thing that code awaits.</summary>
    public static Awaited Of(object thing)
    {
        var type = thing.GetType();
        var name = type.FullName ?? type.Name;
        return name switch
        {
            "System.Threading.Tasks.Task+DelayPromise" or "System.Threading.Tasks.Task+DelayPromiseWithCancellation" => new(
                "a timer (Task.Delay)", "Use Deterministic.Delay: it is recorded, and takes no time on replay."),
            "System.Threading.PeriodicTimer+State" => new(
                "a PeriodicTimer", "Make the timer with Deterministic.TimeProvider: its ticks are recorded, and take no time on replay."),
            _ when name.StartsWith("System.Threading.SemaphoreSlim", StringComparison.Ordinal) => new(
                "a SemaphoreSlim that nobody releases", "Look for who releases it: code that waits itself, or that runs outside the session."),
            _ when name.StartsWith("System.Threading.Channels.", StringComparison.Ordinal) => name.Contains("Write", StringComparison.Ordinal)
                ? new("room in a channel that nobody reads", "Look for the reader: code that waits itself, or that runs outside the session.")
                : new("a channel that nobody writes to", "Look for the writer: code that waits itself, or that runs outside the session and was not recorded."),
            _ when name.StartsWith("System.Threading.Tasks.UnwrapPromise", StringComparison.Ordinal) => ThreadPool(null),
            _ when name.StartsWith("System.Net.", StringComparison.Ordinal) => new($"the network ({type.Name})", Outside),
            _ when name.StartsWith("System.IO.", StringComparison.Ordinal) || name.Contains("FileStream", StringComparison.Ordinal) => new($"input or output ({type.Name})", Outside),
            _ when thing is Task task => OfTask(task),
            _ => new($"a {CodeName(type)}", Outside),
        };
    }

    private static Awaited OfTask(Task task)
    {
        if (PrivateFields.Get(task, "m_action") is Delegate code)
        {
            return ThreadPool(code);
        }

        var type = task.GetType();
        return type == typeof(Task) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
            ? new("a TaskCompletionSource that nobody completes", "Look for who completes it: code that waits itself, or that runs outside the session and was not recorded.")
            : new($"a {CodeName(type)}", Outside);
    }

    private static Awaited ThreadPool(Delegate? code)
    {
        var method = code?.Method;
        var what = method?.DeclaringType is { } type ? $"Task.Run of {SourceMethodName.Of(type, method.Name)}" : "Task.Run";
        return new($"the thread pool ({what})", $"Await the code instead of starting a thread for it. {Outside}");
    }

    private static string CodeName(Type type) => Shims.CodeName.Of(type);
}
