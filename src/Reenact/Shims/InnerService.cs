using System.ComponentModel;
using Reenact.Sessions;

namespace Reenact.Shims;

/// <summary>What an emitted decorator passes calls on to: given, made when a call first runs, or none. Thread-safe.</summary>
/// <typeparam name="T">The interface.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public class InnerService<T>
    where T : class
{
    private readonly List<Subscription> waiting = [];
    private readonly Func<T>? make;
    private readonly bool isOwned;
    private T? instance;
    private bool closed;

    /// <summary>Without an instance: for replay alone.</summary>
    public InnerService()
    {
    }

    /// <summary>With an instance.</summary>
    public InnerService(T instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        this.instance = instance;
        isOwned = true;
    }

    /// <summary>With an instance that is made when it is first needed, once.</summary>
    /// <param name="make">Makes it.</param>
    /// <param name="isOwned">Whether disposing of the decorator disposes of it; false where a container does.</param>
    public InnerService(Func<T> make, bool isOwned = true)
    {
        ArgumentNullException.ThrowIfNull(make);
        this.make = make;
        this.isOwned = isOwned;
    }

    /// <summary>The instance.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <exception cref="ObjectDisposedException">The decorator was disposed before one was made.</exception>
    public T Instance => instance ?? Make();

    /// <summary>The instance to pass a dispose on to; null where there is none or somebody else owns it. Afterwards none is made.</summary>
    public T? Close()
    {
        lock (waiting)
        {
            closed = true;
            return isOwned ? instance : null;
        }
    }

    /// <summary>
    /// Passes a handler on, now or when the instance is made. Within a replay it does nothing, for nothing raises events there.
    /// </summary>
    /// <param name="name">The event's name.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="add">Adds it to the event of an instance.</param>
    public void Subscribe<THandler>(string name, THandler? handler, Action<T, THandler> add)
        where THandler : Delegate
    {
        if (handler is null || IsReplaying)
        {
            return;
        }

        lock (waiting)
        {
            if (instance is null)
            {
                waiting.Add(new Subscription(name, handler, made => add(made, handler)));
                return;
            }
        }

        add(instance, handler);
    }

    /// <summary>Takes back what <see cref="Subscribe"/> did.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="remove">Removes it from the event of an instance.</param>
    public void Unsubscribe<THandler>(string name, THandler? handler, Action<T, THandler> remove)
        where THandler : Delegate
    {
        if (handler is null || IsReplaying)
        {
            return;
        }

        lock (waiting)
        {
            if (instance is null)
            {
                var last = waiting.FindLastIndex(each => each.Event == name && each.Handler.Equals(handler));
                if (last >= 0)
                {
                    waiting.RemoveAt(last);
                }

                return;
            }
        }

        remove(instance, handler);
    }

    private static bool IsReplaying => LiveSessions.Any && Ambient.Current is { Session.IsReplay: true };

    private T Make()
    {
        lock (waiting)
        {
            if (instance is not null)
            {
                return instance;
            }

            ObjectDisposedException.ThrowIf(closed, typeof(T));
            var made = make is null ? throw Missing() : make()
                ?? throw new InvalidOperationException($"The function that makes the inner {typeof(T)} of a recorded interface returned null.");
            foreach (var subscription in waiting)
            {
                subscription.Attach(made);
            }

            waiting.Clear();
            instance = made;
            return made;
        }
    }

    private static InvalidOperationException Missing() => new(
        $"A member of {typeof(T)} was called that would really run, but the recorded interface was made without an inner {typeof(T)}, which "
        + "serves within SessionReplay.RunAsync only. Give its constructor the instance to record, or a function that makes it.");

    private sealed record Subscription(string Event, Delegate Handler, Action<T> Attach);
}
