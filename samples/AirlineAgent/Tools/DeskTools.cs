using System.ComponentModel;
using Reenact;

namespace AirlineAgent.Tools;

/// <summary>What the agent has on its desk: paper, a calculator, a telephone.</summary>
public sealed partial class DeskTools
{
    [Recorded]
    [Description("Calculates the result of an arithmetic expression.")]
    public partial decimal Calculate(
        [Description("Numbers, + - * /, parentheses and spaces, such as '2 + 2'.")] string expression);

    [Recorded]
    [Description("Thinks about something: finds out nothing new and changes nothing, but writes the thought down. For complex reasoning.")]
    public partial string Think(
        [Description("The thought.")] string thought);

    [Recorded]
    [Description(
        "Transfers the user to a human agent. Only if the user asks for one, or if these tools can't do what the user needs.")]
    public partial string TransferToHumanAgents(
        [Description("A summary of what the user needs.")] string summary);

    private static decimal CalculateCore(string expression) => Math.Round(Arithmetic.Evaluate(expression), 2, MidpointRounding.ToEven);

    private static string ThinkCore(string thought) => "";

    private static string TransferToHumanAgentsCore(string summary) => "Transfer successful";
}
