namespace Reenact.Generators.Tests.Running;

/// <summary>What one version of a program recorded, replayed by a version whose types have changed.</summary>
public sealed class ChangedTypeTests : IDisposable
{
    private const string Passenger = "public sealed class Passenger { public string Name { get; set; } = \"\"; public int Dob { get; set; } }";
    private const string Level = "public enum Level { Low, High }";

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");

    [Theory]
    [InlineData("public sealed class Passenger { public int Dob { get; set; } public string Name { get; set; } = \"\"; }")]
    [InlineData("public sealed class Passenger { public string Name { get; set; } = \"\"; public int Dob { get; set; } public int Bags { get; set; } public string? Seat { get; set; } }")]
    [InlineData("public sealed class Passenger { [RecordedName(\"Name\")] public string FullName { get; set; } = \"\"; [RecordedName(\"Dob\")] public long Born { get; set; } }")]
    public async Task Reordered_renamed_and_new_members_with_a_default_are_no_difference(string passenger)
    {
        await RecordAsync();
        Assert.Equal("Ada 1815 Low | 1 of 1", await ReplayAsync(passenger, Level));
    }

    [Theory]
    [InlineData("public sealed class Passenger { public string Name { get; set; } = \"\"; public int Dob { get; set; } public int Bags { get; set; } = 2; }", "booking.Passengers[0].Bags")]
    [InlineData("public sealed class Passenger { public string Name { get; set; } = \"\"; [IgnoreRecorded] public int Dob { get; set; } }", "booking.Passengers[0].Dob")]
    [InlineData("public sealed class Passenger { public string Name { get; set; } = \"\"; public string Dob { get; set; } = \"1815\"; }", "booking.Passengers[0].Dob")]
    public async Task Arguments_that_no_longer_are_the_recorded_ones_are_told_by_their_path(string passenger, string expected)
    {
        await RecordAsync();
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => ReplayAsync(passenger, Level));
        Assert.Equal(DivergenceKind.ArgumentsDiffer, divergence.Divergence.Kind);
        Assert.Contains(expected, divergence.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public sealed class Ticket { public List<Passenger> Passengers { get; set; } = []; public Level Level { get; set; } public int Bags { get; set; } = 2; }", Level)]
    [InlineData("public sealed class Ticket { public List<Passenger> Passengers { get; set; } = []; public Level Level { get; set; } }", Level)]
    public async Task Results_keep_defaults_of_new_members_and_lack_removed_ones(string ticket, string level)
    {
        await RecordAsync();
        Assert.Equal("Ada 1815 Low | 1 of 1", await ReplayAsync(Passenger, level, ticket));
    }

    [Theory]
    [InlineData("Level Level { get; set; } public int? Price { get; set; } public List<Seat> Passengers { get; set; } = []; } public sealed class Seat { public string Name { get; set; } = \"\"; public string Dob { get; set; } = \"\";", "Passengers[0].Dob is an integer, 1815. A recorded value is an integer; expected text.")]
    [InlineData("Level Level { get; set; } public int? Price { get; set; } public List<Seat> Passengers { get; set; } = []; } public sealed class Seat { public int Name { get; set; } public int Dob { get; set; }", "Passengers[0].Name is text, \"Ada\"; expected an integer that fits Int32.")]
    [InlineData("Level Level { get; set; } public int? Price { get; set; } public List<Seat> Passengers { get; set; } = []; } public sealed class Seat { public string Name { get; set; } = \"\"; public byte Dob { get; set; }", "Passengers[0].Dob is an integer, 1815; expected an integer that fits Byte.")]
    [InlineData("Level Level { get; set; } public int? Price { get; set; } public List<List<int>> Passengers { get; set; } = [];", "Passengers[0] is a map, {Name: \"Ada\", Dob: 1815}; expected an array.")]
    [InlineData("Level Level { get; set; } public int? Price { get; set; } public Passenger? Passengers { get; set; }", "Passengers is an array, [{Name: \"Ada\", Dob: 1815}]; expected a map.")]
    [InlineData("Level Level { get; set; } public DateOnly Price { get; set; } public List<Passenger> Passengers { get; set; } = [];", "Price is nil. A recorded value is nil; expected the text of a DateOnly.")]
    [InlineData("Level Level { get; set; } public int Price { get; set; } public List<Passenger> Passengers { get; set; } = [];", "Price is nil; expected an integer that fits Int32.")]
    [InlineData("Guid Level { get; set; } public int? Price { get; set; } public List<Passenger> Passengers { get; set; } = [];", "Level is text, \"Low\". Recorded text is not that of a Guid")]
    public async Task A_result_that_cannot_be_read_says_which_member_and_why(string members, string expected)
    {
        await RecordAsync();
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => ReplayAsync(Passenger, Level, $"public sealed class Ticket {{ public {members} }}", use: "\"\""));
        Assert.Equal(DivergenceKind.ResultNotReadable, divergence.Divergence.Kind);
        Assert.True(divergence.Message.Contains(expected, StringComparison.Ordinal), divergence.Message);
        Assert.Contains("Tools.Book", divergence.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public enum Level { High }", "Level is text, \"Low\". 'Low' is no member of Acme.Level")]
    [InlineData("public enum Level { Lowest, High }", "If it was renamed, give it the old name with [RecordedName].")]
    public async Task An_enum_member_that_is_gone_is_named(string level, string expected)
    {
        await RecordAsync();
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => ReplayAsync(Passenger, level));
        Assert.Contains(expected, divergence.Message.Replace('"', '\'').Replace("'Low'.", "\"Low\".", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("long number", "other types of parameters, or of the result.")]
    [InlineData("int count", "other arguments")]
    [InlineData("int number, string unit", "its recorded parameters were (number), and are (number, unit).")]
    public async Task A_signature_that_changed_is_told(string parameters, string expected)
    {
        static LoadedCode Version(string parameters, string arguments) => LoadedCode.Of($$"""
            namespace Acme;
            public partial class Tools { [Recorded] public partial int Take({{parameters}}); private int TakeCore({{parameters}}) => 1; }
            public partial class Agent { [Replayed] public partial Task<string> RunAsync(); private async Task<string> RunCoreAsync() { await Task.Yield(); return new Tools().Take({{arguments}}).ToString(); } }
            public static class Program
            {
                public static async Task<string> Record(string path) { await using var session = Session.Record(path); var reply = await new Agent().RunAsync(); session.Complete(Outcome.Success); return reply; }
                public static async Task<string> Replay(string path) { using var replay = Session.Replay(path); return (await replay.RunAsync(() => new Agent().RunAsync())).Output!; }
            }
            """);

        await Run(Version("int number", "1"), "Record");
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => Run(Version(parameters, parameters.Contains(',', StringComparison.Ordinal) ? "2, \"kg\"" : "2"), "Replay"));
        Assert.True(divergence.Message.Contains(expected, StringComparison.Ordinal), divergence.Message);
    }

