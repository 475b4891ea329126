using System.Text.Json;

namespace Reenact.Extensions.AI;

/// <summary>Takes what makes up a message, part by part: to keep it, or to compare it with what was kept.</summary>
internal interface IFingerprintSink
{
    /// <summary>Takes a part.</summary>
    /// <param name="unchanging">An object that never changes, or null.</param>
    /// <param name="bits">A number.</param>
    /// <returns>False where it is another than was kept.</returns>
    bool Add(object? unchanging, long bits);

    /// <summary>Takes JSON, by reference.</summary>
    /// <returns>False where it is another than was kept.</returns>
    bool Add(JsonElement? json);
}
