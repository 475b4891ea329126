using System.CommandLine;

namespace Reenact.Cli;

/// <summary><c>reenact isolate -- COMMAND…</c>: runs a command without a network and with few places to write.</summary>
internal static class IsolateCommand
{
    public static Command Create(ToolConsole console)
    {
        var tokens = new Argument<string[]>("COMMAND") { Description = "What to run, after --.", Arity = ArgumentArity.OneOrMore };
        var work = new Option<string?>("--work") { Description = "The folder that the command may write into. The current one unless given." };
        var allowWrite = new Option<string[]>("--allow-write") { Description = "Another folder that it may write into. May be given several times." };
        var memory = SizeInput.Option("--memory", "How much memory all its processes may hold of their own, together: 512m, 2g. Pages that are shared or belong to files don't count.");
        var time = DurationInput.Option("--time", "End it, with all that it started, after this time: 90s, 10m, 1h.");
        var loopback = new Option<bool>("--loopback") { Description = "Let it talk to itself over localhost." };
        var timeZone = new Option<string>("--timezone") { Description = "Its time zone.", DefaultValueFactory = _ => "UTC" };
        var culture = new Option<string>("--culture") { Description = "Its culture, such as de-DE.", DefaultValueFactory = _ => "invariant" };
        var command = new Command("isolate", "Runs a command without a network, with a read-only file system apart from a work folder, and with limits (Linux).")
        {
            tokens, work, allowWrite, memory, time, loopback, timeZone, culture,
        };
        command.SetAction(parsed =>
        {
            var plan = new IsolationPlan
            {
                Command = parsed.GetRequiredValue(tokens),
                Writable = [WritableFolder.Find(parsed.GetValue(work) ?? Environment.CurrentDirectory), .. (parsed.GetValue(allowWrite) ?? []).Select(WritableFolder.Find)],
                CurrentFolder = Environment.CurrentDirectory,
                Memory = parsed.GetValue(memory),
                Time = parsed.GetValue(time),
                Loopback = parsed.GetValue(loopback),
                TimeZone = Surroundings.TimeZone(parsed.GetRequiredValue(timeZone)),
                Locale = Surroundings.Locale(parsed.GetRequiredValue(culture)),
            };
            if (IsolationSupport.WhatIsMissing(plan) is { } missing)
            {
                console.Complain(missing);
                return ExitCode.NotIsolated;
            }

            using var signals = new StopSignals();
            return new IsolatedRun(plan, console).RunAsync(signals).GetAwaiter().GetResult();
        });
        return command;
    }
}
