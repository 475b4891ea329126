namespace AirlineAgent.Agent;

/// <summary>How a conversation ended.</summary>
public enum Ending
{
    /// <summary>The customer hung up.</summary>
    HungUp,

    /// <summary>A human agent took over.</summary>
    Transferred,

    /// <summary>It took more steps than an agent has.</summary>
    OutOfSteps,
}
