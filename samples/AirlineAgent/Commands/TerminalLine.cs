using AirlineAgent.Agent;

namespace AirlineAgent.Commands;

/// <summary>A customer at the terminal.</summary>
internal sealed class TerminalLine(Terminal terminal) : ICustomerLine
{
    public async Task<string> ListenAsync(string? said, CancellationToken cancellationToken)
    {
        if (said is not null)
            await terminal.Out.WriteLineAsync($"agent: {said}");
        await terminal.Out.WriteAsync("you:   ");
        await terminal.Out.FlushAsync(cancellationToken);

        var words = await terminal.In.ReadLineAsync(cancellationToken);
        return string.IsNullOrWhiteSpace(words) ? Customer.Stop : words;
    }
}
