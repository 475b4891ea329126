namespace Reenact.Testing.Tests.Agents;

public sealed record Refund(string Status, string Receipt);
