using System.Text.Json;
using AirlineAgent.Data;
using AirlineAgent.Domain;
using AirlineAgent.Tools;
using Microsoft.Extensions.AI;

namespace AirlineAgent.Tests;

public class ToolSetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_model_sees_14_tools_by_their_snake_case_names() =>
        Assert.Equal(
            [
                "book_reservation", "calculate", "cancel_reservation", "get_reservation_details", "get_user_details", "list_all_airports",
                "search_direct_flight", "search_onestop_flight", "send_certificate", "think", "transfer_to_human_agents",
                "update_reservation_baggages", "update_reservation_flights", "update_reservation_passengers",
            ],
            new ToolSet(Sample.Database()).Options.Tools!.Select(tool => tool.Name));

    [Fact]
    public void A_schema_describes_arguments_by_the_names_a_model_uses()
    {
        var schema = Tool("update_reservation_flights").JsonSchema;

        Assert.Equal(["reservation_id", "cabin", "flights", "payment_id"], schema.GetProperty("properties").EnumerateObject().Select(member => member.Name));
        Assert.Equal(["reservation_id", "cabin", "flights", "payment_id"], schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("flight_number", schema.GetProperty("properties").GetProperty("flights").GetProperty("items").GetProperty("required")[0].GetString());
    }

    [Fact]
    public async Task An_answer_is_JSON_by_the_names_a_model_uses()
    {
        var answer = await InvokeAsync("get_reservation_details", """{"reservation_id":"LK7Q2M"}""");

        Assert.Equal("LK204", Assert.IsType<JsonElement>(answer).GetProperty("flights")[0].GetProperty("flight_number").GetString());
        Assert.False(((JsonElement)answer).TryGetProperty("status", out _));
    }

    [Theory]
    [InlineData("get_reservation_details", "{}")]
    [InlineData("get_reservation_details", """{"reservation_id":null}""")]
    [InlineData("get_reservation_details", """{"reservationId":"LK7Q2M"}""")]
    public Task An_argument_that_is_missing_is_an_error(string tool, string arguments) =>
        Assert.ThrowsAnyAsync<ArgumentException>(() => InvokeAsync(tool, arguments));

    [Theory]
    [InlineData("search_direct_flight", """{"origin":"SEA","destination":"DEN","date":"tomorrow"}""")]
    [InlineData("update_reservation_flights", """{"reservation_id":"LK7Q2M","cabin":"first","flights":[],"payment_id":"x"}""")]
    [InlineData("update_reservation_flights", """{"reservation_id":"LK7Q2M","cabin":"economy","flights":[{"date":"2024-05-22"}],"payment_id":"x"}""")]
    public Task An_argument_that_is_something_else_is_an_error(string tool, string arguments) =>
        Assert.ThrowsAnyAsync<JsonException>(() => InvokeAsync(tool, arguments));

    [Fact]
    public Task A_refusal_comes_through() =>
        Assert.ThrowsAsync<AirlineException>(() => InvokeAsync("get_user_details", """{"user_id":"nobody"}"""));

    private static AIFunction Tool(string name)
    {
        Assert.True(new ToolSet(Sample.Database()).TryGet(name, out var function));
        return function;
    }

    private static async Task<object?> InvokeAsync(string tool, string arguments)
    {
        var parsed = JsonSerializer.Deserialize(arguments, AirlineJson.Default.JsonElement);
        return await Tool(tool).InvokeAsync(
            new AIFunctionArguments(parsed.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value)), Token);
    }
}
