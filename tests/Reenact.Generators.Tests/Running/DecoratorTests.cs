using System.Text;
using Reenact.Events;

namespace Reenact.Generators.Tests.Running;

/// <summary>Emitted decorators, compiled and run: recorded around an inner instance, and replayed without one.</summary>
public sealed class DecoratorTests : IDisposable
{
    private const string Source = """
        using Acme;

        [assembly: RecordInterface<IAirline>]
        [assembly: RecordInterface<IVault>]
        [assembly: RecordInterface(typeof(IStore<>))]

        namespace Acme;

        public sealed record Flight(string Number, decimal Price);

        public sealed class FullyBookedException(string message) : Exception(message);

        public interface INamed
        {
            string Name { get; }
        }

        public interface IDesk : INamed
        {
            string Ask(string question);
        }

        public interface IOffice : INamed
        {
            string Ask(string question);
        }

        public interface IAirline : IDesk, IOffice, IDisposable
        {
            Task<IReadOnlyList<Flight>> SearchAsync(string city, int most = 2, CancellationToken cancellationToken = default);

            ValueTask BookAsync(Flight flight);

            int Seats { get; set; }

            decimal this[string number] { get; set; }

            string Greeting(string name) => $"Hello {name} from {Name}";

            sealed string Shout() => Greeting("YOU").ToUpperInvariant();

            event Action<string>? Delayed;

            void Delay(string number);
        }

        public sealed class Airline : IAirline
        {
            private readonly Dictionary<string, decimal> prices = [];

            public static int Made, Runs, Disposed;

            public Airline() => Made++;

            public string Name => Count("Acme Air");

            public int Seats { get; set; } = 3;

            public decimal this[string number]
            {
                get => Count(prices[number]);
                set => prices[number] = value;
            }

            public event Action<string>? Delayed;

            string IDesk.Ask(string question) => Count("desk " + question);

            string IOffice.Ask(string question) => Count("office " + question);

            public async Task<IReadOnlyList<Flight>> SearchAsync(string city, int most, CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
                return [.. Enumerable.Range(1, Count(most)).Select(n => new Flight($"{city} {n}", n))];
            }

            public ValueTask BookAsync(Flight flight) => throw new FullyBookedException(Count(flight.Number));

            public void Delay(string number) => Delayed?.Invoke(Count(number));

            public void Dispose() => Disposed++;

            private static T Count<T>(T value)
            {
                Runs++;
                return value;
            }
        }

        public interface IStore<T>
            where T : notnull
        {
            int Count { get; }
        }

        public sealed class Store<T> : IStore<T>
            where T : notnull
        {
            public int Count => 7;
        }

        public interface IVault
        {
            [Sensitive]
            string Secret { get; set; }

            string Owner { set; }
        }

        public sealed class Vault : IVault
        {
            public string Secret { get; set; } = "";

            public string Owner { get; set; } = "";
        }

        public static class Program
        {
            public static async Task<string> RecordSecret(string path)
            {
                await using var session = Session.Record(path);
                var vault = new RecordedVault(new Vault());
                vault.Owner = "Ann";
                vault.Secret = "hunter2";
                return vault.Secret;
            }

            public static string Heard = "";

            /// <summary>Uses every member, as an agent would.</summary>
            public static async Task<string> Use(IAirline airline, IStore<string> store)
            {
                var flights = await airline.SearchAsync("BER");
                airline["BER 1"] = 12.5m;
                airline.Seats += 2;
                airline.Delay("BER 2");
                var refused = "";
                try
                {
                    await airline.BookAsync(flights[0]);
                }
                catch (FullyBookedException exception)
                {
                    refused = exception.Message;
                }

                return string.Join('|', flights) + airline["BER 1"] + airline.Seats + ((IDesk)airline).Ask("a") + ((IOffice)airline).Ask("b")
                    + airline.Greeting("Ann") + airline.Shout() + refused + ((INamed)airline).Name + store.Count;
            }

            public static async Task<string> Plain() => await Use(new RecordedAirline(new Airline()), new RecordedStore<string>(new Store<string>()));

            public static async Task<string> Record(string path)
            {
                Airline.Made = Airline.Disposed = 0;
                Heard = "";
                using var airline = new RecordedAirline(() => new Airline());
                airline.Delayed += Hear;
                if (Airline.Made != 0)
                    throw new InvalidOperationException("made too early");

                string reply;
                await using (var session = Session.Record(path))
                {
                    reply = await Use(airline, new RecordedStore<string>(() => new Store<string>()));
                    session.Complete(Outcome.Success);
                }

                airline.Delayed -= Hear;
                airline.Delay("unheard");
                airline.Dispose();
                return $"{reply} {Airline.Made} made, {Airline.Disposed} disposed, heard {Heard}";
            }

            public static async Task<string> Replay(string path)
            {
                Airline.Made = Airline.Runs = Airline.Disposed = 0;
                Heard = "";
                using var replay = Session.Replay(path);
                var airline = new RecordedAirline(() => new Airline());
                var report = await replay.RunAsync(async () =>
                {
                    airline.Delayed += Hear;
                    var reply = await Use(airline, new RecordedStore<string>());
                    airline.Delayed -= Hear;
                    return reply;
                });
                airline.Dispose();
                return $"{report.Output} {report.MatchedCalls} of {report.RecordedCalls}, {Airline.Made} made, {Airline.Runs} run, {Airline.Disposed} disposed, heard {Heard}";
            }

            public static Task<string> WithoutInner() => Use(new RecordedAirline(), new RecordedStore<string>());

            public static async Task<string> AfterDispose()
            {
                Airline.Made = 0;
                var airline = new RecordedAirline(() => new Airline());
                airline.Dispose();
                await Use(airline, new RecordedStore<string>());
                return "";
            }

            public static Task<string> ByRegistration()
            {
                var decorate = Reenact.Shims.RecordedInterfaces.Find<IAirline>()!;
                var decorated = decorate(new Reenact.Shims.InnerService<IAirline>(() => new Airline()));
                var open = Reenact.Shims.RecordedInterfaces.FindOpen(typeof(IStore<>));
                return Task.FromResult($"{decorated.GetType()} {Reenact.Shims.RecordedInterfaces.Find<IDesk>() is null} {open}");
            }

            private static void Hear(string number) => Heard += number;
        }
        """;

