using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

/// <summary>What a model is told of a tool does not depend on whether the tool is recorded.</summary>
public sealed partial class FunctionSchemaTests
{
    private readonly RecordedTools recorded = new();
    private readonly PlainTools plain = new();

    [Fact]
    public void A_recorded_method_has_the_name_description_and_schema_of_an_ordinary_one()
    {
        AssertSame(AIFunctionFactory.Create(plain.SearchAsync), AIFunctionFactory.Create(recorded.SearchAsync));
        AssertSame(AIFunctionFactory.Create(plain.Rate), AIFunctionFactory.Create(recorded.Rate));
        AssertSame(AIFunctionFactory.Create(PlainTools.Convert), AIFunctionFactory.Create(RecordedTools.Convert));
    }

    [Fact]
    public async Task A_recorded_method_is_invoked_like_an_ordinary_one()
    {
        AIFunctionArguments Arguments() => new() { ["origin"] = "JFK", ["passengers"] = new[] { "Ann", null } };
        var expected = await AIFunctionFactory.Create(plain.SearchAsync).InvokeAsync(Arguments(), TestContext.Current.CancellationToken);
        var actual = await AIFunctionFactory.Create(recorded.SearchAsync).InvokeAsync(Arguments(), TestContext.Current.CancellationToken);
        Assert.Equal(expected?.ToString(), actual?.ToString());
    }

    private static void AssertSame(AIFunction expected, AIFunction actual)
    {
        Assert.Equal(expected.Name, actual.Name);
        Assert.Equal(expected.Description, actual.Description);
        Assert.Equal(expected.JsonSchema.GetRawText(), actual.JsonSchema.GetRawText());
        Assert.Equal(expected.ReturnJsonSchema?.GetRawText(), actual.ReturnJsonSchema?.GetRawText());
        Assert.Equal(
            expected.UnderlyingMethod!.GetParameters().Select(static each => (each.Name, each.HasDefaultValue, each.DefaultValue)),
            actual.UnderlyingMethod!.GetParameters().Select(static each => (each.Name, each.HasDefaultValue, each.DefaultValue)));
    }

    public enum Cabin
    {
        Economy,
        Business,
    }

    public sealed record Fare([property: Description("In dollars.")] decimal Price, Cabin? Cabin = null);

    public sealed class PlainTools
    {
        /// <summary>Documentation that no schema shows.</summary>
        [Description("Finds direct flights.")]
        [return: Description("The cheapest fares.")]
        public Task<IReadOnlyList<Fare>> SearchAsync(
            [Description("Where from."), MinLength(3)] string origin,
            string? destination = null,
            [Range(1, 9)] int seats = 2,
            Cabin cabin = Cabin.Business,
            DateOnly? date = null,
            string?[]? passengers = null,
            [IgnoreRecorded] IServiceProvider? services = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<Fare>>([new Fare(seats, cabin)]);

        [DisplayName("rate_fare")]
        public double Rate([DefaultValue(1.5)] double weight, Fare? fare, [Description("Free text.")] params string[] notes) => weight;

        public static void Convert(decimal amount, string currency = "EUR")
        {
        }
    }

    public sealed partial class RecordedTools
    {
        /// <summary>Documentation that no schema shows.</summary>
        [Recorded]
        [Description("Finds direct flights.")]
        [return: Description("The cheapest fares.")]
        public partial Task<IReadOnlyList<Fare>> SearchAsync(
            [Description("Where from."), MinLength(3)] string origin,
            string? destination = null,
            [Range(1, 9)] int seats = 2,
            Cabin cabin = Cabin.Business,
            DateOnly? date = null,
            string?[]? passengers = null,
            [IgnoreRecorded] IServiceProvider? services = null,
            CancellationToken cancellationToken = default);

        [Recorded]
        [DisplayName("rate_fare")]
        public partial double Rate([DefaultValue(1.5)] double weight, Fare? fare, [Description("Free text.")] params string[] notes);

        [Recorded]
        public static partial void Convert(decimal amount, string currency = "EUR");

        private Task<IReadOnlyList<Fare>> SearchCoreAsync(
            string origin, string? destination, int seats, Cabin cabin, DateOnly? date, string?[]? passengers, IServiceProvider? services, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Fare>>([new Fare(seats, cabin)]);

        private double RateCore(double weight, Fare? fare, string[] notes) => weight;

        private static void ConvertCore(decimal amount, string currency)
        {
        }
    }
}
