using Reenact;

namespace RecordingWorker;

/// <summary>Somebody who writes letters and pays.</summary>
public sealed partial class Desk
{
    [Recorded]
    public partial int Write(int thread, string letter);

    [Recorded(SideEffects = true)]
    public partial int Pay(int thread);

    private static int WriteCore(int thread, string letter) => thread + letter.Length;

    private static int PayCore(int thread) => thread;
}