    private static readonly LoadedCode Code = LoadedCode.Of(Source);

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");

    [Fact]
    public async Task What_an_inner_instance_did_is_served_without_one()
    {
        var plain = await Run("Plain");
        Assert.Equal("Flight { Number = BER 1, Price = 1 }|Flight { Number = BER 2, Price = 2 }12.55desk aoffice bHello Ann from Acme AirHELLO YOU FROM ACME AIRBER 1Acme Air7", plain);
        Assert.Equal($"{plain} 1 made, 1 disposed, heard BER 2", await Run("Record", path));
        Assert.Equal($"{plain} 14 of 14, 0 made, 0 run, 0 disposed, heard ", await Run("Replay", path));
    }

    [Fact]
    public async Task Calls_are_named_after_the_interface_that_declares_them()
    {
        await Run("Record", path);
        using var recording = Recording.Open(path);
        var names = recording.Calls.Select(static call => call.Method.Name);
        Assert.Contains("Acme.IAirline.SearchAsync", names);
        Assert.Contains("Acme.IAirline.set_Item", names);
        Assert.Contains("Acme.IOffice.Ask", names);
        Assert.Contains("Acme.INamed.get_Name", names);
    }

    [Fact]
    public async Task What_a_property_says_is_sensitive_is_in_no_recording()
    {
        Assert.Equal("hunter2", await Run("RecordSecret", path));
        using var recording = Recording.Open(path);
        var calls = recording.Calls;
        Assert.Equal(["Acme.IVault.set_Owner", "Acme.IVault.set_Secret", "Acme.IVault.get_Secret"], calls.Select(static call => call.Method.Name));
        Assert.Contains("Ann", Text(calls[0].Arguments[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", Text(calls[1].Arguments[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", Text(((CallReturnedEvent)calls[2].End!).Result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_would_run_without_an_inner_instance_says_so()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Run("WithoutInner"));
        Assert.Contains("Acme.IAirline", exception.Message, StringComparison.Ordinal);
        Assert.Contains("RunAsync", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_made_after_a_dispose() => await Assert.ThrowsAsync<ObjectDisposedException>(() => Run("AfterDispose"));

    [Fact]
    public async Task Decorators_are_found_by_interface() => Assert.Equal("Acme.RecordedAirline True Acme.RecordedStore`1+Resolved[T]", await Run("ByRegistration"));

    public void Dispose() => File.Delete(path);

    private static string Text(RecordedValue value) => Encoding.UTF8.GetString(value.Bytes.Span);

    private static async Task<string> Run(string method, params string[] arguments)
    {
        var task = (Task<string>)Code.Type("Acme.Program").GetMethod(method)!.Invoke(null, arguments)!;
        return await task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
