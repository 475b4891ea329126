using System.Globalization;
using System.Runtime.CompilerServices;

namespace Reenact.Sessions;

/// <summary>
/// What asynchronous code that stands still waits for: from a task inwards, through the methods that await each other, to what lets none of
/// them go on. Not thread-safe; the code must stand still while it is read.
/// </summary>
internal sealed class AsyncStack
{
    private const int MostLines = 40;
    private const int MostDepth = 100;

    private readonly List<string> lines = [];
    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<CodePlace> places = new();

    /// <summary>One line for each method and for what it awaits, outermost first.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>The innermost thing that is awaited; null where none was found.</summary>
    public Awaited? Awaited { get; private set; }

    /// <summary>The method of the program's own that awaits it; null where none was found.</summary>
    public CodePlace? Place { get; private set; }

    /// <summary>Reads what code waits for.</summary>
    /// <param name="main">The task of the whole code.</param>
    /// <param name="bodies">The tasks of methods in progress, which the whole code may not await.</param>
    public static AsyncStack Read(Task? main, IEnumerable<Task> bodies)
    {
        var stack = new AsyncStack();
        stack.Walk(main, indent: 0);
        foreach (var body in bodies)
        {
            if (!body.IsCompleted && !stack.seen.Contains(body) && stack.lines.Count < MostLines)
            {
                stack.Add(0, "in progress, too:");
                stack.Walk(body, indent: 2);
            }
        }

        return stack;
    }

    private void Walk(object? thing, int indent)
    {
        if (thing is null or Task { IsCompleted: true } || seen.Count > MostDepth || !seen.Add(thing))
        {
            return;
        }

        try
        {
            if (Inner(thing) is { } inner)
            {
                Walk(inner, indent);
            }
            else if (Machine(thing) is { } machine)
            {
                WalkMethod(machine, indent);
            }
            else if (!TryWalkSeveral(thing, indent))
            {
                End(Awaited.Of(thing), indent);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Add(indent, "awaits something that can't be told"); // Fields of another runtime, of other types.
        }
    }

    /// <summary>What something waits for that only hands on what it gets.</summary>
    private static object? Inner(object thing) => thing switch
    {
        IAwaitsInner { Inner: { } inner } => inner,
        Task { AsyncState: Task inner } => inner,
        Task task => PrivateFields.Get(task, "m_antecedent") ?? PrivateFields.Get(task, "_task"),
        _ => null,
    };

    /// <summary>The state machine of an asynchronous method, which its task holds, or of an asynchronous iterator.</summary>
    private static object? Machine(object thing) =>
        PrivateFields.Get(thing, "<>1__state") is not null ? thing : PrivateFields.Get(thing, "StateMachine");

    private void WalkMethod(object machine, int indent)
    {
        var place = PlaceOf(machine);
        if (place is not null)
        {
            places.Push(place);
            Add(indent, place.ToString());
        }

        foreach (var awaiter in PrivateFields.Awaiters(machine))
        {
            Walk(AwaitedBy(awaiter), indent);
        }

        if (place is not null)
        {
            places.Pop();
        }
    }

    /// <summary>Where a method of the program stands; null for those of frameworks and of this library.</summary>
    private static CodePlace? PlaceOf(object machine)
    {
        var type = machine.GetType();
        var assembly = type.Assembly.GetName().Name ?? "";
        if (type.Assembly == typeof(AsyncStack).Assembly || ProgramCode.IsFramework(assembly))
        {
            return null;
        }

        var source = PrivateFields.MoveNext(type) is { } method && PrivateFields.Get(machine, "<>1__state") is int state
            ? SourceLines.Find(method, state)
            : null;
        return new CodePlace(SourceMethodName.Of(type, "MoveNext"), source?.File, source?.Line ?? 0);
    }

    private static object? AwaitedBy(object awaiter)
    {
        if (awaiter is YieldAwaitable.YieldAwaiter)
        {
            return null;
        }

        if (PrivateFields.Get(awaiter, "m_task") is { } task)
        {
            return task;
        }

        return PrivateFields.Get(awaiter, "_value") is { } value ? PrivateFields.Get(value, "_obj") : IsEmpty(awaiter) ? null : awaiter;
    }

    /// <summary>Whether an awaiter of the framework's awaits nothing: its field is there for another await of the method.</summary>
    private static bool IsEmpty(object awaiter) => awaiter is ValueType && ProgramCode.IsFramework(awaiter.GetType().Assembly.GetName().Name ?? "");

    private bool TryWalkSeveral(object thing, int indent)
    {
        var name = thing.GetType().Name;
        if (thing is not Task || !(name.StartsWith("WhenAll", StringComparison.Ordinal) || name.Contains("WhenAny", StringComparison.Ordinal) || name.StartsWith("CompleteOnInvoke", StringComparison.Ordinal)))
        {
            return false;
        }

        var all = name.StartsWith("WhenAll", StringComparison.Ordinal);
        var what = all ? "Task.WhenAll" : "Task.WhenAny";
        var tasks = PrivateFields.Tasks(PrivateFields.Get(thing, "m_tasks") ?? PrivateFields.Get(thing, "_tasks"));
        tasks.AddRange(new[] { PrivateFields.Get(thing, "_task1"), PrivateFields.Get(thing, "_task2") }.OfType<Task>());
        if (tasks.Count == 0)
        {
            var left = PrivateFields.Get(thing, "_remainingToComplete") is int count ? count : 0;
            End(new Awaited($"{what}, {left.ToString(CultureInfo.InvariantCulture)} of whose tasks are incomplete", "Look at what those tasks wait for."), indent);
            return true;
        }

        var open = tasks.Where(task => !task.IsCompleted).ToList();
        Add(indent, string.Create(CultureInfo.InvariantCulture, $"awaits {what} of {tasks.Count} tasks, of which {open.Count} are incomplete:"));
        foreach (var task in open)
        {
            Walk(task, indent + 2);
        }

        return true;
    }

    private void End(Awaited awaited, int indent)
    {
        Add(indent, $"awaits {awaited.What}");
        if (Awaited is null)
        {
            (Awaited, Place) = (awaited, places.TryPeek(out var place) ? place : null);
        }
    }

    private void Add(int indent, string line)
    {
        if (lines.Count < MostLines)
        {
            lines.Add(new string(' ', indent) + TextEscapeOf(line));
        }
    }

    private static string TextEscapeOf(string line) => Values.TextEscape.Message(line);
}
