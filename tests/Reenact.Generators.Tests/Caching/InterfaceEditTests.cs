using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Tests.Caching;

/// <summary>What an edit emits where interfaces are recorded.</summary>
public class InterfaceEditTests
{
    private const string WeatherFile = "Acme.RecordedWeather.Decorator.g.cs";

    private const string Interfaces = """
        [assembly: RecordInterface<Acme.IWeather>]
        [assembly: RecordInterface(typeof(Acme.IStore<>))]

        namespace Acme;

        public interface IWeather
        {
            Sky Forecast(string city);

            string Default(string city) => city + "?";
        }

        public interface IStore<T>
        {
            int Count { get; }
        }
        """;

    private const string Data = "namespace Acme; public sealed record Sky(bool Clear); public static class Unrelated { public static int Number() { return 1; } }";

    private readonly EditedProject project = new(Interfaces, Data);

    [Fact]
    public void An_unrelated_body_emits_nothing() => project.Edit("return 1;", "return 2;").AssertNothingEmitted();

    [Fact]
    public void An_unrelated_declaration_emits_nothing() => project.Edit("int Number()", "int Number(int seed)").AssertNothingEmitted();

    [Fact]
    public void A_default_body_and_a_comment_emit_nothing()
    {
        project.Edit("city + \"?\"", "city + \"!\"").AssertNothingEmitted();
        project.Edit("    Sky Forecast", "    // Tomorrow's.\n    Sky Forecast").AssertNothingEmitted();
    }

    [Fact]
    public void A_renamed_parameter_emits_its_decorator_alone()
    {
        project.Edit("Forecast(string city)", "Forecast(string town)").AssertEmitted(WeatherFile);
        project.AssertChanged(TrackingNames.Decorators, IncrementalStepRunReason.Modified);
        project.AssertUnchanged(TrackingNames.Types, TrackingNames.Codecs, TrackingNames.Registrations, TrackingNames.DecoratorRegistrations);
    }

    [Fact]
    public void A_changed_data_type_emits_its_codec_alone() =>
        project.Edit("Sky(bool Clear)", "Sky(bool Clear, int Clouds = 0)").AssertEmitted("Reenact.Generated.Acme_SkyCodec.g.cs");

    [Fact]
    public void A_removed_attribute_removes_its_decorator() =>
        project.Edit("[assembly: RecordInterface<Acme.IWeather>]", "").AssertEmitted(WeatherFile, "Reenact.Generated.Acme_SkyCodec.g.cs", "Reenact.Generated.Codecs.g.cs", "Reenact.Generated.Interfaces.g.cs");
}
