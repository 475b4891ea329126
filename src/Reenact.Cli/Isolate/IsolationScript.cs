using System.Globalization;
using System.Text;

namespace Reenact.Cli;

/// <summary>
/// Writes what runs inside of the new namespaces before the command: it arranges the mounts, gives every right away, and runs the command
/// as its only child. As the first process of its namespace it takes everything with it when it ends.
/// </summary>
/// <remarks>
/// It is a shell script because a process with several threads, as this one, can't enter a user namespace. The command is its arguments;
/// descriptor 3 is told when all is as it should be. /sys is where things are put aside while what they lie under is covered.
/// </remarks>
internal static class IsolationScript
{
    /// <summary>
    /// Opens the status file as descriptor 3, makes itself a session of its own, and becomes <c>unshare</c>, which the kernel kills when this tool is gone,
    /// however it went. A tool that was gone before the kernel was told is noticed by the new parent.
    /// </summary>
    /// <remarks>
    /// In a session of its own it has no terminal: it can't type into the one of this tool (TIOCSTI), and Ctrl-C reaches it only from this tool, once.
    /// </remarks>
    public const string Outer =
        """status=$1 tool=$2; shift 2; exec 3> "$status" setsid setpriv --pdeathsig KILL -- /bin/sh -c '[ "$PPID" = "$0" ] && exec "$@"' "$tool" "$@" """;

    private const string TemporaryOptions = "mode=1777,nosuid,nodev";

    public static string Write(IsolationPlan plan, IReadOnlyList<Mount> mounts)
    {
        var script = new StringBuilder("""
            fail() { echo "reenact: isolate: $1" >&2; exit 125; }
            # What can't be reached from here, the command can't reach either: it has fewer rights.
            seal() { mount -n -o "remount,bind,ro,$2" "$1" 2> /dev/null || [ ! -e "$1" ] || fail "$1 can't be made read-only"; }
            mount -n -t tmpfs -o mode=700,size=1m reenact /sys || fail "no file system can be mounted"

            """);
        PutAside(script, plan);
        SealMounts(script, plan, mounts.Where(mount => !mount.IsIn("/sys")));
        CoverFolders(script, plan);
        PutBack(script, plan);
        script.Append("umount -n /sys || fail \"/sys can't be restored\"\n");
        SealMounts(script, plan, mounts.Where(mount => mount.IsIn("/sys")));
        Limit(script, plan);
        script.Append($"cd {Quote(plan.CurrentFolder)} 2> /dev/null || cd {Quote(plan.Writable[0])} || fail \"the work folder can't be entered\"\n");
        script.Append("""
            echo ready >&3
            exec 3>&-
            setpriv --bounding-set=-all --inh-caps=-all --ambient-caps=-all --no-new-privs -- "$@"
            exit $?
            """);
        return script.ToString();
    }

    /// <summary>Text as one word of a shell: within quotes only the quote itself means anything.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static void PutAside(StringBuilder script, IsolationPlan plan)
    {
        for (var i = 0; i < plan.Writable.Count; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"mkdir /sys/{i} && mount -n --rbind {Quote(plan.Writable[i])} /sys/{i} || fail \"a folder can't be made writable: \"{Quote(plan.Writable[i])}\n");
        }

        script.Append($$"""
            mkdir /sys/dev && mount -n -t tmpfs -o mode=755,nosuid,noexec,size=64k dev /sys/dev || fail "/dev can't be made"
            for device in null zero full random urandom tty; do
                if [ -e "/dev/$device" ]; then
                    : > "/sys/dev/$device" && mount -n --bind "/dev/$device" "/sys/dev/$device" || fail "/dev/$device can't be mounted"
                fi
            done
            mkdir /sys/dev/pts /sys/dev/shm
            mount -n -t devpts -o newinstance,nosuid,noexec,ptmxmode=0666,mode=620 devpts /sys/dev/pts || fail "/dev/pts can't be mounted"
            mount -n -t tmpfs -o {{TemporaryOptions}}{{Size(plan)}} shm /sys/dev/shm || fail "/dev/shm can't be mounted"
            ln -s /proc/self/fd /sys/dev/fd
            ln -s fd/0 /sys/dev/stdin
            ln -s fd/1 /sys/dev/stdout
            ln -s fd/2 /sys/dev/stderr
            ln -s pts/ptmx /sys/dev/ptmx

            """);
    }

    private static void SealMounts(StringBuilder script, IsolationPlan plan, IEnumerable<Mount> mounts)
    {
        foreach (var mount in mounts.Where(mount => !plan.Writable.Any(mount.IsIn)))
        {
            script.Append($"seal {Quote(mount.Point)} {Quote(mount.Flags)}\n");
        }
    }

    private static void CoverFolders(StringBuilder script, IsolationPlan plan)
    {
        script.Append("""
            # A container that hides parts of its /proc allows no new one; its own, sealed above, shows more processes than there are.
            mount -n -t proc -o nosuid,nodev,noexec,ro proc /proc 2> /dev/null
            hostname reenact 2> /dev/null
            mount -n --move /sys/dev /dev || fail "/dev can't be replaced"
            mount -n -o remount,bind,ro,nosuid,noexec /dev || fail "/dev can't be made read-only"

            """);
        if (!plan.Writable.Any(new Mount("/tmp", "").IsIn))
        {
            script.Append($"mount -n -t tmpfs -o {TemporaryOptions}{Size(plan)} tmp /tmp || fail \"/tmp can't be mounted\"\n");
        }

        // Sockets of services of this machine are here, and a read-only mount doesn't keep anybody from talking to them.
        script.Append("for folder in /run /var/run; do\n")
            .Append("    if [ -d $folder ] && [ ! -L $folder ]; then mount -n -t tmpfs -o mode=755,nosuid,nodev,size=1m run $folder || fail \"$folder can't be covered\"; fi\ndone\n");
    }

    private static void PutBack(StringBuilder script, IsolationPlan plan)
    {
        for (var i = 0; i < plan.Writable.Count; i++)
        {
            var folder = Quote(plan.Writable[i]);
            script.Append(CultureInfo.InvariantCulture, $"mkdir -p {folder} && mount -n --move /sys/{i} {folder} || fail \"a folder can't be made writable: \"{folder}\n");
        }

        script.Append("for folder in /run /var/run; do\n")
            .Append("    if [ -d $folder ] && [ ! -L $folder ]; then seal $folder nosuid,nodev; fi\ndone\n");
    }

    private static void Limit(StringBuilder script, IsolationPlan plan)
    {
        if (plan.Loopback)
        {
            script.Append("ip link set lo up || fail \"the loopback can't be turned on; it needs the command ip, of iproute2\"\n");
        }

        script.Append("ulimit -c 0\n");
        if (plan.Memory is { } memory)
        {
            // A bound on what one process can take between two looks at all of them; above the limit itself, which is kept by looking.
            script.Append(CultureInfo.InvariantCulture, $"ulimit -d {((memory + (memory / 4)) >> 10) + (64 << 10)} || fail \"memory can't be limited\"\n");
        }
    }

    private static string Size(IsolationPlan plan) => plan.Memory is { } memory ? string.Create(CultureInfo.InvariantCulture, $",size={memory}") : "";
}
