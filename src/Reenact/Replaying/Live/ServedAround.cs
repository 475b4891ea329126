namespace Reenact.Replaying;

/// <summary>A served call around others, which are not made on replay.</summary>
/// <param name="Method">Its method's full name.</param>
/// <param name="Event">The number of the event that starts it.</param>
/// <param name="Recording">The path of its recording.</param>
internal readonly record struct ServedAround(string Method, long Event, string Recording);
