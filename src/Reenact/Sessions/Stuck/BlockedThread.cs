using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Reenact.Sessions;

/// <summary>
/// Where a thread of ours is blocked. A blocked thread says so itself: interrupted, it throws where it waits, and that frees it, too.
/// </summary>
internal sealed class BlockedThread
{
    /// <summary>How long, at most, a thread takes to notice that it was interrupted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private BlockedThread(IReadOnlyList<CodePlace> places, string? wait)
    {
        Places = places;
        Wait = wait;
    }

    /// <summary>The methods of the program, the one that waits first.</summary>
    public IReadOnlyList<CodePlace> Places { get; }

    /// <summary>What it calls to wait, such as <c>Thread.Sleep</c>; null where that can't be told.</summary>
    public string? Wait { get; }

    /// <summary>Interrupts a thread, and says where that found it.</summary>
    /// <returns>Null when it was not blocked any more, or the runtime doesn't tell.</returns>
    public static BlockedThread? Interrupt(Thread thread)
    {
        StackTrace? trace = null;
        using var thrown = new ManualResetEventSlim();
        AppDomain.CurrentDomain.FirstChanceException += Note;
        try
        {
            thread.Interrupt();
            return thrown.Wait(Patience) && trace is not null ? Read(trace) : null;
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Note;
        }

        void Note(object? sender, FirstChanceExceptionEventArgs args)
        {
            if (Thread.CurrentThread == thread && args.Exception is ThreadInterruptedException && trace is null)
            {
                trace = new StackTrace(fNeedFileInfo: true);
                SetQuietly(thrown);
            }
        }
    }

    private static void SetQuietly(ManualResetEventSlim thrown)
    {
        try
        {
            thrown.Set();
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits for it any more.
        }
    }

    private static BlockedThread Read(StackTrace trace)
    {
        var places = new List<CodePlace>();
        string? wait = null;
        foreach (var frame in trace.GetFrames())
        {
            if (MethodOf(frame) is not { DeclaringType: { } type } method || type.Assembly == typeof(BlockedThread).Assembly || IsGenerated(frame))
            {
                continue;
            }

            if (!ProgramCode.IsFramework(type.Assembly.GetName().Name ?? ""))
            {
                places.Add(new CodePlace(SourceMethodName.Of(type, method.Name), frame.GetFileName(), frame.GetFileLineNumber()));
            }
            else if (places.Count == 0)
            {
                wait = SourceMethodName.Of(type, method.Name); // The last one before the program's own is what that calls.
            }
        }

        return new BlockedThread(places, places.Count > 0 ? wait : null);
    }

    /// <summary>Whether nobody wrote the code: shims stand between an agent's methods.</summary>
    private static bool IsGenerated(StackFrame frame) => frame.GetFileName()?.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Explains a replay that has failed already. Where trimming removed the method's metadata, the frame is left out.")]
    private static MethodBase? MethodOf(StackFrame frame) => frame.GetMethod();
}