    public void Dispose() => File.Delete(path);

    private static LoadedCode Program(string passenger, string level, string? ticket = null, string? use = null) => LoadedCode.Of($$"""
        namespace Acme;

        {{passenger}}
        {{level}}
        {{ticket ?? "public sealed class Ticket { public Level Level { get; set; } public int? Price { get; set; } public List<Passenger> Passengers { get; set; } = []; }"}}
        public sealed record Booking(List<Passenger> Passengers);

        public partial class Tools
        {
            [Recorded] public partial Ticket Book(Booking booking);
            private Ticket BookCore(Booking booking) => {{(ticket is null ? "new() { Passengers = booking.Passengers }" : "throw new InvalidOperationException()")}};
        }

        public partial class Agent
        {
            [Replayed] public partial Task<string> RunAsync();
            private async Task<string> RunCoreAsync()
            {
                await Task.Yield();
                var ticket = new Tools().Book(new([Sample.Passenger()]));
                return {{use ?? "Sample.Print(ticket.Passengers[0]) + \" \" + ticket.Level"}};
            }
        }

        public static class Sample
        {
            public static Passenger Passenger()
            {
                var made = new Passenger();
                foreach (var property in typeof(Passenger).GetProperties())
                {
                    if (property.PropertyType == typeof(string) && property.Name.EndsWith("Name")) property.SetValue(made, "Ada");
                    if (property.Name is "Dob" or "Born" && property.PropertyType != typeof(string)) property.SetValue(made, property.PropertyType == typeof(long) ? 1815L : (object)1815);
                }

                return made;
            }

            public static string Print(Passenger passenger) => string.Join(' ', typeof(Passenger).GetProperties().Where(each => each.Name.EndsWith("Name") || each.Name is "Dob" or "Born").OrderByDescending(each => each.PropertyType == typeof(string)).Select(each => each.GetValue(passenger)));
        }

        public static class Program
        {
            public static async Task<string> Record(string path)
            {
                await using var session = Session.Record(path);
                var reply = await new Agent().RunAsync();
                session.Complete(Outcome.Success);
                return reply;
            }

            public static async Task<string> Replay(string path)
            {
                using var replay = Session.Replay(path);
                var report = await replay.RunAsync(() => new Agent().RunAsync());
                return $"{report.Output} | {report.MatchedCalls} of {report.RecordedCalls}";
            }
        }
        """);

    private async Task RecordAsync() => Assert.Equal("Ada 1815 Low", await Run(Program(Passenger, Level), "Record"));

    private Task<string> ReplayAsync(string passenger, string level, string? ticket = null, string? use = null) => Run(Program(passenger, level, ticket, use), "Replay");

    private async Task<string> Run(LoadedCode code, string method) =>
        await ((Task<string>)code.Type("Acme.Program").GetMethod(method)!.Invoke(null, [path])!).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
}
