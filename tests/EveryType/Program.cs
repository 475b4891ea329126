using System.Runtime.CompilerServices;
using EveryType;
using EveryType.Values;
using Reenact;

var path = Path.Combine(Directory.CreateTempSubdirectory("every-type-").FullName, "every-type.reenact");
try
{
    await using (var session = Session.Record(path, new SessionInfo { Agent = "every-type" }))
    {
        await new EverySession(live: true).RunAsync();
        session.Complete(Outcome.Success);
    }

    using var replay = Session.Replay(path);
    var report = await replay.RunAsync(() => new EverySession(live: false).RunAsync());
    Console.WriteLine($"dynamic code: {(RuntimeFeature.IsDynamicCodeSupported ? "yes" : "no")}");
    Console.WriteLine(report.Output);
    Console.WriteLine($"the state has {replay.Recording.StateAt(replay.Recording.EventCount).Read<Objects>("objects").GetType().Name}");
    Console.WriteLine($"{report.MatchedCalls} of {report.RecordedCalls} calls matched");
    return report.IsMatch ? 0 : 1;
}
finally
{
    Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
}
