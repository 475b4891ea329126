using Reenact.Values;

namespace Reenact.Events;

/// <summary>What events refer to.</summary>
internal interface IEventContext
{
    IBlobSource Blobs { get; }

    /// <summary>Finds what lists grew from.</summary>
    IListSource Lists { get; }

    /// <summary>Finds what an id was defined as.</summary>
    /// <returns>Null when it was not.</returns>
    DefinitionEvent? FindDefinition(uint id);
}
