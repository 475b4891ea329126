namespace Reenact;

/// <summary>
/// Marks a partial method whose calls are recorded: a tool, a model, a retrieval, a service. The author writes the
/// body as <c>NameCore</c> (<c>NameCoreAsync</c> for <c>NameAsync</c>); the generator writes the marked method, which
/// records each call and, on replay, returns the recorded result without running the core.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RecordedAttribute : Attribute
{
    /// <summary>Marks a tool.</summary>
    public RecordedAttribute()
        : this(CallKind.Tool)
    {
    }

    /// <summary>Marks a method of another kind.</summary>
    /// <param name="kind">What is called.</param>
    public RecordedAttribute(CallKind kind) => Kind = kind;

    /// <summary>What is called; a tool unless said.</summary>
    public CallKind Kind { get; }

    /// <summary>
    /// The name under which calls are recorded, at most 1,024 UTF-8 bytes. Without it, <c>Namespace.Type.Method</c>.
    /// Give one to keep recordings valid when the code is renamed.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Says that no recorded or replayed method is called while the core runs, which makes recording cheaper.
    /// A call that happens all the same throws <see cref="InvalidOperationException"/>.
    /// </summary>
    public bool Leaf { get; set; }

    /// <summary>
    /// Says that a call changes the world: it pays, sends, books, deletes. A test that runs the code for real, to record it or
    /// without a recording, calls the method only where the test's options name it.
    /// </summary>
    public bool SideEffects { get; set; }

    /// <summary>
    /// What of each call survives which failure, where the session promises less (<see cref="RecordOptions.Durability"/>). With <see cref="Durability.EveryEvent"/> its start is handed to the
    /// operating system before its body runs, and its end before the caller goes on; with <see cref="Durability.Durable"/> its start is on disk (fsync) besides. Where it is not said, calls have what
    /// the session has, and those with <see cref="SideEffects"/> are durable as <see cref="RecordOptions.DurableSideEffects"/> says. Said, it takes the place of the latter:
    /// <see cref="Durability.Buffered"/> leaves a call with side effects what the session has.
    /// </summary>
    public Durability Durability { get; set; }
}
