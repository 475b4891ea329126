namespace Reenact.Replaying;

/// <summary>The tasks of replayed methods that have not ended, so that a stuck replay can say where they stand. Thread-safe.</summary>
internal sealed class RunningBodies
{
    private readonly HashSet<Task> tasks = [];

    public void Add(Task task)
    {
        lock (tasks)
        {
            tasks.Add(task);
        }
    }

    public void Remove(Task task)
    {
        lock (tasks)
        {
            tasks.Remove(task);
        }
    }

    public Task[] All()
    {
        lock (tasks)
        {
            return [.. tasks];
        }
    }
}
