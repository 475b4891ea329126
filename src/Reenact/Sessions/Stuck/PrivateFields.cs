using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Reenact.Sessions;

/// <summary>
/// Reads private fields of tasks and state machines: nothing public says what a task waits for. Only to explain a replay that has failed
/// already; where trimming or another runtime has no such field, the explanation is shorter.
/// </summary>
internal static class PrivateFields
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private const string Reason = "Explains a replay that has failed already. A member that trimming removed is not found, and the explanation is shorter.";

    /// <summary>The value of a field; null where there is none of that name.</summary>
    public static object? Get(object target, string name)
    {
        for (var type = target.GetType(); type is not null; type = type.BaseType)
        {
            if (Field(type, name) is { } field)
            {
                return field.GetValue(target);
            }
        }

        return null;
    }

    /// <summary>The awaiters of a state machine that wait for something.</summary>
    public static IEnumerable<object> Awaiters(object machine) =>
        Fields(machine.GetType())
            .Where(field => field.Name.StartsWith("<>u__", StringComparison.Ordinal))
            .Select(field => field.GetValue(machine))
            .OfType<object>();

    /// <summary>The method of a state machine that runs the source's code.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Reason)]
    public static MethodInfo? MoveNext(Type machine) => machine.GetMethod("MoveNext", All);

    /// <summary>The tasks of a list, whatever the type of its elements.</summary>
    public static List<Task> Tasks(object? list) => list is IEnumerable tasks ? [.. tasks.OfType<Task>()] : [];

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Reason)]
    private static FieldInfo? Field(Type type, string name) => type.GetField(name, All);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Reason)]
    private static FieldInfo[] Fields(Type type) => type.GetFields(All);
}
