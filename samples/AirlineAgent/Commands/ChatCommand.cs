using System.ClientModel;
using System.CommandLine;
using System.CommandLine.Parsing;
using AirlineAgent.Agent;
using AirlineAgent.Data;
using AirlineAgent.Runs;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using Reenact;

namespace AirlineAgent.Commands;

/// <summary><c>chat</c>: talk to the agent, with a model behind any endpoint that speaks OpenAI's chat completions.</summary>
internal static class ChatCommand
{
    private const string NoKey = "none";

    private static readonly string DemoFolder = Path.Combine(AppContext.BaseDirectory, "Demo");

    public static Command Create(Terminal terminal)
    {
        var endpoint = new Option<Uri>("--endpoint")
        {
            Description = "The endpoint, such as http://localhost:11434/v1.",
            Required = true,
            CustomParser = ParseEndpoint,
        };
        var model = new Option<string>("--model") { Description = "The model's name at the endpoint.", Required = true };
        var key = new Option<string>("--key-variable")
        {
            Description = "The environment variable that holds the endpoint's key; servers that need none ignore it.",
            DefaultValueFactory = _ => "OPENAI_API_KEY",
        };
        var database = new Option<string>("--database")
        {
            Description = "A folder with flights.json, reservations.json and users.json; the sample's own unless said.",
            DefaultValueFactory = _ => DemoFolder,
        };
        var output = new Option<string>("--out") { Description = "The recording.", DefaultValueFactory = _ => "chat.reenact" };

        var command = new Command("chat", "Talks to the agent on this terminal, and records it.") { endpoint, model, key, database, output };
        command.SetAction((parsed, token) => RunAsync(
            terminal,
            Connect(parsed.GetRequiredValue(endpoint), parsed.GetRequiredValue(model), parsed.GetRequiredValue(key)),
            parsed.GetRequiredValue(database),
            parsed.GetRequiredValue(output),
            token));
        return command;
    }

    private static Uri? ParseEndpoint(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;

        result.AddError("--endpoint takes an http or https address, such as http://localhost:11434/v1.");
        return null;
    }

    private static IChatClient Connect(Uri endpoint, string model, string keyVariable)
    {
        var key = Environment.GetEnvironmentVariable(keyVariable);
        var credential = new ApiKeyCredential(string.IsNullOrEmpty(key) ? NoKey : key);
        return new ChatClient(model, credential, new OpenAIClientOptions { Endpoint = endpoint }).AsIChatClient();
    }

    private static async Task<int> RunAsync(
        Terminal terminal, IChatClient model, string databaseFolder, string path, CancellationToken cancellationToken)
    {
        var database = DatabaseFiles.Load(databaseFolder);
        var ending = Ending.OutOfSteps;
        await terminal.Out.WriteLineAsync("You are the customer. An empty line hangs up.");
        await RunRecorder.RecordAsync(
            path,
            new SessionInfo { Agent = "airline-support", AgentVersion = "1.0.0" },
            model,
            database,
            new TerminalLine(terminal),
            token => File.ReadAllTextAsync(Path.Combine(DemoFolder, "policy.md"), token),
            conversation =>
            {
                ending = conversation.Ending;
                return ending == Ending.OutOfSteps ? Outcome.Failure : Outcome.Success;
            },
            cancellationToken);

        await terminal.Out.WriteLineAsync(ending switch
        {
            Ending.HungUp => $"You hung up. Recorded in {path}.",
            Ending.Transferred => $"A human agent takes over. Recorded in {path}.",
            _ => $"The agent ran out of steps. Recorded in {path}.",
        });
        return ExitCode.Fine;
    }
}
