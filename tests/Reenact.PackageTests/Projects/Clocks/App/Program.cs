using Clocks;
using Reenact;

Console.WriteLine(new Agent().Handle());

public partial class Agent
{
    [Replayed]
    public partial string Handle();

    private string HandleCore()
    {
        var now = Clock.Now;
        var id = Clock.NewId();
        var epoch = Clock.Epoch;
        return string.Join(' ', now.Year > epoch.Year, id);
    }
}
