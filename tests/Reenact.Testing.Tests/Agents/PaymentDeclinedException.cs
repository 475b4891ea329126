namespace Reenact.Testing.Tests.Agents;

public sealed class PaymentDeclinedException(string message) : Exception(message);
