namespace Reenact.Sessions;

/// <summary>Decides what happens when the code on a pump can't go on.</summary>
internal interface IPumpIdle
{
    /// <summary>How many things could let the code go on.</summary>
    int Choices { get; }

    /// <summary>Lets the code go on, on the pump's thread.</summary>
    /// <returns>Whether there was something that let it.</returns>
    bool Release();
}
