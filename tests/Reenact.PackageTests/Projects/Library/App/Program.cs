using Reenact;
using Weather;

var path = args[0];
await using (var session = Session.Record(path, new SessionInfo { Agent = "weather" }))
{
    Console.WriteLine("recorded: " + await new WeatherAgent(new WeatherTools(online: true)).AdviseAsync("Oslo"));
    session.Complete(Outcome.Success);
}

using var replay = Session.Replay(path);
var report = await replay.RunAsync(() => new WeatherAgent(new WeatherTools(online: false)).AdviseAsync("Oslo"));
Console.WriteLine($"replayed: {report.Output}; {report.MatchedCalls} of {report.RecordedCalls} calls matched");
